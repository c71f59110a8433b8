package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.Gate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which clearances an option needs before a customer sees it. This list is the whole truth about gates; to add one is to
 * add a line. What an option is called is read as {@link OptionKinds} says.
 */
final class Gates {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final DepartmentCode SENIOR_MANAGEMENT = new DepartmentCode("senior-management");
    private static final DepartmentCode PUBLIC_RELATIONS = new DepartmentCode("marketing-pr");

    /** The row of the routing table that finds an amount exceptional which the customer has named. */
    private static final String VALUE_NAMED = "exceptional-value-passes-senior-management";

    private static final List<Policy> POLICIES = List.of(
            new Policy(
                    "payment-plan-needs-finance",
                    FINANCE,
                    "Nobody else agrees a payment plan.",
                    ofKind("payment-plan", "instalments")),
            // A plain refund or credit that finance itself proposes changes no terms.
            new Policy(
                    "invoice-terms-need-finance",
                    FINANCE,
                    "Nobody else clarifies or changes the terms of an invoice.",
                    ofKind("invoice-terms", "payment-terms")
                            .or(routedTo(FINANCE).and(ideaOf(FINANCE).negate()))),
            new Policy(
                    "contract-needs-legal",
                    LEGAL,
                    "Whatever we propose about contracts, terms and major claims must be lawful and bearable.",
                    about("contract", "terms-of-service", "major-claim")
                            .or(ofKind("termination", "contract-change"))
                            .or(routedTo(LEGAL))),
            new Policy(
                    "exceptional-value-needs-senior-management",
                    SENIOR_MANAGEMENT,
                    "A solution of exceptional value is approved by senior management.",
                    Gates::isOverTheLimits),
            new Policy(
                    "crisis-communication-needs-senior-management",
                    SENIOR_MANAGEMENT,
                    "What we say where much is at stake, the whole organisation has said.",
                    Gates::isACrisis),
            new Policy(
                    "public-statement-needs-pr",
                    PUBLIC_RELATIONS,
                    "What we say in public and in private is the same text.",
                    ofKind("public-statement", "correct-advertisement").or(routedTo(PUBLIC_RELATIONS))),
            // It may be any of the above under another name.
            new Policy(
                    "unknown-kind-needs-finance",
                    FINANCE,
                    "Nobody has said what passes which gate under this name.",
                    Offer::isOfUnknownKind));

    private static final Set<DepartmentCode> WITH_POLICIES =
            Set.of(FINANCE, LEGAL, SENIOR_MANAGEMENT, PUBLIC_RELATIONS);

    private final ValueLimits limits;
    private final OptionKinds kinds;

    Gates(ValueLimits limits, OptionKinds kinds) {
        this.limits = limits;
        this.kinds = kinds;
    }

    /** A gate by its name. */
    record Policy(String gate, DepartmentCode department, String reason, Predicate<Offer> needs) {}

    /**
     * One option as the gates look at it.
     *
     * @param origins whose idea it is; more than one where departments had the very same
     * @param exceeded why it is worth too much; empty where it is not
     */
    record Offer(
            Circumstances circumstances,
            Option option,
            List<Origin> origins,
            boolean isOfUnknownKind,
            List<String> exceeded) {}

    /** A gate that something must pass, and what. */
    record Needed(String gate, DepartmentCode department, String reason, List<Option> options) {}

    /** All gates that a proposal must pass, in the order of the list; those it has passed before among them. */
    List<Needed> of(ResolutionCase known, SolutionsProposed proposal) {
        Clearances clearances = known.assurances().clearances();
        Optional<ValueLimits.Edition> edition = limits.at(proposal.proposedAt());
        List<Offer> offers = proposal.options().stream()
                .map(option -> new Offer(
                        clearances.known(),
                        option,
                        clearances.originsOf(option).toList(),
                        !kinds.knows(option.kind()),
                        ValueLimits.exceededBy(
                                Worth.of(option, known.assurances().reservations()),
                                edition,
                                clearances.ideaOf(option).orElse(null),
                                clearances.known())))
                .toList();
        return policiesFor(clearances.known(), known.background())
                .flatMap(policy -> needed(policy, offers).stream())
                .toList();
    }

    /** What routing asks for of a department without a gate of ours is a gate, too; and what nobody knows passes the lead. */
    private static Stream<Policy> policiesFor(Circumstances circumstances, @Nullable Background background) {
        Map<DepartmentCode, Policy> others = new LinkedHashMap<>();
        for (Gate routed : circumstances.routed()) {
            DepartmentCode department = routed.department();
            if (!WITH_POLICIES.contains(department)) {
                others.putIfAbsent(
                        department,
                        new Policy("as-routed-needs-" + department, department, routed.reason(), _ -> true));
            }
        }
        Stream<Policy> lead = Stream.ofNullable(background == null ? null : background.leadOrFrontDesk())
                .filter(it -> !it.equals(FINANCE))
                .map(it -> new Policy(
                        "unknown-kind-needs-" + it,
                        it,
                        "Nobody has said what passes which gate under this name, and " + it + " answers for the case.",
                        ((Predicate<Offer>) Offer::isOfUnknownKind)
                                .and(ideaOf(it).negate())));
        return Stream.of(POLICIES.stream(), others.values().stream(), lead).flatMap(it -> it);
    }

    private static Optional<Needed> needed(Policy policy, List<Offer> offers) {
        List<Offer> held = offers.stream().filter(policy.needs()).toList();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>(List.of(policy.reason()));
        if (policy.department().equals(SENIOR_MANAGEMENT)) {
            held.stream().flatMap(it -> it.exceeded().stream()).distinct().forEach(sentences::add);
        }
        return Optional.of(new Needed(
                policy.gate(),
                policy.department(),
                String.join(" ", sentences),
                held.stream().map(Offer::option).toList()));
    }

    private static Predicate<Offer> ofKind(String... kinds) {
        return offer ->
                List.of(kinds).contains(OptionKinds.canonical(offer.option().kind()));
    }

    private static Predicate<Offer> about(String... natures) {
        return offer -> offer.circumstances().natures().stream().anyMatch(List.of(natures)::contains);
    }

    private static Predicate<Offer> routedTo(DepartmentCode department) {
        return offer -> offer.circumstances().routedTo(department).findAny().isPresent();
    }

    /** What the company has declared counts as the idea of whoever carries it out. */
    private static Predicate<Offer> ideaOf(DepartmentCode department) {
        return offer -> offer.origins().isEmpty()
                ? offer.option().steps().stream()
                        .allMatch(step -> step.department().equals(department))
                : offer.origins().stream()
                        .allMatch(origin -> origin.department().equals(department));
    }

    private static boolean isOverTheLimits(Offer offer) {
        return !offer.exceeded().isEmpty()
                || offer.circumstances()
                        .routedTo(SENIOR_MANAGEMENT)
                        .anyMatch(it -> it.rule().equals(VALUE_NAMED));
    }

    private static boolean isACrisis(Offer offer) {
        return offer.circumstances().crisis()
                || offer.circumstances()
                        .routedTo(SENIOR_MANAGEMENT)
                        .anyMatch(it -> !it.rule().equals(VALUE_NAMED));
    }
}
