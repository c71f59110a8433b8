package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.NegotiationEvent.PlaceLost;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Negotiation.Gain;
import io.redress.department.domain.Negotiation.Gain.Gained;
import io.redress.department.domain.Negotiation.Gain.Telling;
import io.redress.department.domain.Negotiation.Gain.Told;
import io.redress.department.domain.Negotiation.LostPlace;
import io.redress.department.domain.NegotiationCommand.EndTelling;
import io.redress.department.domain.NegotiationCommand.LosePlace;
import io.redress.department.domain.NegotiationCommand.NameDisplaced;
import io.redress.department.domain.NegotiationFact.GainKept;
import io.redress.department.domain.NegotiationFact.PlaceLostKept;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever comes forward in a queue displaces others, and each of these is told once (R82, R92). First it is written down who
 * they are, so that the same are told whatever happens in between.
 */
public final class Displacing {
    /** Whoever is behind more than these does not notice one more. */
    public static final int MOST_TOLD = 200;

    static final int MOST_LOST = 50;
    private static final int MOST_KEPT = 20;

    private Displacing() {}

    /** After a further step forward those are looked for whom it displaces since the first that nobody was told of. */
    static GainKept gained(DepartmentCase state, Request.Ask before, Instant now) {
        RequestId id = before.id();
        boolean urgent = state.dealings().urgencies().isUrgent(id);
        return new GainKept(
                id,
                switch (gain(state, id)) {
                    case Gained(var due, var was, var _) -> gained(due, before.dueAt(), was && urgent, now);
                    case Telling(var due, var was, var _, var _, var _) ->
                        gained(due, before.dueAt(), was && urgent, now);
                    case Told _ -> new Gained(before.dueAt(), urgent, now);
                    case null -> new Gained(before.dueAt(), urgent, now);
                });
    }

    private static Gained gained(Instant earlier, Instant before, boolean urgent, Instant now) {
        return new Gained(earlier.isAfter(before) ? earlier : before, urgent, now);
    }

    static Decision<DepartmentFact> name(DepartmentCase state, NameDisplaced command, Instant now) {
        RequestId id = command.requestId();
        if (!(gain(state, id) instanceof Gained(var former, var urgent, var at))) {
            return nothing();
        }
        List<Displaced> first = command.first().stream().limit(MOST_TOLD).toList();
        return accept(new GainKept(
                id,
                first.isEmpty()
                        ? new Told(now, 0, List.of())
                        : new Telling(former, urgent, at, command.displaced(), first)));
    }

    static Decision<DepartmentFact> lose(DepartmentCase state, LosePlace command, Instant now) {
        RequestId id = command.requestId();
        Negotiation negotiation = state.dealings().negotiations().about(id);
        Request request = state.request(id);
        boolean waits = request instanceof Request.Open || request instanceof Request.Offered;
        if (request == null
                || !waits
                || negotiation.hasLostTo(command.to())
                || negotiation.lost().size() >= MOST_LOST) {
            return nothing();
        }
        Displaced displaced = command.displaced();
        return accept(
                new PlaceLostKept(
                        id, new LostPlace(command.to(), now, displaced.oldEstimate(), displaced.newEstimate())),
                new Published(new PlaceLost(
                        id.caseId(),
                        id,
                        request.ask().department(),
                        Asking.requester(state, request.ask()),
                        command.to(),
                        now,
                        displaced.oldEstimate(),
                        displaced.newEstimate())));
    }

    static Decision<DepartmentFact> end(DepartmentCase state, EndTelling command, Instant now) {
        RequestId id = command.requestId();
        return gain(state, id) instanceof Telling(var _, var _, var _, var displaced, var first)
                ? accept(new GainKept(
                        id,
                        new Told(now, displaced, first.stream().limit(MOST_KEPT).toList())))
                : nothing();
    }

    private static @Nullable Gain gain(DepartmentCase state, RequestId id) {
        return state.dealings().negotiations().about(id).gain();
    }
}
