package io.redress.contracts;

import java.util.List;
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
        Bounds.text("an action", action, Limits.NOTE);
        Bounds.count("steps in after", after, Limits.STEPS);
        Bounds.optionalText("undo", undo, Limits.NOTE);
        if (days != null) {
            Bounds.between("days", 0, days, Limits.DAYS);
        }
        after = List.copyOf(after);
    }
}
