package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageRefused;
import io.redress.contracts.CustomerMessageEvent.MessageSent;
import io.redress.contracts.CustomerMessageEvent.MessageUnknown;
import io.redress.intake.domain.Delivery.State;
import io.redress.intake.domain.DeliveryCommand.HandOver;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.DeliveryFact.HandedOver;
import io.redress.intake.domain.DeliveryFact.Postponed;
import io.redress.intake.domain.DeliveryFact.Settled;
import io.redress.intake.domain.DeliveryFact.TriedAgain;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Correspondence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every message reaches the provider once, or somebody knows that it did not (rule 10). */
final class Delivering {
    private static final String NOBODY = "none";
    private static final String INTERRUPTED =
            "The service stopped while the message was being handed over, and the provider cannot be asked.";
    private static final String TOO_MANY = "Expected at most " + Deliveries.MOST + " messages waiting in one case.";

    private final DeliveryTerms terms;

    Delivering(DeliveryTerms terms) {
        this.terms = terms;
    }

    /** What was composed waits to be carried from the same write on. */
    static IntakeState posted(IntakeState state, CaseEvent event) {
        return state instanceof Correspondence known && event instanceof CustomerMessageComposed message
                ? known.with(known.deliveries().plus(Delivery.of(message)))
                : state;
    }

    static IntakeState evolve(Correspondence known, DeliveryFact fact) {
        Deliveries now = known.deliveries();
        return known.with(
                switch (fact) {
                    case HandedOver(var id, var carrier, var until) ->
                        now.changing(id, delivery -> delivery.handedOver(carrier, until));
                    case Postponed postponed -> now.changing(postponed.messageId(), d -> d.postponed(postponed));
                    case Settled(var delivery, var _) -> now.settled(delivery);
                    case TriedAgain(var id, var at) -> now.tryingAgain(id, at);
                });
    }

    /** A case in which nothing gets through does not grow without end: what is too much is refused, and said so. */
    static Decision<IntakeFact> withinBounds(IntakeState state, Decision<IntakeFact> decision, Instant now) {
        if (!(decision instanceof Decision.Accepted<IntakeFact>(var facts))) {
            return decision;
        }
        int waiting = state instanceof Correspondence known
                ? known.deliveries().waiting().size()
                : 0;
        if (waiting + facts.size() <= Deliveries.MOST) {
            return decision;
        }
        List<IntakeFact> bounded = new ArrayList<>(facts);
        for (IntakeFact fact : facts) {
            if (fact instanceof Published(CustomerMessageComposed message) && ++waiting > Deliveries.MOST) {
                bounded.addAll(settled(Delivery.of(message), State.REFUSED, NOBODY, TOO_MANY, now));
            }
        }
        return Decision.accept(bounded);
    }

    Decision<IntakeFact> decide(Correspondence known, DeliveryCommand command, Instant now) {
        Optional<Delivery> waiting = known.deliveries().find(command.messageId());
        if (waiting.isEmpty()) {
            return Decision.nothing();
        }
        return switch (command) {
            case HandOver handOver -> handOver(waiting.get(), handOver, now);
            case NoteReceipt note -> Decision.accept(noted(waiting.get(), note, now));
        };
    }

    private Decision<IntakeFact> handOver(Delivery delivery, HandOver to, Instant now) {
        if (delivery.next().isAfter(now)) {
            return Decision.nothing();
        }
        boolean answerMissed = delivery.handedOver();
        boolean askable = to.knowsIds() && to.carrier().equals(delivery.carrier());
        return answerMissed && !askable
                ? Decision.accept(settled(delivery, State.UNKNOWN, to.carrier(), INTERRUPTED, now))
                : Decision.accept(new HandedOver(delivery.id(), to.carrier(), now.plus(terms.answerWithin())));
    }

    private List<IntakeFact> noted(Delivery delivery, NoteReceipt note, Instant now) {
        return switch (note.receipt()) {
            case Receipt.Taken() -> settled(delivery, State.SENT, note.carrier(), null, now);
            case Receipt.Refused(var reason) -> settled(delivery, State.REFUSED, note.carrier(), reason, now);
            case Receipt.NotNow(var reason, var pause) ->
                again(delivery, delivery.state(), note.carrier(), reason, pause, now);
            case Receipt.Unsure(var reason) ->
                note.knowsIds()
                        ? again(delivery, State.UNKNOWN, note.carrier(), reason, null, now)
                        : settled(delivery, State.UNKNOWN, note.carrier(), reason, now);
        };
    }

    /** It is tried again, unless that would be after its time; what may have arrived is not called refused then. */
    private List<IntakeFact> again(
            Delivery delivery, State as, String carrier, String reason, @Nullable Duration asked, Instant now) {
        int attempts = delivery.attempts() + 1;
        Instant next = now.plus(pause(delivery.id(), attempts, asked));
        if (next.isAfter(delivery.message().composedAt().plus(terms.maxAge()))) {
            State last = as == State.UNKNOWN ? State.UNKNOWN : State.REFUSED;
            return settled(delivery, last, carrier, "Given up as too old. " + reason, now);
        }
        Postponed postponed = new Postponed(delivery.id(), as, carrier, attempts, next, reason);
        boolean newlyUnknown = as == State.UNKNOWN && delivery.state() != State.UNKNOWN;
        return newlyUnknown
                ? List.of(new Published(unknown(delivery, carrier, attempts, reason, now)), postponed)
                : List.of(postponed);
    }

    private Duration pause(String messageId, int attempts, @Nullable Duration asked) {
        Duration ours = terms.pause(messageId, attempts);
        if (asked == null || asked.compareTo(ours) <= 0) {
            return ours;
        }
        return asked.compareTo(terms.longestPause()) < 0 ? asked : terms.longestPause();
    }

    private static List<IntakeFact> settled(
            Delivery delivery, State as, String carrier, @Nullable String reason, Instant now) {
        Delivery settled = delivery.settled(as, carrier, reason);
        Published told = new Published(
                switch (as) {
                    case SENT -> sent(settled, carrier, now);
                    case UNKNOWN -> unknown(delivery, carrier, settled.attempts(), said(reason), now);
                    case REFUSED, PENDING -> refused(settled, carrier, said(reason), now);
                });
        return List.of(told, new Settled(settled, now));
    }

    private static String said(@Nullable String reason) {
        return reason == null ? "" : reason;
    }

    private static MessageSent sent(Delivery delivery, String carrier, Instant now) {
        CustomerMessageComposed message = delivery.message();
        return new MessageSent(
                message.caseId(), message.messageId(), message.kind(), carrier, delivery.attempts(), now);
    }

    private static MessageRefused refused(Delivery delivery, String carrier, String reason, Instant now) {
        CustomerMessageComposed message = delivery.message();
        return new MessageRefused(
                message.caseId(), message.messageId(), message.kind(), carrier, delivery.attempts(), now, reason);
    }

    private static MessageUnknown unknown(Delivery delivery, String carrier, int attempts, String reason, Instant now) {
        CustomerMessageComposed message = delivery.message();
        return new MessageUnknown(
                message.caseId(), message.messageId(), message.kind(), carrier, attempts, now, reason);
    }
}
