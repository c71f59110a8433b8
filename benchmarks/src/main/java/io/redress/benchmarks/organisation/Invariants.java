package io.redress.benchmarks.organisation;

import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Request;
import io.redress.department.domain.RequestTerms;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitGraph;
import io.redress.routing.domain.Waiting;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must hold for a case after every step. */
final class Invariants {
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<RequestId, RequestTerms> terms = new HashMap<>();

    /** What was right stays right as long as nothing happens. */
    private record Seen(RoutingState routing, DepartmentState departments) {
        boolean isStill(RoutingState itsRouting, DepartmentState itsDepartments) {
            return routing == itsRouting && departments == itsDepartments;
        }
    }

    /** @throws Violation where it does not hold */
    void check(String caseId, RoutingState routing, DepartmentState departments) {
        Seen before = seen.get(caseId);
        if (!(routing instanceof RoutingState.Routed routed)
                || before != null && before.isStill(routing, departments)) {
            return;
        }
        seen.put(caseId, new Seen(routing, departments));
        if (routed.caseOwner().isEmpty()) {
            throw new Violation("Expected one owner of " + caseId + ", but there is none");
        }
        waits(caseId, routed);
        DepartmentCase known = DepartmentRules.caseOf(departments);
        for (Waiting.Asked asked : routed.waiting().asked()) {
            owned(asked, known.request(asked.id()));
        }
        known.requests().forEach(this::keepsItsTerms);
    }

    void forget(String caseId) {
        seen.remove(caseId);
    }

    private static void waits(String caseId, RoutingState.Routed routed) {
        WaitGraph graph = WaitGraph.of(routed);
        if (!routed.waiting().asked().isEmpty() && graph.rootBlocker().isEmpty()) {
            throw new Violation("Expected something that holds " + caseId + " up, since requests are open");
        }
        for (Wait wait : graph.waits()) {
            // The superior of a circle may be in it, and then owes itself the decision.
            if (wait.who().equals(wait.on()) && wait.what() != Wait.What.DECISION) {
                throw new Violation("Expected nobody to wait for itself, but " + wait.who() + " does in " + wait.id());
            }
        }
    }

    /** Routing and the department say the same about whose it is. */
    private static void owned(Waiting.Asked asked, @Nullable Request request) {
        RequestId id = asked.id();
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

    /** Whatever its department publishes meanwhile. */
    private void keepsItsTerms(Request request) {
        RequestTerms now = request.ask().terms();
        RequestTerms begun = terms.putIfAbsent(request.ask().id(), now);
        if (begun != null && !begun.equals(now)) {
            throw new Violation("Expected " + request.ask().id() + " to end under version " + begun.charterVersion()
                    + " of its department's charter, under which it began, but it is under version "
                    + now.charterVersion());
        }
    }
}
