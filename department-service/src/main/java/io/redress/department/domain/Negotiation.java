package io.redress.department.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.NegotiationEvent.Load;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What both sides have said about when a request is answered and how well, and what it means for others.
 *
 * @param offers in the order in which they were made; at most {@value Negotiating#MOST_OFFERS}
 * @param agreement the latest; absent where the date is still the one that the request came with
 * @param gain what became of those behind whom it was before; absent where it has never come forward
 * @param lost who has come before it; at most {@value Displacing#MOST_LOST}
 */
public record Negotiation(
        RequestId requestId,
        List<Offer> offers,
        @Nullable Agreement agreement,
        @Nullable Gain gain,
        List<LostPlace> lost) {
    public Negotiation {
        offers = List.copyOf(offers);
        lost = List.copyOf(lost);
    }

    static Negotiation about(RequestId requestId) {
        return new Negotiation(requestId, List.of(), null, null, List.of());
    }

    /** Who speaks about a request. */
    public enum Side {
        /** Whoever made it. */
        REQUESTER,
        /** The department that is asked. */
        PROVIDER
    }

    /** What one side expects, in time, quantity and quality (R75); the provider says what it needs, too (R95). */
    public record Expectation(
            Instant dueAt,
            @Nullable String reason,
            @Nullable String quantity,
            @Nullable String quality,
            @Nullable String resources) {}

    /**
     * One side's expectation, for the other to accept.
     *
     * @param key the speaker's own name for it, unlike anybody else's
     * @param usual how long such work took before, as far as it was looked up
     * @param load what it means for the department's queue, likewise
     */
    public record Offer(
            String id,
            String key,
            Side side,
            Party from,
            Party to,
            Expectation expectation,
            String by,
            Instant offeredAt,
            Instant answerBy,
            @Nullable Usual usual,
            @Nullable Load load,
            Fate fate) {

        public boolean stands() {
            return fate instanceof Fate.Standing;
        }

        Offer ended(Fate next) {
            return new Offer(id, key, side, from, to, expectation, by, offeredAt, answerBy, usual, load, next);
        }
    }

    /** What became of an offer. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Fate {
        /** The other side has not said anything yet. */
        record Standing() implements Fate {}

        record Accepted(Party by, Instant at) implements Fate {}

        record Declined(Party from, String by, String reason, Instant at) implements Fate {}

        /** Another offer has taken its place. */
        record Countered(Instant at) implements Fate {}

        /** Nobody has answered it in time. */
        record Lapsed(Instant at) implements Fate {}
    }

    /** What both sides hold; only both can change it. */
    public record Agreement(
            String offerId,
            Instant dueAt,
            @Nullable String quantity,
            @Nullable String quality,
            Party by,
            Instant at) {}

    /** The request has come forward in its department's queue, and those whom it displaces are told. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
    public sealed interface Gain {
        /**
         * Nobody has looked yet who is displaced.
         *
         * @param formerDueAt where it was in the queue, as is {@code formerlyUrgent}
         */
        record Gained(Instant formerDueAt, boolean formerlyUrgent, Instant at) implements Gain {}

        /** These are told. */
        record Telling(Instant formerDueAt, boolean formerlyUrgent, Instant at, int displaced, List<Displaced> first)
                implements Gain {
            public Telling {
                first = List.copyOf(first);
            }
        }

        /** All of them have been told. */
        record Told(Instant at, int displaced, List<Displaced> first) implements Gain {
            public Told {
                first = List.copyOf(first);
            }
        }
    }

    /** Another request has come before this one. */
    public record LostPlace(
            RequestId to,
            Instant at,
            @Nullable Instant oldEstimate,
            @Nullable Instant newEstimate) {}

    /** What the other side may accept. */
    public Optional<Offer> standing() {
        return offers.stream().filter(Offer::stands).findFirst();
    }

    public Optional<Offer> offer(String id) {
        return offers.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** How many offers there have been since the last agreement. */
    public int rounds() {
        if (agreement == null) {
            return offers.size();
        }
        String agreed = agreement.offerId();
        return offers.size() - 1 - offers.stream().map(Offer::id).toList().indexOf(agreed);
    }

    boolean hasLostTo(RequestId other) {
        return lost.stream().anyMatch(it -> it.to().equals(other));
    }

    Negotiation with(Offer offer) {
        List<Offer> next = new ArrayList<>(offers.stream()
                .map(it -> it.stands() ? it.ended(new Fate.Countered(offer.offeredAt())) : it)
                .toList());
        next.add(offer);
        return new Negotiation(requestId, next, agreement, gain, lost);
    }

    Negotiation ending(String offerId, Fate fate) {
        List<Offer> next = offers.stream()
                .map(it -> it.id().equals(offerId) ? it.ended(fate) : it)
                .toList();
        return new Negotiation(requestId, next, agreement, gain, lost);
    }

    Negotiation with(Agreement next) {
        return new Negotiation(requestId, offers, next, gain, lost);
    }

    Negotiation with(Gain next) {
        return new Negotiation(requestId, offers, agreement, next, lost);
    }

    Negotiation with(LostPlace place) {
        List<LostPlace> next = new ArrayList<>(lost);
        next.add(place);
        return new Negotiation(requestId, offers, agreement, gain, next);
    }
}
