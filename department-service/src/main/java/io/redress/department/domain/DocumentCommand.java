package io.redress.department.domain;

/** What is said about something beside the cases. */
public sealed interface DocumentCommand extends DepartmentCommand
        permits DocumentCommand.OfCharter, UrgencyWeekCommand, RefusalCommand {

    /** About what a department publishes. */
    record OfCharter() implements DocumentCommand {}
}
