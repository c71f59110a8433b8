package io.redress.department.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Party;
import org.jspecify.annotations.Nullable;

/** What somebody adds to a case beside what departments reply to their requests. */
public sealed interface CooperationCommand extends DepartmentCommand {

    record AnswerQuestion(CaseId caseId, String questionId, Speaker speaker, String text)
            implements CooperationCommand {}

    /** @param key the speaker's own name for it, unlike anybody else's: saying it again has no further effect */
    record Contribute(
            CaseId caseId,
            String key,
            Speaker speaker,
            String text,
            @Nullable String inquiryId) implements CooperationCommand {}

    /** @param key as for a contribution */
    record AttachEvidence(
            CaseId caseId,
            String key,
            Speaker speaker,
            String title,
            @Nullable String href) implements CooperationCommand {}

    /** @param key as for a contribution */
    record AskInformally(CaseId caseId, String key, Speaker speaker, Party to, String text)
            implements CooperationCommand {}

    record AnswerInformally(CaseId caseId, String questionId, Speaker speaker, String text)
            implements CooperationCommand {}
}
