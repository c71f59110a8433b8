package io.redress.department.domain;

/** What is said about something beside the cases. */
public sealed interface DocumentCommand extends DepartmentCommand permits CharterCommand, DocumentCommand.OfUrgency {

    /** About what a department spends. */
    record OfUrgency() implements DocumentCommand {}
}
