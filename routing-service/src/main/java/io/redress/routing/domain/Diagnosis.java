package io.redress.routing.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the complaint seems to be about; hypotheses strongest first, never empty.
 *
 * @param severity how much is at stake; null where nobody has said it
 * @param massOutage whether it reads as one of many about the same breakdown; null likewise
 * @param amount the largest amount of money that was named, in whole units; null where none was
 */
public record Diagnosis(
        List<Hypothesis> hypotheses,
        boolean publicImpact,
        boolean crisis,
        @Nullable Severity severity,
        @Nullable Boolean massOutage,
        @Nullable Long amount) {
    /** A further problem counts only where it is more likely than not. */
    private static final double MORE_LIKELY_THAN_NOT = 0.5;

    private static final String PRAISE = "praise";

    public Diagnosis {
        if (hypotheses.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one hypothesis, but got none");
        }
        hypotheses = List.copyOf(hypotheses);
    }

    /** A diagnosis that does not say how much is at stake. */
    public Diagnosis(List<Hypothesis> hypotheses, boolean publicImpact, boolean crisis) {
        this(hypotheses, publicImpact, crisis, null, null, null);
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

    /** What the routing table looks at. */
    Facts facts(Customer.Tier tier, Industry profile) {
        return new Facts(
                problems().stream()
                        .map(it -> new Problem(it.nature(), it.cause()))
                        .toList(),
                tier,
                publicImpact,
                crisis,
                Boolean.TRUE.equals(massOutage),
                profile.name(),
                severity,
                amount);
    }

    /** Whether the thanks that a customer gets at once are all that there is to do. */
    boolean isSettledByThanks() {
        return strongest().cause() == Cause.NO_COMPLAINT && strongest().nature().equals(PRAISE);
    }

    /** The same while the whole organisation is in a crisis, which may reach the public (R48, R50). */
    public Diagnosis duringCrisis() {
        return new Diagnosis(hypotheses, true, true, severity, massOutage, amount);
    }

    /** Whether there is anything to be done but to listen (R8). */
    static boolean createsWork(Cause cause) {
        return cause != Cause.VENTING && cause != Cause.NO_COMPLAINT;
    }
}
