package io.redress.routing.domain;

/** What can be told about absences. */
public sealed interface AbsenceCommand extends RoutingCommand {

    /** Somebody will not be there. */
    record NoteAbsence(Absence absence) implements AbsenceCommand {}

    /** They are back earlier, or it was a mistake. */
    record EndAbsence() implements AbsenceCommand {}
}
