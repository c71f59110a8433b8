package io.redress.chassis.lanes;

import java.util.Map;

/**
 * A case as one service knows it.
 *
 * @param version counts the decisions about it; 0 where it does not exist. Positions alone do not move it
 * @param positions per input stream, the last event applied
 * @param sequences per output stream, the last event decided
 */
public record CaseView<S>(String id, S state, long version, Map<String, Long> positions, Map<String, Long> sequences) {

    /** Whether anything has been decided about it. */
    public boolean exists() {
        return version > 0;
    }

    /** Whether this service has applied or decided at least these positions of these streams. */
    public boolean reaches(Map<String, Long> atLeast) {
        return atLeast.entrySet().stream()
                .allMatch(p -> Math.max(positions.getOrDefault(p.getKey(), 0L), sequences.getOrDefault(p.getKey(), 0L))
                        >= p.getValue());
    }
}
