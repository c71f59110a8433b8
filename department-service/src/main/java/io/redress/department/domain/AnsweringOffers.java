package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.NegotiationEvent.OfferLapsed;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Negotiation.Agreement;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.Negotiation.Fate;
import io.redress.department.domain.Negotiation.Offer;
import io.redress.department.domain.Negotiation.Side;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationFact.AgreementKept;
import io.redress.department.domain.NegotiationFact.OfferEnded;
import io.redress.department.domain.Request.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The other side accepts an offer, declines it with a reason, or lets it lapse. */
final class AnsweringOffers {
    private AnsweringOffers() {}

    static Decision<DepartmentFact> accept(
            DepartmentCase state, Open request, Side side, AcceptOffer command, Instant now) {
        return switch (answerable(state, request, side, command.offerId(), now)) {
            case Answerable.Not(var why) -> why;
            case Answerable.Yes(var offer) -> agreed(state, request, offer, command.speaker(), now);
        };
    }

    private static Decision<DepartmentFact> agreed(
            DepartmentCase state, Open request, Offer offer, Speaker speaker, Instant now) {
        RequestId id = request.ask().id();
        Instant before = request.ask().dueAt();
        Expectation expectation = offer.expectation();
        Party by = speaker.answering(offer.to());
        List<DepartmentFact> facts = new ArrayList<>();
        facts.add(new OfferEnded(id, offer.id(), new Fate.Accepted(by, now)));
        facts.add(new AgreementKept(
                id,
                new Agreement(
                        offer.id(), expectation.dueAt(), expectation.quantity(), expectation.quality(), by, now)));
        facts.add(new Published(new DateAgreed(
                id.caseId(),
                id,
                request.ask().department(),
                offer.id(),
                expectation.dueAt(),
                before,
                by,
                now,
                expectation.reason(),
                expectation.quantity(),
                expectation.quality())));
        facts.addAll(Correcting.agreed(state, request.ask(), offer, speaker.by(), now));
        if (expectation.dueAt().isBefore(before)) {
            facts.add(Displacing.gained(state, request.ask(), now));
        }
        return Decision.accept(facts);
    }

    static Decision<DepartmentFact> decline(
            DepartmentCase state, Open request, Side side, DeclineOffer command, Instant now) {
        return switch (answerable(state, request, side, command.offerId(), now)) {
            case Answerable.Not(var why) -> why;
            case Answerable.Yes(var offer) -> declined(request, offer, command, now);
        };
    }

    private static Decision<DepartmentFact> declined(Open request, Offer offer, DeclineOffer command, Instant now) {
        RequestId id = request.ask().id();
        Party from = command.speaker().answering(offer.to());
        String by = command.speaker().by();
        return Decision.accept(
                new OfferEnded(id, offer.id(), new Fate.Declined(from, by, command.reason(), now)),
                new Published(new OfferDeclined(
                        id.caseId(), id, request.ask().department(), offer.id(), from, command.reason(), by, now)));
    }

    /** Whether an offer can still be answered by this side. */
    private sealed interface Answerable {
        record Yes(Offer offer) implements Answerable {}

        record Not(Decision<DepartmentFact> why) implements Answerable {}
    }

    private static Answerable answerable(DepartmentCase state, Open request, Side side, String offerId, Instant now) {
        Offer offer = Negotiating.negotiation(state, request).offer(offerId).orElse(null);
        Instant dueAt = request.ask().dueAt();
        if (offer == null) {
            return new Answerable.Not(
                    reject("unknown-offer", "Expected an offer about this request, but got " + offerId));
        }
        if (offer.side() == side) {
            return new Answerable.Not(reject(
                    "one-sided",
                    "Expected " + offer.to() + " to answer what " + offer.from() + " has offered; until then " + dueAt
                            + " holds"));
        }
        if (!offer.stands() || !offer.answerBy().isAfter(now)) {
            return new Answerable.Not(reject(
                    "offer-over",
                    "Expected an offer that still stands, but " + offerId + " does not; " + dueAt + " holds"));
        }
        return new Answerable.Yes(offer);
    }

    /** Offers that nobody has answered in time. */
    static List<DepartmentFact> lapsed(DepartmentCase state, Instant now) {
        List<DepartmentFact> facts = new ArrayList<>();
        for (Negotiation negotiation : state.dealings().negotiations().all()) {
            RequestId id = negotiation.requestId();
            Offer offer = negotiation.standing().orElse(null);
            if (offer != null && !offer.answerBy().isAfter(now) && state.request(id) instanceof Open open) {
                facts.add(new OfferEnded(id, offer.id(), new Fate.Lapsed(now)));
                facts.add(new Published(new OfferLapsed(
                        id.caseId(),
                        id,
                        open.ask().department(),
                        offer.id(),
                        offer.to(),
                        open.ask().dueAt(),
                        now)));
            }
        }
        return facts;
    }
}
