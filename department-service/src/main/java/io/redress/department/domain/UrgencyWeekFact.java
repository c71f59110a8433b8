package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** What is remembered of a department's urgent allowance in a week. */
public sealed interface UrgencyWeekFact extends DocumentFact {

    record Spent(DepartmentCode requester, String week, int allowance, UrgencyWeek.Payment payment)
            implements UrgencyWeekFact {}

    record JudgementKept(RequestId requestId, boolean justified) implements UrgencyWeekFact {}
}
