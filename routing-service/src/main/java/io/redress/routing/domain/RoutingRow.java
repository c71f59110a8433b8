package io.redress.routing.domain;

import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the routing table. Rows with a lead compete for a problem and the first that fits wins; rows without one
 * only add departments, and all that fit count.
 *
 * @param id names the row in explanations
 * @param reason why the lead is the right one; absent where there is no lead
 * @param ask what the lead is asked for, where the usual sentence does not fit
 */
public record RoutingRow(
        String id,
        When when,
        @Nullable DepartmentCode lead,
        @Nullable String reason,
        @Nullable String ask,
        List<Involved> involved) {

    public RoutingRow(
            String id,
            @Nullable When when,
            @Nullable DepartmentCode lead,
            @Nullable String reason,
            @Nullable String ask,
            @Nullable List<Involved> involved) {
        this.id = id;
        this.when = when == null ? When.ALWAYS : when;
        this.lead = lead;
        this.reason = reason;
        this.ask = ask;
        this.involved = involved == null ? List.of() : List.copyOf(involved);
        if (this.lead == null && this.involved.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a lead or an involved department in row " + id + ", but got neither");
        }
        if ((lead == null) != (reason == null)) {
            throw new IllegalArgumentException("Expected lead and reason together in row " + id + ", but got only one");
        }
    }

    /** A department that has a part beside the lead, and why. */
    public record Involved(DepartmentCode department, RequestKind kind, String reason) {
        public Involved {
            if (kind == RequestKind.EXECUTION) {
                throw new IllegalArgumentException("Expected INFORMATION or SOLUTION for " + department
                        + ", but got EXECUTION, which only follows from a choice");
            }
        }
    }

    /** What must hold for a row to fit; what is absent is not asked for. */
    public record When(
            List<String> natures,
            @Nullable Cause cause,
            Customer.@Nullable Tier tier,
            @Nullable Boolean publicImpact,
            @Nullable Boolean crisis,
            Industry industry) {
        static final When ALWAYS = new When(null, null, null, null, null, null);

        public When(
                @Nullable List<String> natures,
                @Nullable Cause cause,
                Customer.@Nullable Tier tier,
                @Nullable Boolean publicImpact,
                @Nullable Boolean crisis,
                @Nullable Industry industry) {
            this.natures = natures == null ? List.of() : List.copyOf(natures);
            this.cause = cause;
            this.tier = tier;
            this.publicImpact = publicImpact;
            this.crisis = crisis;
            this.industry = industry == null ? Industry.BOTH : industry;
        }

        boolean fits(Facts facts, Industry profile) {
            return (natures.isEmpty() || natures.contains(facts.nature()))
                    && (cause == null || cause == facts.cause())
                    && (tier == null || tier == facts.tier())
                    && (publicImpact == null || publicImpact == facts.publicImpact())
                    && (crisis == null || crisis == facts.crisis())
                    && profile.includes(industry);
        }

        /** Whether it takes every case of these natures, whatever else is true of it. */
        boolean onlyAsksForNature() {
            return cause == null && tier == null && publicImpact == null && crisis == null;
        }
    }

    /** What the table looks at: one problem of a case and its circumstances. */
    record Facts(String nature, Cause cause, Customer.Tier tier, boolean publicImpact, boolean crisis) {}
}
