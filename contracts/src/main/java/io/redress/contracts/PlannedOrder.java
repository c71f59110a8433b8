package io.redress.contracts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Refuses plans that nobody could carry out: a name twice, a step after one that is not there, or steps in a circle. */
final class PlannedOrder {
    private PlannedOrder() {}

    static void check(List<PlannedStep> steps) {
        Map<String, PlannedStep> byName = new HashMap<>();
        for (PlannedStep step : steps) {
            if (byName.put(step.name(), step) != null) {
                throw new IllegalArgumentException("Expected each step to have a name of its own, but two are called "
                        + Bounds.shown(step.name()));
            }
        }
        for (PlannedStep step : steps) {
            for (String before : step.after()) {
                if (!byName.containsKey(before)) {
                    throw new IllegalArgumentException("Expected the steps in after to be steps of the plan, but "
                            + Bounds.shown(step.name()) + " names " + Bounds.shown(before));
                }
            }
        }
        checkNoCircle(steps);
    }

    /** Takes away, again and again, what waits for nothing that is left; a circle stays. */
    private static void checkNoCircle(List<PlannedStep> steps) {
        Set<String> possible = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (PlannedStep step : steps) {
                more |= possible.containsAll(step.after()) && possible.add(step.name());
            }
        }
        steps.stream()
                .filter(step -> !possible.contains(step.name()))
                .findFirst()
                .ifPresent(waiting -> {
                    throw new IllegalArgumentException("Expected an order in which the steps can be done, but "
                            + Bounds.shown(waiting.name()) + " waits for itself or for a circle of others");
                });
    }
}
