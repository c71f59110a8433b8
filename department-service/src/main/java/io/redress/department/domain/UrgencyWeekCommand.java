package io.redress.department.domain;

import io.redress.contracts.RequestId;

/** What is said to a week about a department's urgent allowance. */
public sealed interface UrgencyWeekCommand extends DocumentCommand {

    /**
     * A request is to be paid for; asked again for the same one, the week says the same.
     *
     * @param allowance what the requester may spend in a week now, 0 to {@value UrgencyWeek#MOST}
     */
    record Spend(Urgency urgency, int allowance) implements UrgencyWeekCommand {}

    /** Whoever was asked has said whether there was need. */
    record KeepJudgement(RequestId requestId, boolean justified) implements UrgencyWeekCommand {}
}
