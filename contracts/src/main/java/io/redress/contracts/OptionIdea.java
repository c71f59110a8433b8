package io.redress.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to put things right, as a department sees it.
 *
 * @param kind {@code refund}, {@code replacement}, {@code repair}, {@code credit} ...; two options of one proposal
 *     should differ in it (R105)
 * @param title what the customer reads
 * @param cost what it costs the company
 * @param days working days until it is done, 0 for at once
 * @param disadvantage what is unfavourable about it, named openly (R107)
 * @param consequence what follows from it for the customer
 * @param steps how it is carried out; absent where the department that had the idea does all of it
 * @param reserves what it needs of things that there are only so many of
 */
public record OptionIdea(
        String kind,
        String title,
        @Nullable Money cost,
        int days,
        @Nullable String disadvantage,
        @Nullable String consequence,
        @Nullable List<PlannedStep> steps,
        @Nullable List<Reserve> reserves) {
    public OptionIdea {
        Bounds.text("a kind", kind, Limits.KEY);
        Bounds.text("a title", title, Limits.TITLE);
        Bounds.between("days", 0, days, Limits.DAYS);
        Bounds.optionalText("a disadvantage", disadvantage, Limits.NOTE);
        Bounds.optionalText("a consequence", consequence, Limits.NOTE);
        steps = Bounds.optionalList("steps", steps, Limits.STEPS);
        if (steps != null) {
            PlannedStep.orRefuse(steps);
        }
        reserves = Bounds.optionalList("reserves", reserves, Limits.RESERVES);
    }

    /** An idea that its department carries out in one step and that needs nothing scarce. */
    public OptionIdea(String kind, String title, @Nullable Money cost, int days, @Nullable String disadvantage) {
        this(kind, title, cost, days, disadvantage, null, null, null);
    }

    /**
     * Refuses ideas whose amounts make no sense: a cost below zero, a remedy that pays nothing or less, or one of money that
     * does not say how much, or anything finer than its currency. Only what comes in anew is asked; what was told before stays readable.
     *
     * @throws IllegalArgumentException a sentence without a full stop
     */
    static void payableOrRefuse(List<OptionIdea> ideas) {
        for (OptionIdea idea : ideas) {
            if (idea.cost() != null && idea.cost().amount().signum() < 0) {
                throw new IllegalArgumentException("Expected a cost of zero or more, but got one below zero");
            }
            payableOrRefuse(idea.cost());
            for (PlannedStep step : idea.steps() == null ? List.<PlannedStep>of() : idea.steps()) {
                Remedy remedy = step.remedy();
                payableOrRefuse(remedy == null ? null : remedy.amount());
                if (remedy != null && remedy.paysNothing()) {
                    throw new IllegalArgumentException("Expected a remedy that pays more than zero, but got less");
                }
                if (remedy != null && remedy.lacksAmount()) {
                    throw new IllegalArgumentException("Expected how much a remedy of money pays, but got no amount");
                }
            }
        }
    }

    private static void payableOrRefuse(@Nullable Money money) {
        if (money != null && !money.canBePaid()) {
            throw new IllegalArgumentException("Expected an amount that can be paid in " + money.currency()
                    + ", but got " + money.amount().toPlainString());
        }
    }

    /** Ideas that one answer can hold: their steps together are not too many. */
    static void orRefuse(List<OptionIdea> ideas) {
        int steps = 0;
        for (OptionIdea idea : ideas) {
            steps += idea.steps() == null ? 0 : idea.steps().size();
        }
        Bounds.between("steps of all options together", 0, steps, Limits.ANSWER_STEPS);
    }
}
