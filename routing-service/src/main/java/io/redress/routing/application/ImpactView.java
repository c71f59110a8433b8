package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.routing.application.WaitsView.CycleLine;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.WaitGraph;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for a department, and which customers stand behind it (R86).
 *
 * @param at when it was looked at; elapsed times run until then
 * @param next absent on the last page
 */
public record ImpactView(
        DepartmentCode department,
        List<Affected> items,
        Instant at,
        @Nullable String next) {

    /**
     * One case.
     *
     * @param cycles of this case in which the department decides who goes first
     */
    public record Affected(CaseId caseId, CustomerLine customer, List<WaitLine> waits, List<CycleLine> cycles) {}

    /**
     * The customer who waits in the end.
     *
     * @param reference absent for those who need not know who it is
     */
    public record CustomerLine(Customer.Tier tier, @Nullable String reference) {}

    /** @param named whether the reader may know who the customers are */
    public static ImpactView of(
            DepartmentCode department, ViewPage<RoutingState> page, boolean named, WaitLine.Lens lens, Instant at) {
        return new ImpactView(
                department,
                page.cases().stream()
                        .flatMap(it -> affected(department, it, named, lens, at))
                        .toList(),
                at,
                page.next().isEmpty() ? null : page.next());
    }

    private static Stream<Affected> affected(
            DepartmentCode department, CaseView<RoutingState> view, boolean named, WaitLine.Lens lens, Instant at) {
        WaitGraph graph = WaitGraph.of(view.state());
        Party party = Party.department(department);
        return RoutingState.customer(view.state()).stream()
                .map(customer -> new Affected(
                        new CaseId(view.id()),
                        new CustomerLine(customer.tier(), named ? customer.reference() : null),
                        graph.waits().stream()
                                .filter(it -> it.on().equals(party))
                                .map(it -> lens.line(graph, it, at))
                                .toList(),
                        RoutingState.waiting(view.state()).circles().stream()
                                .filter(it -> it.superior().equals(department))
                                .map(CycleLine::of)
                                .toList()));
    }
}
