package io.redress.benchmarks.organisation;

import io.redress.benchmarks.CannotRun;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs that differ in one thing, to be compared. */
public final class Experiments {
    private static final double SELDOM = 0.05;
    private static final double OFTEN = 0.6;

    private Experiments() {}

    /**
     * The runs by what is otherwise in them.
     *
     * @param name {@code padding}, {@code urgency}, {@code habits} or {@code bargaining}
     */
    public static Map<String, Organisation> of(String name, Organisation plan) {
        return switch (name) {
            case "padding" -> padding(plan);
            case "urgency" -> urgency(plan);
            case "habits" -> habits(plan);
            case "bargaining" -> bargaining(plan);
            default ->
                throw new CannotRun("Expected padding, urgency, habits or bargaining as experiment, but got " + name);
        };
    }

    /** Every department promises with more and more buffer, and holds back what is done until it was promised for. */
    private static Map<String, Organisation> padding(Organisation plan) {
        Map<String, Organisation> runs = new LinkedHashMap<>();
        runs.put("promised honestly, nothing held back", promising(plan, 1, 0));
        runs.put("twice the time promised, nothing held back", promising(plan, 2, 0));
        runs.put("twice the time promised, half held back", promising(plan, 2, 0.5));
        runs.put("twice the time promised, all held back", promising(plan, 2, 1));
        runs.put("four times the time promised, all held back", promising(plan, 4, 1));
        return runs;
    }

    private static Organisation promising(Organisation plan, double buffer, double padding) {
        return plan.whatIf("buffer", "all=" + buffer).whatIf("padding", "all=" + padding);
    }

    /** The front desk says more and more often that something is urgent, with and without anybody counting. */
    private static Map<String, Organisation> urgency(Organisation plan) {
        int allowance = plan.urgent().allowance();
        Map<String, Organisation> runs = new LinkedHashMap<>();
        runs.put("one in twenty is urgent, nobody counts", plan.with(new Urgent(SELDOM, allowance, false)));
        runs.put("six in ten are urgent, nobody counts", plan.with(new Urgent(OFTEN, allowance, false)));
        runs.put(
                "six in ten are urgent, " + allowance + " a week are paid for",
                plan.with(new Urgent(OFTEN, allowance, true)));
        return runs;
    }

    /** Padding and inflated urgency, each with and without the other. */
    private static Map<String, Organisation> habits(Organisation plan) {
        int allowance = plan.urgent().allowance();
        Urgent honest = new Urgent(SELDOM, allowance, false);
        Urgent inflated = new Urgent(OFTEN, allowance, false);
        Map<String, Organisation> runs = new LinkedHashMap<>();
        runs.put("neither padding nor inflated urgency", promising(plan.with(honest), 1, 0));
        runs.put("padding", promising(plan.with(honest), 2, 0.5));
        runs.put("inflated urgency", promising(plan.with(inflated), 1, 0));
        runs.put("padding and inflated urgency", promising(plan.with(inflated), 2, 0.5));
        return runs;
    }

    /** More and more requests are to be done earlier, and departments accept less and less of that. */
    private static Map<String, Organisation> bargaining(Organisation plan) {
        Map<String, Organisation> runs = new LinkedHashMap<>();
        runs.put("dates are taken as they are", plan.with(Bargaining.NONE));
        runs.put("one in five asks for earlier, all agree", plan.with(new Bargaining(0.2, 1, 0)));
        runs.put("all ask for earlier, all agree", plan.with(new Bargaining(1, 1, 0)));
        runs.put("all ask for earlier, half agree or counter", plan.with(new Bargaining(1, 0.5, 0.5)));
        return runs;
    }
}
