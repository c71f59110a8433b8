package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What routing is told about silence. */
public sealed interface SilenceCommand extends RoutingCommand {

    /**
     * A department says how far it is.
     *
     * @param reportedAt what it says itself; absent in what was kept before this was known
     */
    record NoteProgress(
            RequestId requestId,
            DepartmentCode department,
            @Nullable Instant reportedAt) implements SilenceCommand {
        NoteProgress(RequestId requestId, DepartmentCode department) {
            this(requestId, department, null);
        }
    }
}
