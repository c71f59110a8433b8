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

    /** @param insteadOf what it takes the place of */
    Published own(Routed routed, Ask ask, @Nullable Ask insteadOf, Instant now) {
        return raised(routed, ask, insteadOf, null, departments.dueAt(ask.department(), now), now);
    }

    /** @param days working days of the department until it is to be done; absent where it has its usual time */
    Published step(Routed routed, Ask ask, @Nullable Integer days, Instant now) {
        Instant dueAt = days == null
                ? departments.dueAt(ask.department(), now)
                : departments.afterWorkingDays(ask.department(), days, now);
        return raised(routed, ask, null, null, dueAt, now);
    }

    /** @param given what is given away; it is its department's until the other has accepted */
    Published offered(Routed routed, Ask ask, Ask given, Instant now) {
        return raised(routed, ask, given, given.department(), departments.dueAt(ask.department(), now), now);
    }

    /** The authority is told that it decides before it is asked, so that it is never asked without knowing. */
    List<RoutingFact> ofAuthority(
            Routed routed, Ask ask, @Nullable Ask insteadOf, List<DepartmentCode> declinedBy, Instant now) {
        return List.of(
                new Published(new OwnerDecisionRequested(
                        routed.routing().caseId(), ask.id(), declinedBy, ask.department(), now)),
                own(routed, ask, insteadOf, now));
    }

    private Published raised(
            Routed routed,
            Ask ask,
            @Nullable Ask insteadOf,
            @Nullable DepartmentCode giver,
            Instant dueAt,
            Instant now) {
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
                dueAt,
                insteadOf == null ? null : routed.waiting().parentOf(insteadOf.id()),
                giver,
                null,
                null,
                ask.wantedBy(),
                ask.wantedId()));
    }
}
