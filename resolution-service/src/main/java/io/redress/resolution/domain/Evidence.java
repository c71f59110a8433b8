package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Kind;
import java.time.Instant;

/**
 * What shows that something comes about in another way than it was promised.
 *
 * @param event id of the event
 * @param at when it happened
 * @param department whose part it is
 * @param inferred whether the log showed it and the department had not said so
 * @param cause for people inside
 */
public record Evidence(String event, Instant at, DepartmentCode department, Kind kind, boolean inferred, String cause) {

    /** A date that a department has named, in time. */
    public static Evidence date(String event, Instant at, DepartmentCode department, String cause) {
        return new Evidence(event, at, department, Kind.DELAY, false, cause);
    }
}
