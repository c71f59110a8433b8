package io.redress.intake.domain.diagnosis;

import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Severity;
import io.redress.intake.domain.diagnosis.Sign.Stake.Kind;
import java.util.List;
import java.util.Set;

/**
 * How much is at stake, from what was found in a text.
 *
 * @param grave natures that are never small
 * @param mild natures that can wait
 * @param technical natures that many customers can have at once
 */
record Stakes(Set<String> grave, Set<String> mild, Set<String> technical) {

    /** From this amount on, in whatever currency, much money is at stake. */
    private static final double MUCH_MONEY = 1_000;

    /** Whether a text reads like one of many about the same breakdown: it speaks for others, and of something that broke. */
    boolean massOutage(List<Hypothesis> hypotheses, Set<Kind> seen) {
        return seen.contains(Kind.EVERYBODY)
                && (seen.contains(Kind.BREAKDOWN)
                        || hypotheses.stream().anyMatch(it -> technical.contains(it.nature())));
    }

    /**
     * The severity of a complaint.
     *
     * @param wide whether more is concerned than this customer: a crisis, an outage
     */
    Severity severity(List<Hypothesis> hypotheses, Set<Kind> seen, boolean wide, boolean publicImpact, String text) {
        var strongest = hypotheses.getFirst();
        if (wide || seen.contains(Kind.CRITICAL)) {
            return Severity.CRITICAL;
        }
        if (strongest.cause() == Cause.NO_COMPLAINT) {
            return Severity.LOW;
        }
        if (publicImpact
                || seen.contains(Kind.HIGH)
                || grave.contains(strongest.nature())
                || Amounts.largest(text) >= MUCH_MONEY) {
            return Severity.HIGH;
        }
        boolean canWait = mild.contains(strongest.nature()) || strongest.cause() == Cause.VENTING;
        return canWait ? Severity.LOW : Severity.MEDIUM;
    }
}
