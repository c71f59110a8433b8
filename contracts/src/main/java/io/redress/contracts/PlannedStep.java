package io.redress.contracts;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of the plan that carries out an option.
 *
 * @param name one word, its own within the plan
 * @param department who does it
 * @param after names of the steps that must be done before
 * @param undo what this department does where the step is done and a later one fails for good; absent where nothing is
 *     to be undone
 * @param days working days from its start until it is done; absent where nobody has said
 * @param remedy what leaves the house with it; absent where it is work inside
 */
public record PlannedStep(
        String name,
        DepartmentCode department,
        String action,
        List<String> after,
        @Nullable String undo,
        @Nullable Integer days,
        @Nullable Remedy remedy) {
    public PlannedStep {
        Bounds.text("a name", name, Limits.KEY);
        Bounds.text("an action", action, Limits.ACTION);
        Bounds.count("steps in after", after, Limits.STEPS);
        Bounds.optionalText("undo", undo, Limits.ACTION);
        if (days != null) {
            Bounds.between("days", 0, days, Limits.DAYS);
        }
        after = List.copyOf(after);
    }

    /**
     * Refuses steps that can be done in no order: each has a name of its own and comes after others, never after itself.
     *
     * @throws IllegalArgumentException a sentence without a full stop
     */
    public static void orRefuse(List<PlannedStep> plan) {
        Set<String> names = new HashSet<>();
        for (PlannedStep step : plan) {
            if (!names.add(step.name())) {
                throw new IllegalArgumentException(
                        "Expected a name of its own for each step, but got two of " + Bounds.shown(step.name()));
            }
        }
        Set<String> done = new HashSet<>();
        boolean going = true;
        while (going) {
            going = false;
            for (PlannedStep step : plan) {
                if (!done.contains(step.name()) && done.containsAll(step.after())) {
                    going |= done.add(step.name());
                }
            }
        }
        if (done.size() < plan.size()) {
            names.removeAll(done);
            throw new IllegalArgumentException("Expected steps after other steps of the plan and in no circle, but got "
                    + Bounds.shown(names.stream().sorted().findFirst().orElse("")));
        }
    }
}
