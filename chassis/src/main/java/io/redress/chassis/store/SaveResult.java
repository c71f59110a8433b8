package io.redress.chassis.store;

/** How one write of a batch ended. */
public sealed interface SaveResult {

    /** Stored, at this revision. */
    record Saved(long revision) implements SaveResult {}

    /** Somebody else has written the case since it was read; read again and decide again. */
    record Conflict() implements SaveResult {}

    /** Another case has this value in a unique index. */
    record Taken(String index, String value, String byCase) implements SaveResult {}
}
