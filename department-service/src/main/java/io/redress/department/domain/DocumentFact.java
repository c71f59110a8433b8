package io.redress.department.domain;

/** What is remembered beside the cases. */
public sealed interface DocumentFact extends DepartmentFact permits CharterFact, UrgencyWeekFact, ThanksWeekFact {}
