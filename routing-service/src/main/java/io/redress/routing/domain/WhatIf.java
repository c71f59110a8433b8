package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.routing.domain.Request.PassedOn;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a past case would go by another table. */
public final class WhatIf {
    private final RoutingTable draft;
    private final Instant at;

    /** @param at the moment of the draft's life by which past cases are routed */
    public WhatIf(RoutingTable draft, Instant at) {
        this.draft = draft;
        this.at = at;
    }

    /** What becomes of one case. */
    public sealed interface Verdict {}

    /** It was routed before facts were kept. */
    public record CannotBeTold() implements Verdict {}

    /** The same departments and gates. */
    public record Same() implements Verdict {}

    /**
     * It would go elsewhere.
     *
     * @param added departments that would be asked and were not
     * @param removed departments that were asked and would not be
     */
    public record Elsewhere(
            CaseId caseId, Instant routedAt, Way before, Way after, List<String> added, List<String> removed)
            implements Verdict {}

    /**
     * How a case goes.
     *
     * @param rulesVersion the version of the table; absent where it was not kept
     */
    public record Way(
            @Nullable DepartmentCode lead,
            String rule,
            @Nullable String rulesVersion,
            List<String> departments,
            List<String> gates) {}

    /** The verdict about a case as it was routed last. */
    public Verdict about(CaseRouted routing, List<Request> requests) {
        Facts facts = routing.facts();
        if (facts == null) {
            return new CannotBeTold();
        }
        Way before = before(routing, requests);
        Way after = after(draft.plan(facts, at));
        if (Objects.equals(before.lead(), after.lead())
                && before.departments().equals(after.departments())
                && before.gates().equals(after.gates())) {
            return new Same();
        }
        return new Elsewhere(
                routing.caseId(),
                routing.routedAt(),
                before,
                after,
                beyond(after.departments(), before.departments()),
                beyond(before.departments(), after.departments()));
    }

    private static Way before(CaseRouted routing, List<Request> requests) {
        return new Way(
                routing.lead(),
                routing.rule(),
                routing.rulesVersion(),
                sorted(routing.involvements().stream().map(it -> planned(it, requests))),
                sorted(
                        routing.gates() == null
                                ? Stream.empty()
                                : routing.gates().stream().map(Gate::department)));
    }

    private static Way after(Plan plan) {
        return new Way(
                plan.lead(),
                plan.rule(),
                plan.rulesVersion(),
                sorted(plan.parts().stream().map(Plan.Part::department)),
                sorted(plan.gates().stream().map(Gate::department)));
    }

    /** Whom the table had asked: what was declined and passed on since then says nothing about the table. */
    private static DepartmentCode planned(Involvement involvement, List<Request> requests) {
        DepartmentCode department = involvement.department();
        RequestId at = involvement.requestId();
        for (int i = 0; i < requests.size(); i++) {
            RequestId now = at;
            Request before = requests.stream()
                    .filter(it -> it instanceof PassedOn(var _, var by) && by.equals(now))
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                return department;
            }
            department = before.ask().department();
            at = before.ask().id();
        }
        return department;
    }

    private static List<String> sorted(Stream<DepartmentCode> codes) {
        return List.copyOf(codes.map(DepartmentCode::value).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static List<String> beyond(List<String> all, List<String> known) {
        Set<String> rest = new TreeSet<>(all);
        known.forEach(rest::remove);
        return List.copyOf(rest);
    }
}
