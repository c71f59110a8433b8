package io.redress.department.domain;

/** What is remembered beside the cases. */
public sealed interface DocumentFact extends DepartmentFact
        permits DocumentFact.OfCharter, DocumentFact.OfUrgency, RefusalFact {

    record OfCharter() implements DocumentFact {}

    record OfUrgency() implements DocumentFact {}
}
