package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;

/** What is heard about how departments want to be asked. */
public sealed interface CharterCommand extends RoutingCommand {

    /** A department has published a version of its charter. */
    record NoteCharter(DepartmentCode department, CharterKnown.Version version) implements CharterCommand {}
}
