package io.redress.department.domain;

import io.redress.chassis.decide.Decider;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.decide.SurroundingRules;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.Party;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.Request.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a department, and around them the first word about a date: whoever has asked for something by an earlier
 * date than the department gives, opens with it (R75, R90). As soon as the department works on it, and in the same
 * decision, so that it is never offered twice. It comes with the numbers where it is sooner than usual (R88).
 */
public final class OpeningOffers extends SurroundingRules<DepartmentCase, DepartmentCommand, DepartmentFact> {
    /** Unlike all that people and departments' systems call their offers. */
    static final String KEY = "wanted-by";

    private final Charters charters;
    private final KnownWork work;

    public OpeningOffers(
            Decider<DepartmentCase, DepartmentCommand, DepartmentFact> rules, Charters charters, KnownWork work) {
        super(rules);
        this.charters = charters;
        this.work = work;
    }

    @Override
    public Decision<DepartmentFact> decide(DepartmentCase state, DepartmentCommand command, Instant now) {
        Decision<DepartmentFact> decision = rules.decide(state, command, now);
        return decision instanceof Decision.Accepted<DepartmentFact>(var facts)
                        && !facts.isEmpty()
                        && !(command instanceof DeadlineReached)
                ? Decision.accept(opened(state, facts, now))
                : decision;
    }

    private List<DepartmentFact> opened(DepartmentCase before, List<DepartmentFact> facts, Instant now) {
        List<DepartmentFact> all = new ArrayList<>(facts);
        DepartmentCase at = rules.evolveAll(before, facts);
        for (Request request : at.requests()) {
            Instant wantedBy = request.ask().wantedBy();
            if (request instanceof Open open
                    && !(before.request(open.ask().id()) instanceof Open)
                    && wantedBy != null
                    && isOffer(at, open, wantedBy, now)
                    && offer(at, open, wantedBy, now) instanceof Decision.Accepted<DepartmentFact>(var more)) {
                all.addAll(more);
                at = rules.evolveAll(at, more);
            }
        }
        return all;
    }

    private static boolean isOffer(DepartmentCase state, Open request, Instant wantedBy, Instant now) {
        return wantedBy.isBefore(request.ask().dueAt())
                && Negotiating.isWithinReach(wantedBy, now)
                && Negotiating.negotiation(state, request).offers().isEmpty()
                && !MakingOffers.isFull(state);
    }

    private Decision<DepartmentFact> offer(DepartmentCase state, Open request, Instant wantedBy, Instant now) {
        Request.Ask ask = request.ask();
        return MakingOffers.offered(
                state,
                request,
                Negotiation.Side.REQUESTER,
                new MakeOffer(
                        ask.id(),
                        KEY,
                        new Speaker(askedBy(state, ask), false, Set.of()),
                        new Expectation(wantedBy, null, null, null, null),
                        usual(ask, now),
                        null),
                charters,
                now);
    }

    /** As far as it is at hand: an offer waits for nobody who looks it up. */
    private @Nullable Usual usual(Request.Ask ask, Instant now) {
        return work.comparableTo(ask)
                .flatMap(it -> it.usual(charters.of(ask.department()).calendar(), now))
                .orElse(null);
    }

    /** Who has said by when; where that is not known any more, for whom it is. */
    private static String askedBy(DepartmentCase state, Request.Ask ask) {
        Party requester = Asking.requester(state, ask);
        Stream<String> wished = state.cooperation().wanted().stream()
                .filter(it -> it.id().equals(ask.wantedId()))
                .map(Cooperation.Wanted::by);
        Stream<String> helped = state.cooperation().helps().stream()
                .filter(it -> it.reply().requestId().equals(ask.parent())
                        && it.reply().kind() == ask.kind()
                        && it.reply().subject().equals(ask.subject()))
                .map(it -> it.reply().by());
        return Stream.concat(wished, helped).findFirst().orElseGet(requester::id);
    }
}
