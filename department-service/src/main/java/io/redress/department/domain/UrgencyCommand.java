package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** What somebody says about what is urgent. */
public sealed interface UrgencyCommand extends DealingCommand {

    /**
     * Whoever made a request wants it before others.
     *
     * @param key the asker's own name for it
     */
    record Urge(
            RequestId requestId,
            DepartmentCode department,
            String key,
            Speaker speaker,
            String cause,
            String reason,
            UrgencyTerms terms)
            implements UrgencyCommand {}

    /**
     * The week has decided.
     *
     * @param left of its allowance
     */
    record SettleUrgency(RequestId requestId, String week, boolean granted, int left) implements UrgencyCommand {}

    /** Whoever was asked says afterwards whether there was need. */
    record JudgeUrgency(RequestId requestId, DepartmentCode department, boolean justified, String reason, String by)
            implements UrgencyCommand {}

    /** The week knows the judgement. */
    record NoteJudgement(RequestId requestId) implements UrgencyCommand {}
}
