package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Duration;
import java.time.Instant;

/** How much of a span of time somebody works. */
@FunctionalInterface
public interface WorkingTime {

    /** Nothing where {@code to} is before {@code from}. */
    Duration between(Party party, Instant from, Instant to);
}
