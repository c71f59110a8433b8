package io.redress.department.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody adds to a case beside what departments reply to their requests. */
public sealed interface CooperationCommand extends DepartmentCommand {

    /**
     * @param text blank where the fields say it all
     * @param fields absent where the question asks for words
     */
    record AnswerQuestion(
            CaseId caseId,
            String questionId,
            Speaker speaker,
            String text,
            @Nullable Map<String, String> fields) implements CooperationCommand {
        AnswerQuestion(CaseId caseId, String questionId, Speaker speaker, String text) {
            this(caseId, questionId, speaker, text, null);
        }

        /** What is filled in. */
        public Map<String, String> given() {
            return fields == null ? Map.of() : fields;
        }
    }

    /**
     * A department is asked directly.
     *
     * @param key as for a contribution; for a request of a department its reply id
     * @param forRequest the speaker's own request that it helps with; absent where the front desk asks for the case
     * @param fields by whatever names
     * @param wantedBy when the speaker would like to have it
     */
    record AskDepartment(
            CaseId caseId,
            String key,
            Speaker speaker,
            DepartmentCode from,
            @Nullable RequestId forRequest,
            RequestKind kind,
            String subject,
            Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements CooperationCommand {
        public AskDepartment {
            fields = Map.copyOf(fields);
        }
    }

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

    /** A department knows that a value that it relied on does not hold any more. */
    record Acknowledge(CaseId caseId, DepartmentCode department, String by, String claimId)
            implements CooperationCommand {}

    /** @param key as for a contribution */
    record AskInformally(CaseId caseId, String key, Speaker speaker, Party to, String text)
            implements CooperationCommand {}

    record AnswerInformally(CaseId caseId, String questionId, Speaker speaker, String text)
            implements CooperationCommand {}
}
