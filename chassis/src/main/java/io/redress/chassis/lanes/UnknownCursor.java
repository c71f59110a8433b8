package io.redress.chassis.lanes;

/** A page was asked for after a cursor that no page has given. */
public final class UnknownCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownCursor(Throwable cause) {
        super("Expected a cursor as a former page gave it", cause, false, false);
    }
}
