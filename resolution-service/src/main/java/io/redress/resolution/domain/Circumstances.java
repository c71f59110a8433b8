package io.redress.resolution.domain;

import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Remedy;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Problem;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What about a case decides which gates its proposals pass.
 *
 * @param natures all that it is about, the strongest first
 * @param crisis whether the whole organisation may be concerned
 * @param routed the clearances that routing has asked for
 * @param kept what the customer has received by earlier choices that failed, and keeps
 */
public record Circumstances(
        Customer.Tier tier,
        List<String> natures,
        boolean crisis,
        List<Gate> routed,
        @Nullable List<Remedy> kept) {
    static final Circumstances UNKNOWN = new Circumstances(Customer.Tier.STANDARD, List.of(), false, List.of());

    public Circumstances {
        natures = List.copyOf(natures);
        routed = List.copyOf(routed);
        kept = List.copyOf(Objects.requireNonNullElse(kept, List.of()));
    }

    private Circumstances(Customer.Tier tier, List<String> natures, boolean crisis, List<Gate> routed) {
        this(tier, natures, crisis, routed, List.of());
    }

    /** What is offered from now on comes on top of it. */
    Circumstances keeping(List<Remedy> more) {
        return new Circumstances(
                tier,
                natures,
                crisis,
                routed,
                Stream.concat(keeps().stream(), more.stream()).toList());
    }

    List<Remedy> keeps() {
        return Objects.requireNonNullElse(kept, List.of());
    }

    static Circumstances of(CaseRouted routed) {
        return of(routed.customer().tier(), routed.nature(), routed.facts(), routed.gates());
    }

    /** After a revised diagnosis; the customer is the same. */
    Circumstances after(CaseRerouted rerouted) {
        return of(tier, rerouted.nature(), rerouted.facts(), rerouted.gates()).keeping(keeps());
    }

    private static Circumstances of(
            Customer.Tier tier, String nature, @Nullable Facts facts, @Nullable List<Gate> gates) {
        List<Problem> problems = facts == null ? List.of() : facts.problems();
        return new Circumstances(
                tier,
                Stream.concat(Stream.of(nature), problems.stream().map(Problem::nature))
                        .distinct()
                        .toList(),
                facts != null && facts.crisis(),
                Objects.requireNonNullElse(gates, List.of()));
    }

    /** What routing has asked for of this department. */
    Stream<Gate> routedTo(DepartmentCode department) {
        return routed.stream().filter(it -> it.department().equals(department));
    }
}
