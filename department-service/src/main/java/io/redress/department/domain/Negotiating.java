package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.NegotiationEvent.OfferLapsed;
import io.redress.contracts.NegotiationEvent.Usual;
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
import io.redress.department.domain.NegotiationCommand.EndTelling;
import io.redress.department.domain.NegotiationCommand.LosePlace;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.NegotiationCommand.NameDisplaced;
import io.redress.department.domain.NegotiationCommand.Word;
import io.redress.department.domain.NegotiationFact.AgreementKept;
import io.redress.department.domain.NegotiationFact.OfferEnded;
import io.redress.department.domain.NegotiationFact.OfferKept;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date is what both sides hold: one offers, the other accepts, and until then the date before stays (R75). Whoever does
 * not accept says why (R77).
 */
public final class Negotiating {
    /** Whoever has not agreed by then does not agree by a further offer; the date in force holds. */
    public static final int MOST_ROUNDS = 10;

    static final int MOST_OFFERS = 30;
    static final int MOST_IN_CASE = 100;
    /** Nobody can say what will be after that. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private Negotiating() {}

    static Decision<DepartmentFact> decide(
            DepartmentCase state, NegotiationCommand command, Charters charters, Instant now) {
        return switch (command) {
            case Word word -> hear(state, word, charters, now);
            case NameDisplaced it -> Displacing.name(state, it, now);
            case LosePlace it -> Displacing.lose(state, it, now);
            case EndTelling it -> Displacing.end(state, it, now);
        };
    }

    private static Decision<DepartmentFact> hear(DepartmentCase state, Word word, Charters charters, Instant now) {
        Request request = state.request(word.requestId());
        Optional<Side> side = request == null ? Optional.empty() : sideOf(state, request, word.speaker());
        if (request == null || side.isEmpty()) {
            // Whom it does not concern need not learn that it is there.
            return reject("unknown-request", "Expected a request of yours or to you, but got " + word.requestId());
        }
        if (isSaid(state, word, side.get())) {
            return nothing();
        }
        return request instanceof Open open
                ? hear(state, open, side.get(), word, charters, now)
                : reject(
                        "not-open",
                        "Expected a request that its department works on, but nobody does on " + word.requestId());
    }

    /** What a department says of its own, about a request that it works on or takes by saying so. */
    static Decision<DepartmentFact> hear(
            DepartmentCase state, Open request, Word word, Charters charters, Instant now) {
        return isSaid(state, word, Side.PROVIDER)
                ? nothing()
                : hear(state, request, Side.PROVIDER, word, charters, now);
    }

    private static Decision<DepartmentFact> hear(
            DepartmentCase state, Open request, Side side, Word word, Charters charters, Instant now) {
        return switch (word) {
            case MakeOffer it -> makeOffer(state, request, side, it, charters, now);
            case AcceptOffer it -> acceptOffer(state, request, side, it, now);
            case DeclineOffer it -> declineOffer(state, request, side, it, now);
        };
    }

    /** For which side somebody speaks; for the department where it could be both. Absent for others. */
    public static Optional<Side> sideOf(DepartmentCase state, Request request, Speaker speaker) {
        if (speaker.speaksFor(Party.department(request.ask().department()))) {
            return Optional.of(Side.PROVIDER);
        }
        return speaker.speaksFor(Asking.requester(state, request.ask()))
                ? Optional.of(Side.REQUESTER)
                : Optional.empty();
    }

    /** Whether a reply of a department repeats what it has said about an offer. */
    static boolean isRepeated(DepartmentCase state, DepartmentReply.OnRequest reply) {
        Word word = said(reply);
        return word != null && isSaid(state, word, Side.PROVIDER);
    }

    /** The words of a department's reply; null where they are about something else. */
    static @Nullable Word said(DepartmentReply.OnRequest reply) {
        Speaker speaker = Speaker.of(reply.department(), reply.by());
        return switch (reply) {
            case DepartmentReply.Offer it ->
                new MakeOffer(
                        it.requestId(),
                        "department:" + it.department() + "/" + it.replyId(),
                        speaker,
                        new Expectation(it.dueAt(), it.reason(), it.quantity(), it.quality(), it.resources()),
                        null,
                        null);
            case DepartmentReply.AcceptOffer it -> new AcceptOffer(it.requestId(), it.offerId(), speaker);
            case DepartmentReply.DeclineOffer it ->
                new DeclineOffer(it.requestId(), it.offerId(), speaker, it.reason());
            default -> null;
        };
    }

