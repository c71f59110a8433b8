package io.redress.department.domain;

/** What is said about something beside the cases. */
public sealed interface DocumentCommand extends DepartmentCommand
        permits DocumentCommand.OfCharter, DocumentCommand.OfUrgency, RefusalCommand {

    /** About what a department publishes. */
    record OfCharter() implements DocumentCommand {}

    /** About what a department spends. */
    record OfUrgency() implements DocumentCommand {}
}
