package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.DepartmentFact.OfferTaken;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestEnded;
import io.redress.department.domain.DepartmentFact.RequestGivenAway;
import io.redress.department.domain.DepartmentFact.RequestReopened;
import io.redress.department.domain.Request.Declined;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Offered;
import io.redress.department.domain.Request.OnOffer;
import io.redress.department.domain.Request.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What another department gives away is an offer: the first word of the one it is offered to decides, and whoever works on
 * it has accepted it.
 */
final class Offering {
    private Offering() {}

    static Request taken(RequestRaised raised, RequestTerms terms) {
        Request.Ask ask = Request.Ask.of(raised, terms);
        return raised.offeredBy() == null ? new Open(ask, List.of()) : new Offered(ask, raised.offeredBy());
    }

    /** @param asOpen how the reply is decided on a request that is the department's own */
    static Decision<DepartmentFact> reply(
            Offered offered, DepartmentReply reply, Instant now, Function<Open, Decision<DepartmentFact>> asOpen) {
        Decision<DepartmentFact> usual = asOpen.apply(new Open(offered.ask(), List.of()));
        if (reply instanceof DepartmentReply.Decline
                || !(usual instanceof Decision.Accepted<DepartmentFact>(var more))) {
            return usual;
        }
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new OfferTaken(offered.ask().id()));
        facts.add(accepted(offered.ask(), now));
        facts.addAll(more);
        return accept(facts);
    }

    static Published accepted(Request.Ask ask, Instant now) {
        return new Published(new RequestAccepted(
                ask.id().caseId(), ask.id(), ask.department(), ask.kind(), ask.stepId(), now, ask.dueAt()));
    }

    static Decision<DepartmentFact> returned(DepartmentCase state, OfferReturned returned) {
        RequestId id = returned.requestId();
        return id != null && returned.outcome() == Outcome.UNANSWERED && state.request(id) instanceof OnOffer
                ? accept(new RequestReopened(id))
                : nothing();
    }

    /** What others have taken over, or the authority has assigned to them, is not on this department's list any more. */
    static Decision<DepartmentFact> moved(DepartmentCase state, OwnershipMoved moved, Instant now) {
        RequestId id = moved.requestId();
        return switch (id == null ? null : state.request(id)) {
            case Open open -> accept(new RequestEnded(open.ask().id(), moved.reason(), now));
            case Incomplete lacking -> accept(new RequestEnded(lacking.ask().id(), moved.reason(), now));
            case OnOffer given -> accept(new RequestGivenAway(given.ask().id()));
            case null, default -> nothing();
        };
    }

    static Request open(Request request) {
        return request instanceof Offered(var ask, var _) ? new Open(ask, List.of()) : request;
    }

    /** What was declined with stays known, so that the same decline sent again is no second one. */
    static Request reopened(Request request) {
        return request instanceof OnOffer given ? new Open(given.ask(), given.progress(), given.reply()) : request;
    }

    static Request givenAway(Request request) {
        return request instanceof OnOffer given
                ? new Declined(given.ask(), given.progress(), given.reply(), given.at())
                : request;
    }
}