    private static boolean isSaid(DepartmentCase state, Word word, Side side) {
        Negotiation negotiation = state.dealings().negotiations().about(word.requestId());
        return switch (word) {
            case MakeOffer offer ->
                negotiation.offers().stream()
                        .anyMatch(it -> it.key().equals(offer.key())
                                && it.side() == side
                                && it.expectation().equals(offer.expectation()));
            case AcceptOffer accept ->
                negotiation
                        .offer(accept.offerId())
                        .filter(it -> it.side() != side && it.fate() instanceof Fate.Accepted)
                        .isPresent();
            case DeclineOffer decline ->
                negotiation
                        .offer(decline.offerId())
                        .filter(it -> it.side() != side
                                && it.fate() instanceof Fate.Declined declined
                                && declined.reason().equals(decline.reason()))
                        .isPresent();
        };
    }

    private static Decision<DepartmentFact> makeOffer(
            DepartmentCase state, Open request, Side side, MakeOffer command, Charters charters, Instant now) {
        Negotiation negotiation = negotiation(state, request);
        Expectation expectation = command.expectation();
        Instant dueAt = request.ask().dueAt();
        if (negotiation.offers().stream().anyMatch(it -> it.key().equals(command.key()))) {
            return reject("reply-id-reused", "Expected a new key for another offer");
        }
        if (!isWithinReach(expectation.dueAt(), now)) {
            return reject(
                    "date-out-of-reach",
                    "Expected a date in the future and within " + LONGEST.toDays() + " days, but got "
                            + expectation.dueAt());
        }
        if (negotiation.rounds() >= MOST_ROUNDS || negotiation.offers().size() >= MOST_OFFERS || isFull(state)) {
            return reject(
                    "no-more-rounds",
                    "Expected at most " + MOST_ROUNDS + " offers until an agreement, " + MOST_OFFERS
                            + " about a request and " + MOST_IN_CASE + " in a case, but there were as many; " + dueAt
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

    /** Whether a date is one that can be agreed. */
    public static boolean isWithinReach(Instant date, Instant now) {
        return date.isAfter(now) && !date.isAfter(now.plus(LONGEST));
    }

    private static boolean isFull(DepartmentCase state) {
        return state.dealings().negotiations().all().stream()
                        .mapToInt(it -> it.offers().size())
                        .sum()
                >= MOST_IN_CASE;
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

    private static Decision<DepartmentFact> offered(
            DepartmentCase state, Open request, Side side, MakeOffer command, Charters charters, Instant now) {
        RequestId id = request.ask().id();
        Negotiation negotiation = negotiation(state, request);
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

    private static Decision<DepartmentFact> acceptOffer(
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
        if (expectation.dueAt().isBefore(before)) {
            facts.add(Displacing.gained(state, request.ask(), now));
        }
        return Decision.accept(facts);
    }

    private static Decision<DepartmentFact> declineOffer(
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
        return accept(
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
        Offer offer = negotiation(state, request).offer(offerId).orElse(null);
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

    private static Negotiation negotiation(DepartmentCase state, Open request) {
        return state.dealings().negotiations().about(request.ask().id());
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

    /** When the next offer lapses; empty where none does. */
    public static Optional<Instant> nextDue(DepartmentCase state) {
        return state.dealings().negotiations().all().stream()
                .filter(it -> state.request(it.requestId()) instanceof Open)
                .flatMap(it -> it.standing().stream())
                .map(Offer::answerBy)
                .min(Instant::compareTo);
    }

    /** What is agreed is the request's date. */
    static DepartmentCase after(DepartmentCase state, NegotiationFact fact) {
        DepartmentCase next = state.with(state.dealings().after(fact));
        return fact instanceof AgreementKept(var id, var agreement)
                ? next.replacing(id, it -> it instanceof Open open ? open.due(agreement.dueAt()) : it)
                : next;
    }
}
