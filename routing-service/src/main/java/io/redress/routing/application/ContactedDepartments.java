package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.CaseKnowledge;
import io.redress.routing.domain.Request;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Which departments had contact with a customer: those that were asked or contributed, in the latest of all cases. */
public final class ContactedDepartments {
    private static final int LATEST = 50;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;

    public ContactedDepartments(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes) {
        this.lanes = lanes;
    }

    /** In order of their codes. */
    public Mono<List<DepartmentCode>> of(String customerReference) {
        return lanes.find(IndexQuery.first(
                        KnowledgeEntries.BY_CUSTOMER, KnowledgeEntries.customer(customerReference), LATEST))
                .map(page -> page.cases().stream()
                        .flatMap(view -> in(view.state()))
                        .distinct()
                        .sorted(Comparator.comparing(DepartmentCode::value))
                        .toList());
    }

    private static Stream<DepartmentCode> in(RoutingState state) {
        return switch (state) {
            case Paused paused -> in(paused.beneath());
            case Routed routed -> of(routed.requests(), routed.knowledge());
            case Ended ended -> of(ended.requests(), ended.knowledge());
            case Unheard _, Heard _, RoutingState.Document _ -> Stream.empty();
        };
    }

    private static Stream<DepartmentCode> of(List<Request> requests, CaseKnowledge knowledge) {
        return Stream.concat(requests.stream().map(it -> it.ask().department()), knowledge.contributors().stream());
    }
}
