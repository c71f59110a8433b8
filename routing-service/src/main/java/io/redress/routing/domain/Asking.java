package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a request to a department with all that it needs. */
final class Asking {
    private final Departments departments;

    Asking(Departments departments) {
        this.departments = departments;
    }

    Published own(Routed routed, Ask ask, Instant now) {
        return raised(routed, ask, null, now);
    }

    /** @param giver whose it is until the other has accepted */
    Published offered(Routed routed, Ask ask, DepartmentCode giver, Instant now) {
        return raised(routed, ask, giver, now);
    }

    /** The authority is told that it decides before it is asked, so that it is never asked without knowing. */
    List<RoutingFact> ofAuthority(Routed routed, Ask ask, List<DepartmentCode> declinedBy, Instant now) {
        return List.of(
                new Published(new OwnerDecisionRequested(
                        routed.routing().caseId(), ask.id(), declinedBy, ask.department(), now)),
                own(routed, ask, now));
    }

    private Published raised(Routed routed, Ask ask, @Nullable DepartmentCode giver, Instant now) {
        return new Published(new RequestRaised(
                routed.routing().caseId(),
                ask.id(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.subject(),
                routed.words(),
                routed.routing().language(),
                ask.stepId(),
                now,
                now.plus(departments.answersWithin(ask.department())),
                null,
                giver,
                null));
    }
}
