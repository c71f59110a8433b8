package io.redress.resolution.domain.regulation;

import java.util.List;

/**
 * A body of rules, in one version.
 *
 * @param clocks its parts, which may run differently
 */
public record Regime(String name, Period inForce, Scope scope, List<TimeLimit> clocks) {
    private static final int MOST_CLOCKS = 5;

    public Regime {
        clocks = List.copyOf(clocks);
        if (clocks.isEmpty() || clocks.size() > MOST_CLOCKS) {
            throw new IllegalArgumentException(
                    "Expected 1 to " + MOST_CLOCKS + " clocks of " + name + ", but got " + clocks.size());
        }
        if (clocks.stream().map(TimeLimit::name).distinct().count() != clocks.size()) {
            throw new IllegalArgumentException("Expected each clock of " + name + " once, but one is there twice");
        }
    }
}
