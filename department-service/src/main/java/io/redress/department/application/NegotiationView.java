package io.redress.department.application;

import io.redress.contracts.NegotiationEvent.Load;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Negotiating;
import io.redress.department.domain.Negotiation;
import io.redress.department.domain.Negotiation.Fate;
import io.redress.department.domain.Negotiation.Gain;
import io.redress.department.domain.Negotiation.Offer;
import io.redress.department.domain.Request;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What both sides hold about when a request is answered, what they have said about it, and what that means for others.
 *
 * @param dueAt the date in force
 * @param agreement absent where nobody has agreed on another date than the department's rule
 * @param rounds offers since the last agreement
 * @param roundsLeft how many more there may be
 * @param standing what the other side may accept; absent where nothing is offered
 * @param offers all of them, oldest first; absent in a worklist
 * @param displaces whom it has displaced since it came forward; absent where it has not, or nobody has looked yet
 * @param placesLost who has come before it, oldest first
 */
public record NegotiationView(
        RequestId requestId,
        Instant dueAt,
        @Nullable AgreementView agreement,
        int rounds,
        int roundsLeft,
        @Nullable OfferView standing,
        @Nullable List<OfferView> offers,
        @Nullable DisplacesView displaces,
        List<LostView> placesLost) {

    /** What is agreed. */
    public record AgreementView(
            String offerId,
            Instant dueAt,
            @Nullable String quantity,
            @Nullable String quality,
            Party by,
            Instant agreedAt) {
        static @Nullable AgreementView of(Negotiation.@Nullable Agreement it) {
            return it == null
                    ? null
                    : new AgreementView(it.offerId(), it.dueAt(), it.quantity(), it.quality(), it.by(), it.at());
        }
    }

    /**
     * An offer.
     *
     * @param state {@code standing}, {@code accepted}, {@code declined}, {@code countered} or {@code lapsed}
     * @param answered what the other side has said; absent where it has said nothing
     */
    public record OfferView(
            String offerId,
            Party from,
            Party to,
            Instant dueAt,
            @Nullable String reason,
            @Nullable String quantity,
            @Nullable String quality,
            @Nullable String resources,
            String by,
            Instant offeredAt,
            Instant answerBy,
            String state,
            @Nullable AnsweredView answered,
            @Nullable Usual usual,
            @Nullable Load load) {
        static OfferView of(Offer it) {
            return new OfferView(
                    it.id(),
                    it.from(),
                    it.to(),
                    it.expectation().dueAt(),
                    it.expectation().reason(),
                    it.expectation().quantity(),
                    it.expectation().quality(),
                    it.expectation().resources(),
                    it.by(),
                    it.offeredAt(),
                    it.answerBy(),
                    stateOf(it.fate()),
                    AnsweredView.of(it.fate()),
                    it.usual(),
                    it.load());
        }

        private static String stateOf(Fate fate) {
            return switch (fate) {
                case Fate.Standing _ -> "standing";
                case Fate.Accepted _ -> "accepted";
                case Fate.Declined _ -> "declined";
                case Fate.Countered _ -> "countered";
                case Fate.Lapsed _ -> "lapsed";
            };
        }
    }

    /** @param reason of a refusal; absent for an acceptance */
    public record AnsweredView(
            Party from, @Nullable String by, @Nullable String reason, Instant at) {
        static @Nullable AnsweredView of(Fate fate) {
            return switch (fate) {
                case Fate.Accepted(var from, var at) -> new AnsweredView(from, null, null, at);
                case Fate.Declined(var from, var by, var reason, var at) -> new AnsweredView(from, by, reason, at);
                case Fate.Standing _, Fate.Countered _, Fate.Lapsed _ -> null;
            };
        }
    }

    /**
     * Whom it displaces.
     *
     * @param told whether all of them know
     * @param first some of them
     */
    public record DisplacesView(int count, boolean told, List<Preview.DisplacedView> first) {
        static @Nullable DisplacesView of(@Nullable Gain gain) {
            return switch (gain) {
                case null -> null;
                case Gain.Gained _ -> null;
                case Gain.Telling(var _, var _, var _, var count, var first) ->
                    new DisplacesView(count, false, Preview.DisplacedView.of(first));
                case Gain.Told(var _, var count, var first) ->
                    new DisplacesView(count, true, Preview.DisplacedView.of(first));
            };
        }
    }

    /** Another request has come before it. */
    public record LostView(
            RequestId to,
            Instant at,
            @Nullable Instant oldEstimate,
            @Nullable Instant newEstimate) {
        static List<LostView> of(Negotiation negotiation) {
            return negotiation.lost().stream()
                    .map(it -> new LostView(it.to(), it.at(), it.oldEstimate(), it.newEstimate()))
                    .toList();
        }
    }

    /** In full. */
    public static NegotiationView of(DepartmentCase state, Request request) {
        Negotiation negotiation = about(state, request);
        return of(
                negotiation,
                request,
                negotiation.offers().stream().map(OfferView::of).toList());
    }

    /** Without the offers that are over; null where nothing has been said or has followed. */
    static @Nullable NegotiationView brief(DepartmentCase state, Request request) {
        return isSilent(state, request) ? null : of(about(state, request), request, null);
    }

    /** In full; null where nothing has been said or has followed. */
    static @Nullable NegotiationView ifAny(DepartmentCase state, Request request) {
        return isSilent(state, request) ? null : of(state, request);
    }

    private static boolean isSilent(DepartmentCase state, Request request) {
        return state.dealings().negotiations().all().stream()
                .noneMatch(it -> it.requestId().equals(request.ask().id()));
    }

    private static Negotiation about(DepartmentCase state, Request request) {
        return state.dealings().negotiations().about(request.ask().id());
    }

    private static NegotiationView of(Negotiation negotiation, Request request, @Nullable List<OfferView> offers) {
        return new NegotiationView(
                negotiation.requestId(),
                request.ask().dueAt(),
                AgreementView.of(negotiation.agreement()),
                negotiation.rounds(),
                Math.max(0, Negotiating.MOST_ROUNDS - negotiation.rounds()),
                negotiation.standing().map(OfferView::of).orElse(null),
                offers,
                DisplacesView.of(negotiation.gain()),
                LostView.of(negotiation));
    }
}
