package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** What routing is told about silence. */
public sealed interface SilenceCommand extends RoutingCommand {

    /**
     * Time has passed, or somebody went away.
     *
     * @param absences who is away now
     */
    record NoticeSilence(Absences absences) implements SilenceCommand {}

    /** A department says how far it is. */
    record NoteProgress(RequestId requestId, DepartmentCode department) implements SilenceCommand {}
}
