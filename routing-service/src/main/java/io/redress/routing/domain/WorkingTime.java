package io.redress.routing.domain;

import io.redress.contracts.Party;
import java.time.Duration;
import java.time.Instant;

/** How much of a span of time somebody works. */
@FunctionalInterface
public interface WorkingTime {

    /** Everybody works all the time. */
    WorkingTime AROUND_THE_CLOCK = (_, from, to) -> Duration.between(from, to);

    /** Nothing where {@code to} is before {@code from}. */
    Duration between(Party party, Instant from, Instant to);
}
