package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Party;
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
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
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
            case MakeOffer it -> MakingOffers.make(state, request, side, it, charters, now);
            case AcceptOffer it -> AnsweringOffers.accept(state, request, side, it, now);
            case DeclineOffer it -> AnsweringOffers.decline(state, request, side, it, now);
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

    /** Whether a date is one that can be agreed. */
    public static boolean isWithinReach(Instant date, Instant now) {
        return date.isAfter(now) && !date.isAfter(now.plus(LONGEST));
    }

    static Negotiation negotiation(DepartmentCase state, Open request) {
        return state.dealings().negotiations().about(request.ask().id());
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
