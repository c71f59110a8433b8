package io.redress.department.domain;

import java.time.Instant;

/** A stretch of time; what happens in its last instant is not in it. */
public record Span(Instant from, Instant until) {
    /** Whether something happened in it. */
    public boolean has(Instant at) {
        return !at.isBefore(from) && at.isBefore(until);
    }
}
