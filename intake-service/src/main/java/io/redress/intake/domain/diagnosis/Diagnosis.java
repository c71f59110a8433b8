package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Severity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint seems to be about.
 *
 * @param hypotheses strongest first, never empty; several when the complaint has several problems (R10)
 * @param mood the customer's mood before, -1 (furious) to 1 (content)
 * @param publicImpact whether the complaint may reach the public (R41)
 * @param crisis whether it may concern the whole organisation (R48)
 * @param language the language it was read in, ISO 639-1
 * @param rulesVersion names the exact rules that were used
 * @param severity how much is at stake
 * @param massOutage whether it reads as one of many about the same breakdown (R110)
 * @param largestAmount the largest amount of money in the words, in whole units of whatever currency; null where none
 */
public record Diagnosis(
        List<Hypothesis> hypotheses,
        double mood,
        boolean publicImpact,
        boolean crisis,
        String language,
        String rulesVersion,
        Severity severity,
        boolean massOutage,
        @Nullable Long largestAmount) {

    /** Stands for the rules where none could be used. */
    public static final String NONE = "none";

    /** Stands for the rules where none could be used and it is not tried again. */
    public static final String GIVEN_UP = "given-up";

    public Diagnosis {
        if (hypotheses.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one hypothesis, but got none");
        }
        hypotheses = List.copyOf(hypotheses);
    }

    /** An ordinary complaint about something that troubles one customer. */
    public Diagnosis(
            List<Hypothesis> hypotheses,
            double mood,
            boolean publicImpact,
            boolean crisis,
            String language,
            String rulesVersion) {
        this(hypotheses, mood, publicImpact, crisis, language, rulesVersion, Severity.MEDIUM, false, null);
    }

    /**
     * Whether there is enough to act on; where not, a question is better than a guess (R5).
     *
     * @param threshold the confidence, 0 to 1, that the strongest hypothesis has to reach
     */
    public boolean isClear(double threshold) {
        return !strongest().nature().equals(Nature.UNCLEAR) && strongest().confidence() >= threshold;
    }

    /** What stands for a diagnosis that failed or was not done in time: nothing is known. */
    public static Diagnosis none(String language) {
        var nothing = new Hypothesis("unclear", Cause.UNKNOWN, 0, List.of(), NONE);
        return new Diagnosis(List.of(nothing), 0, false, false, language, NONE);
    }

    /** Whether nothing is known. */
    public boolean isNone() {
        return rulesVersion.equals(NONE);
    }

    /** The strongest hypothesis. */
    public Hypothesis strongest() {
        return hypotheses.getFirst();
    }

    /** Why the customer is dissatisfied, according to the strongest hypothesis (R3). */
    public Cause cause() {
        return strongest().cause();
    }
}
