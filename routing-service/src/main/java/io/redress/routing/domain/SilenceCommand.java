package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** What routing is told about silence. */
public sealed interface SilenceCommand extends RoutingCommand {

    /** A department says how far it is. */
    record NoteProgress(RequestId requestId, DepartmentCode department) implements SilenceCommand {}
}
