package io.redress.department.domain;

/** What is remembered beside the cases. */
public sealed interface DocumentFact extends DepartmentFact permits CharterFact, DocumentFact.OfUrgency {

    record OfUrgency() implements DocumentFact {}
}
