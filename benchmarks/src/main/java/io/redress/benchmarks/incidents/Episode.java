package io.redress.benchmarks.incidents;

import io.redress.routing.domain.bursts.Burst;
import java.time.Instant;

/**
 * A burst from the first time it was noticed to the last.
 *
 * @param burst as it was when it was strongest
 */
public record Episode(Instant from, Instant to, Burst burst) {

    Episode seenAgain(Burst again, Instant now) {
        return new Episode(from, now, again.score() > burst.score() ? again : burst);
    }
}
