package io.redress.chassis.lanes;

/**
 * A command on its way to a case.
 *
 * @param expectedVersion the version the caller has seen, or {@link #ANY}
 * @param traceparent W3C trace context; empty to begin a trace
 */
public record Submission<C>(String caseId, C command, long expectedVersion, String traceparent) {
    /** Whatever the version is. */
    public static final long ANY = -1;

    /** A command that does not depend on what the caller has seen. */
    public static <C> Submission<C> of(String caseId, C command) {
        return new Submission<>(caseId, command, ANY, "");
    }

    /** The same, refused as stale unless the case is at this version. */
    public Submission<C> expecting(long version) {
        return new Submission<>(caseId, command, version, traceparent);
    }

    /** The same, as part of a trace. */
    public Submission<C> tracedBy(String parent) {
        return new Submission<>(caseId, command, expectedVersion, parent);
    }
}
