package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.Negotiation.Fate;
import io.redress.department.domain.Negotiation.Offer;
import io.redress.department.domain.Negotiation.Side;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.NegotiationFact.OfferKept;
import io.redress.department.domain.Request.Open;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One side names the date that it expects, and the other one is asked whether it holds. */
final class MakingOffers {
    private MakingOffers() {}

    static Decision<DepartmentFact> make(
            DepartmentCase state, Open request, Side side, MakeOffer command, Charters charters, Instant now) {
        Negotiation negotiation = Negotiating.negotiation(state, request);
        Expectation expectation = command.expectation();
        Instant dueAt = request.ask().dueAt();
        if (negotiation.offers().stream().anyMatch(it -> it.key().equals(command.key()))) {
            return reject("reply-id-reused", "Expected a new key for another offer");
        }
        if (!Negotiating.isWithinReach(expectation.dueAt(), now)) {
            return reject(
                    "date-out-of-reach",
                    "Expected a date in the future and within " + Negotiating.LONGEST.toDays() + " days, but got "
                            + expectation.dueAt());
        }
        if (negotiation.rounds() >= Negotiating.MOST_ROUNDS
                || negotiation.offers().size() >= Negotiating.MOST_OFFERS
                || isFull(state)) {
            return reject(
                    "no-more-rounds",
                    "Expected at most " + Negotiating.MOST_ROUNDS + " offers until an agreement, "
                            + Negotiating.MOST_OFFERS
                            + " about a request and " + Negotiating.MOST_IN_CASE
                            + " in a case, but there were as many; " + dueAt
                            + " holds");
        }
        if (expectation.reason() == null && mustExplain(negotiation, side)) {
            return reject(
                    "reason-missing",
                    "Expected a reason, because whoever does not accept or changes a date explains it");
        }
        if (expectation.reason() == null && isBelow(command.usual(), side, expectation)) {
            return belowMedian(request.ask().department(), command.usual());
        }
        return offered(state, request, side, command, charters, now);
    }

    static boolean isFull(DepartmentCase state) {
        return state.dealings().negotiations().all().stream()
                        .mapToInt(it -> it.offers().size())
                        .sum()
                >= Negotiating.MOST_IN_CASE;
    }

    /** What the department says is always explained, and by the requester what changes something that was said before. */
    private static boolean mustExplain(Negotiation negotiation, Side side) {
        return side == Side.PROVIDER || !negotiation.offers().isEmpty();
    }

    private static boolean isBelow(@Nullable Usual usual, Side side, Expectation expectation) {
        return usual != null && side == Side.REQUESTER && expectation.dueAt().isBefore(usual.medianDate());
    }

    /** An expectation that is rarely met needs a reason (R88); the numbers say which would be. */
    private static Decision<DepartmentFact> belowMedian(DepartmentCode department, @Nullable Usual usual) {
        return usual == null
                ? nothing()
                : reject(
                        "below-median",
                        "Expected a date from " + usual.medianDate()
                                + " on, or the reason why it must be earlier, because of " + usual.comparables()
                                + " comparable requests half took " + usual.medianMinutes()
                                + " minutes of the working time of " + department + " or more, and 15 in 100 took "
                                + usual.p85Minutes() + " or more");
    }

    static Decision<DepartmentFact> offered(
            DepartmentCase state, Open request, Side side, MakeOffer command, Charters charters, Instant now) {
        RequestId id = request.ask().id();
        Negotiation negotiation = Negotiating.negotiation(state, request);
        Party provider = Party.department(request.ask().department());
        Party requester = Asking.requester(state, request.ask());
        Party to = side == Side.PROVIDER ? requester : provider;
        Expectation expectation = command.expectation();
        Offer offer = new Offer(
                "offer-" + (negotiation.offers().size() + 1),
                command.key(),
                side,
                side == Side.PROVIDER ? provider : requester,
                to,
                expectation,
                command.speaker().by(),
                now,
                answerBy(to, expectation, charters, now),
                command.usual(),
                command.load(),
                new Fate.Standing());
        return accept(
                new OfferKept(id, offer),
                new Published(new ExpectationOffered(
                        id.caseId(),
                        id,
                        request.ask().department(),
                        offer.id(),
                        negotiation.rounds() + 1,
                        offer.from(),
                        to,
                        expectation.dueAt(),
                        offer.by(),
                        now,
                        offer.answerBy(),
                        expectation.reason(),
                        expectation.quantity(),
                        expectation.quality(),
                        expectation.resources(),
                        offer.usual(),
                        offer.load())));
    }

    /** The other side has as long as for the first answer to a request, in its own working time. */
    private static Instant answerBy(Party to, Expectation expectation, Charters charters, Instant now) {
        Charter charter = charters.of(new DepartmentCode((to.isDepartment() ? to : Speaker.FRONT_DESK).id()));
        Instant usual = charter.calendar().add(now, charter.ola().firstAnswer());
        return usual.isBefore(expectation.dueAt()) ? usual : expectation.dueAt();
    }
}
