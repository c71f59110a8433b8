package io.redress.routing.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the routing table. Rows with a lead compete for a problem: where several fit, the one that says it goes
 * before the others. Rows without one only add departments and gates, and all that fit count.
 *
 * @param id names the row in explanations
 * @param reason why the lead is the right one; absent where there is no lead
 * @param ask what the lead is asked for, where the usual sentence does not fit
 * @param gates whose clearance is needed before anything leaves
 * @param forbids departments that nobody may need where this row fits; the check holds all other rows to it
 * @param before ids of rows that this one takes precedence over
 * @param by whose rule it is; absent where it is the company's
 * @param validFrom from when on it counts; absent where it always has
 * @param validUntil from when on it counts no more; absent where it stays
 */
public record RoutingRow(
        String id,
        When when,
        @Nullable DepartmentCode lead,
        @Nullable String reason,
        @Nullable String ask,
        List<Involved> involved,
        List<Clearance> gates,
        List<Clearance> forbids,
        List<String> before,
        @Nullable DepartmentCode by,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil) {

    public RoutingRow(
            String id,
            @Nullable When when,
            @Nullable DepartmentCode lead,
            @Nullable String reason,
            @Nullable String ask,
            @Nullable List<Involved> involved,
            @Nullable List<Clearance> gates,
            @Nullable List<Clearance> forbids,
            @Nullable List<String> before,
            @Nullable DepartmentCode by,
            @Nullable Instant validFrom,
            @Nullable Instant validUntil) {
        this.id = id;
        this.when = when == null ? When.ALWAYS : when;
        this.lead = lead;
        this.reason = reason;
        this.ask = ask;
        this.involved = involved == null ? List.of() : List.copyOf(involved);
        this.gates = gates == null ? List.of() : List.copyOf(gates);
        this.forbids = forbids == null ? List.of() : List.copyOf(forbids);
        this.before = before == null ? List.of() : List.copyOf(before);
        this.by = by;
        this.validFrom = validFrom;
        this.validUntil = validUntil;
        if (lead == null && this.involved.isEmpty() && this.gates.isEmpty() && this.forbids.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a lead, an involved department, a gate or what it forbids in row " + id
                            + ", but got neither");
        }
        if ((lead == null) != (reason == null)) {
            throw new IllegalArgumentException("Expected lead and reason together in row " + id + ", but got only one");
        }
    }

    /** A row that counts at any time and asks for no clearance. */
    public RoutingRow(
            String id,
            @Nullable When when,
            @Nullable DepartmentCode lead,
            @Nullable String reason,
            @Nullable String ask,
            @Nullable List<Involved> involved) {
        this(id, when, lead, reason, ask, involved, null, null, null, null, null, null);
    }

    /** Whether it counts at an instant. */
    boolean countsAt(Instant now) {
        return (validFrom == null || !now.isBefore(validFrom)) && (validUntil == null || now.isBefore(validUntil));
    }

    /** A department that has a part beside the lead, and why. */
    public record Involved(DepartmentCode department, RequestKind kind, String reason) {
        public Involved {
            if (kind != RequestKind.INFORMATION && kind != RequestKind.SOLUTION) {
                throw new IllegalArgumentException("Expected INFORMATION or SOLUTION for " + department + ", but got "
                        + kind + ", which only follows from a choice or a gate");
            }
        }
    }

    /** A department whose clearance is needed, or forbidden, and why. */
    public record Clearance(DepartmentCode department, String reason) {}

    /**
     * Amounts in whole units of whatever currency. A case in which none is named has none of them.
     *
     * @param from the least; absent where any will do
     * @param below what is too much; absent where nothing is
     */
    public record Amount(@Nullable Long from, @Nullable Long below) {
        boolean has(@Nullable Long amount) {
            return amount != null && (from == null || amount >= from) && (below == null || amount < below);
        }
    }

    /** What must hold for a row to fit; what is absent is not asked for. */
    public record When(
            List<String> natures,
            @Nullable Cause cause,
            Customer.@Nullable Tier tier,
            @Nullable Boolean publicImpact,
            @Nullable Boolean crisis,
            Industry industry,
            @Nullable Amount amount,
            List<Severity> severities,
            @Nullable Boolean massOutage) {
        static final When ALWAYS = new When(null, null, null, null, null, null);

        public When(
                @Nullable List<String> natures,
                @Nullable Cause cause,
                Customer.@Nullable Tier tier,
                @Nullable Boolean publicImpact,
                @Nullable Boolean crisis,
                @Nullable Industry industry,
                @Nullable Amount amount,
                @Nullable List<Severity> severities,
                @Nullable Boolean massOutage) {
            this.natures = natures == null ? List.of() : List.copyOf(natures);
            this.cause = cause;
            this.tier = tier;
            this.publicImpact = publicImpact;
            this.crisis = crisis;
            this.industry = industry == null ? Industry.BOTH : industry;
            this.amount = amount;
            this.severities = severities == null ? List.of() : List.copyOf(severities);
            this.massOutage = massOutage;
        }

        /** A condition that does not ask how much is at stake. */
        public When(
                @Nullable List<String> natures,
                @Nullable Cause cause,
                Customer.@Nullable Tier tier,
                @Nullable Boolean publicImpact,
                @Nullable Boolean crisis,
                @Nullable Industry industry) {
            this(natures, cause, tier, publicImpact, crisis, industry, null, null, null);
        }

        boolean fits(Problem problem, Facts facts) {
            return (natures.isEmpty() || natures.contains(problem.nature()))
                    && (cause == null || cause == problem.cause())
                    && (tier == null || tier == facts.tier())
                    && (publicImpact == null || publicImpact == facts.publicImpact())
                    && (crisis == null || crisis == facts.crisis())
                    && (amount == null || amount.has(facts.amount()))
                    && (severities.isEmpty() || severities.contains(stake(facts)))
                    && (massOutage == null || massOutage == facts.massOutage());
        }

        /** Where nobody has said how much is at stake, it is an ordinary complaint. */
        private static Severity stake(Facts facts) {
            return facts.severity() == null ? Severity.MEDIUM : facts.severity();
        }
    }
}
