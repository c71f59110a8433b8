package io.redress.benchmarks.organisation;

import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Request;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.WaitGraph;
import io.redress.routing.domain.Waiting;

/** What must hold for a case after every step. */
final class Invariants {
    private Invariants() {}

    /** @throws Violation where it does not */
    static void check(String caseId, RoutingState routing, DepartmentState departments) {
        if (!(routing instanceof RoutingState.Routed routed)) {
            return;
        }
        if (routed.caseOwner().isEmpty()) {
            throw new Violation("Expected one owner of " + caseId + ", but there is none");
        }
        WaitGraph graph = WaitGraph.of(routed);
        if (!routed.waiting().asked().isEmpty() && graph.rootBlocker().isEmpty()) {
            throw new Violation("Expected something that holds " + caseId + " up, since requests are open");
        }
        for (Waiting.Asked asked : routed.waiting().asked()) {
            owned(asked, departments);
        }
    }

    /** Whether somebody waits on itself, which helps nobody and holds no case up by itself. */
    static boolean waitsOnItself(RoutingState routing) {
        return WaitGraph.of(routing).waits().stream().anyMatch(it -> it.who().equals(it.on()));
    }

    /** Routing and the department say the same about whose it is. */
    private static void owned(Waiting.Asked asked, DepartmentState departments) {
        RequestId id = asked.id();
        Request request = DepartmentRules.caseOf(departments).request(id);
        boolean isTheirs = switch (request) {
            case null -> false;
            case Request.Offered _ -> asked.offeredBy() != null;
            case Request.Open _, Request.Incomplete _, Request.OnOffer _ -> asked.offeredBy() == null;
            case Request.Answered _, Request.Declined _, Request.Withdrawn _ -> false;
        };
        if (request == null || !isTheirs || !request.ask().department().equals(asked.department())) {
            throw new Violation("Expected " + asked.department() + " to answer for " + id + ", but there it is "
                    + (request == null ? "unknown" : request.getClass().getSimpleName()));
        }
    }
}
