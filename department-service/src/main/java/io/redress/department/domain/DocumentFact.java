package io.redress.department.domain;

/** What is remembered beside the cases. */
public sealed interface DocumentFact extends DepartmentFact
        permits DocumentFact.OfCharter, UrgencyWeekFact, RefusalFact {

    record OfCharter() implements DocumentFact {}
}
