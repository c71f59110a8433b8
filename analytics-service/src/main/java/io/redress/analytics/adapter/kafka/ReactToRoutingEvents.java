package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.Learned;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.Topics;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records what routing does, and learns who has a part in the case. */
public final class ReactToRoutingEvents extends ReactToTopic {
    public ReactToRoutingEvents() {
        super(
                Topics.ROUTING,
                Entries.typesOf(RoutingEvent.class),
                Set.of(CaseRouted.class, CaseRerouted.class, RequestRedirected.class, OwnershipOffered.class));
    }

    @Override
    Learned learned(CaseEvent event) {
        return switch (event) {
            case CaseRouted routed ->
                new Learned.Departments(
                        departments(routed.involvements()),
                        isPublic(routed.facts())
                                ? Objects.requireNonNullElse(routed.receivedAt(), routed.routedAt())
                                : null);
            case CaseRerouted rerouted ->
                new Learned.Departments(
                        departments(rerouted.involvements()),
                        isPublic(rerouted.facts()) ? rerouted.reroutedAt() : null);
            case OwnershipOffered offered
            when offered.to().isDepartment() ->
                new Learned.Departments(Set.of(new DepartmentCode(offered.to().id())));
            case RequestRedirected redirected -> new Learned.Departments(Set.of(redirected.to()));
            default -> new Learned.Nothing();
        };
    }

    private static Set<DepartmentCode> departments(List<Involvement> involvements) {
        return involvements.stream().map(Involvement::department).collect(Collectors.toSet());
    }

    private static boolean isPublic(@Nullable Facts facts) {
        return facts != null && facts.publicImpact();
    }
}
