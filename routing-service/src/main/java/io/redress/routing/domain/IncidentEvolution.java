package io.redress.routing.domain;

import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.CrisisLifted;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentClosed;
import io.redress.contracts.IncidentEvent.IncidentDismissed;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.IncidentEvent.IncidentOpened;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import io.redress.routing.domain.Incident.Decided;
import io.redress.routing.domain.Incident.Status;
import io.redress.routing.domain.IncidentFact.ComplaintsCounted;
import io.redress.routing.domain.IncidentFact.ProposalNoted;
import io.redress.routing.domain.IncidentFact.Told;
import io.redress.routing.domain.IncidentState.Accounts;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Crisis;
import io.redress.routing.domain.IncidentState.Handled;
import io.redress.routing.domain.IncidentState.Left;
import io.redress.routing.domain.IncidentState.Membership;
import io.redress.routing.domain.bursts.Bursts;
import io.redress.routing.domain.bursts.Signature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of mass problems, those who belong to them and crises after each fact. */
final class IncidentEvolution {
    /** Who has proposed an incident that nobody has. */
    static final String COUNTED = "counting";

    private IncidentEvolution() {}

    static RoutingState after(RoutingState state, IncidentFact fact) {
        return switch (fact) {
            case ComplaintsCounted(var bursts, var noticed) -> new Counting(bursts, noticed);
            case ProposalNoted(var id) -> {
                Counting before = counting(state);
                yield new Counting(before.bursts(), NoticeBursts.proposed(before.noticed(), id));
            }
            case Told(var event) -> told(state, event);
        };
    }

    private static RoutingState told(RoutingState state, IncidentEvent event) {
        return switch (event) {
            case IncidentProposed it -> new Handled(proposed(it));
            case IncidentOpened it ->
                decided(state, Status.OPEN, new Decided("opened", it.by(), it.reason(), it.openedAt()));
            case IncidentDismissed it ->
                decided(state, Status.DISMISSED, new Decided("dismissed", it.by(), it.reason(), it.dismissedAt()));
            case IncidentClosed it ->
                decided(state, Status.CLOSED, new Decided("closed", it.by(), it.reason(), it.closedAt()));
            case ExecutionModeDecided it ->
                state instanceof Handled(var incident)
                        ? new Handled(incident.deciding(
                                it.mode(), new Decided("mode:" + it.mode(), it.by(), it.reason(), it.decidedAt())))
                        : state;
            case IncidentJoined it -> new Membership(it.caseId(), it.incidentId(), it.joinedAt(), left(state, null));
            case IncidentLeft it ->
                new Membership(
                        it.caseId(),
                        null,
                        null,
                        left(state, new Left(it.incidentId(), it.reason(), it.by(), it.leftAt())));
            case AccountsAttached it ->
                (state instanceof Accounts before ? before : new Accounts(it.incidentId(), List.of()))
                        .with(it.accounts());
            case CrisisDeclared it -> new Crisis(it.crisisId(), it.reason(), it.by(), it.declaredAt(), null);
            case CrisisLifted it ->
                state instanceof Crisis before
                        ? new Crisis(
                                before.crisisId(), before.reason(), before.by(), before.declaredAt(), it.liftedAt())
                        : state;
        };
    }

    private static Incident proposed(IncidentProposed it) {
        return new Incident(
                it.incidentId(),
                new Signature(it.nature(), it.product(), it.region()),
                it.since(),
                it.burst(),
                Status.PROPOSED,
                null,
                List.of(new Decided("proposed", it.by() == null ? COUNTED : it.by(), it.reason(), it.proposedAt())));
    }

    private static RoutingState decided(RoutingState state, Status status, Decided decided) {
        return state instanceof Handled(var incident) ? new Handled(incident.deciding(status, decided)) : state;
    }

    private static List<Left> left(RoutingState state, @Nullable Left more) {
        List<Left> all = new ArrayList<>(state instanceof Membership it ? it.left() : List.of());
        if (more != null) {
            all.add(more);
        }
        return all;
    }

    static Counting counting(RoutingState state) {
        return state instanceof Counting it ? it : new Counting(Bursts.none(), List.of());
    }
}
