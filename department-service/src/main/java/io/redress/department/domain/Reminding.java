package io.redress.department.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.contracts.DeliveryEvent.RatingReminded;
import io.redress.department.domain.DeliveryFact.Reminded;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rules of a department, and beside them a reminder to whoever has not rated what was delivered: one for a request,
 * since a second would be a nuisance and no word is no good word (R84). A rating that comes later counts like any other.
 */
public final class Reminding extends SurroundingRules<DepartmentCase, DepartmentCommand, DepartmentFact> {
    private final Duration rateWithin;

    /** @param rateWithin how long after an answer its rating may take before anybody is reminded */
    public Reminding(Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, Duration rateWithin) {
        super(rules);
        this.rateWithin = rateWithin;
    }

    /** When somebody is to be reminded next; empty where nobody is. */
    public static Optional<Instant> nextDue(DepartmentCase state, Duration rateWithin) {
        return unrated(state).map(it -> it.at().plus(rateWithin)).min(Instant::compareTo);
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentCase state, DepartmentCommand command, Instant now) {
        Decision<DepartmentFact> decision = rules.decide(state, command, now);
        if (!(command instanceof DeadlineReached)
                || !(decision instanceof Decision.Accepted<DepartmentFact>(var facts))) {
            return decision;
        }
        List<DepartmentFact> all = new ArrayList<>(facts);
        unrated(state)
                .filter(it -> !it.at().plus(rateWithin).isAfter(now))
                .forEach(it -> all.addAll(reminded(state, it, now)));
        return Decision.accept(all);
    }

    private static List<DepartmentFact> reminded(DepartmentCase state, Answered answered, Instant now) {
        Request.Ask ask = answered.ask();
        return List.of(
                new Reminded(ask.id(), now),
                new Published(new RatingReminded(
                        ask.id().caseId(),
                        ask.id(),
                        ask.department(),
                        Asking.requester(state, ask),
                        answered.at(),
                        now)));
    }

    /** What nobody has rated, and nobody was reminded of. */
    private static Stream<Answered> unrated(DepartmentCase state) {
        return state.requests().stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .filter(Delivering::isDelivery)
                .filter(it -> {
                    Delivery delivery =
                            state.dealings().deliveries().of(it.ask().id());
                    return delivery.rating() == null && delivery.remindedAt() == null;
                });
    }
}
