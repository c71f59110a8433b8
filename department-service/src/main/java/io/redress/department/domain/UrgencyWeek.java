package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;

/** What a department has spent of its urgent allowance in a week, under the id {@code urgency:<code>:<week>}. */
public record UrgencyWeek(DepartmentCode requester, String week) implements DepartmentState.Document {}
