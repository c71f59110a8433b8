package io.redress.routing.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import java.util.List;
import java.util.stream.Stream;

/** What the complaint seems to be about; hypotheses strongest first, never empty. */
public record Diagnosis(List<Hypothesis> hypotheses, boolean publicImpact, boolean crisis) {
    /** A further problem counts only where it is more likely than not. */
    private static final double MORE_LIKELY_THAN_NOT = 0.5;

    private static final String PRAISE = "praise";

    public Diagnosis {
        if (hypotheses.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one hypothesis, but got none");
        }
        hypotheses = List.copyOf(hypotheses);
    }

    /** The strongest hypothesis; it decides about the lead, however weak it is. */
    public Hypothesis strongest() {
        return hypotheses.getFirst();
    }

    /** The problems that departments work on: the strongest, and all others that are more likely than not (R10). */
    public List<Hypothesis> problems() {
        Stream<Hypothesis> others = hypotheses.stream()
                .skip(1)
                .filter(it -> it.confidence() > MORE_LIKELY_THAN_NOT)
                .filter(it -> createsWork(it.cause()));
        return Stream.concat(Stream.of(strongest()), others).toList();
    }

    /** Whether there is anything to be done but to listen (R8). */
    public boolean createsWork() {
        return createsWork(strongest().cause());
    }

    /** Whether the thanks that a customer gets at once are all that there is to do. */
    boolean isSettledByThanks() {
        return strongest().cause() == Cause.NO_COMPLAINT && strongest().nature().equals(PRAISE);
    }

    /** The same while the whole organisation is in a crisis, which may reach the public (R48, R50). */
    public Diagnosis duringCrisis() {
        return new Diagnosis(hypotheses, true, true);
    }

    private static boolean createsWork(Cause cause) {
        return cause != Cause.VENTING && cause != Cause.NO_COMPLAINT;
    }
}
