package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DeliveryEvent.ThanksOutcomeAttached;
import io.redress.contracts.DeliveryEvent.ThanksProposed;
import io.redress.contracts.DeliveryEvent.ThanksSent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.department.domain.DeliveryCommand.Thank;
import io.redress.department.domain.DeliveryFact.BetterThanAgreed;
import io.redress.department.domain.DeliveryFact.OutcomeAttached;
import io.redress.department.domain.DeliveryFact.OutcomeHeard;
import io.redress.department.domain.DeliveryFact.Thanked;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Both sides may say thank you, and mean it: it is never said for them, never to oneself, and once for a request (R98). */
final class Thanking {
    /** What leaves this part of its time is better than agreed. */
    private static final int PART_LEFT = 4;

    private Thanking() {}

    /** Facts beside a rating of an answer that was better than agreed in the eyes of whoever asked; none beside others. */
    static List<DepartmentFact> proposed(
            DepartmentCase state, Request.Answered answered, Delivery.Rating rating, Instant now) {
        Request.Ask ask = answered.ask();
        Duration left = Duration.between(answered.at(), ask.dueAt());
        Duration had = Duration.between(ask.raisedAt(), ask.dueAt());
        DepartmentCode client = Delivering.requesterOf(state, ask);
        boolean better = answered.reply().done()
                && Delivering.isDelivery(answered)
                && rating.onTime()
                && rating.complete()
                && left.multipliedBy(PART_LEFT).compareTo(had) >= 0
                && !client.equals(ask.department())
                && state.dealings().deliveries().of(ask.id()).better() == null
                && state.dealings().deliveries().of(ask.id(), client) == null;
        String why = "It was complete at once, and came " + left.toHours() + " h " + left.toMinutesPart()
                + " min before its date.";
        return better
                ? List.of(
                        new BetterThanAgreed(ask.id(), why),
                        new Published(new ThanksProposed(
                                ask.id().caseId(), ask.id(), ask.department(), Asking.requester(state, ask), why, now)))
                : List.of();
    }

    static Decision<DepartmentFact> thank(DepartmentCase state, Thank command, Instant now) {
        if (!(state.request(command.requestId()) instanceof Request.Answered answered)
                || !answered.ask().department().equals(command.department())) {
            return Delivering.unknown(command.requestId());
        }
        Party requester = Asking.requester(state, answered.ask());
        boolean asks = command.speaker().speaksFor(requester);
        boolean answers = command.speaker().speaksFor(Party.department(command.department()));
        if (!asks && !answers) {
            return Delivering.unknown(command.requestId());
        }
        DepartmentCode client = Delivering.requesterOf(state, answered.ask());
        if (asks && answers
                || client.equals(command.department())
                || asks
                        && answered.reply()
                                .by()
                                .equalsIgnoreCase(command.speaker().by())) {
            return reject("own-work", "Expected thanks to somebody else, but this is your own work");
        }
        DepartmentCode from = asks ? client : command.department();
        Thanks before = state.dealings().deliveries().of(command.requestId(), from);
        if (before != null) {
            return Objects.equals(before.words(), command.words())
                            && before.by().equals(command.speaker().by())
                    ? nothing()
                    : reject(
                            "thanked-before", "Expected one thanks for a request, but " + before.by() + " has said it");
        }
        return accept(facts(
                state,
                new Thanks(
                        command.requestId(),
                        from,
                        asks ? command.department() : client,
                        command.words(),
                        command.speaker().by(),
                        now,
                        null)));
    }

    /** What is known of the outcome already comes with it. */
    private static List<DepartmentFact> facts(DepartmentCase state, Thanks thanks) {
        List<DepartmentFact> facts = new ArrayList<>(List.of(
                new Thanked(thanks),
                new Published(new ThanksSent(
                        thanks.requestId().caseId(),
                        thanks.requestId(),
                        thanks.from(),
                        thanks.to(),
                        thanks.words(),
                        thanks.by(),
                        thanks.at()))));
        Thanks.Outcome outcome = state.dealings().deliveries().outcome();
        if (outcome != null) {
            attached(thanks, outcome).forEach(facts::add);
        }
        return facts;
    }

    /** The first outcome is what the work was for; whatever follows it is another story. */
    static Decision<DepartmentFact> hear(DepartmentCase state, Thanks.Outcome outcome) {
        Deliveries deliveries = state.dealings().deliveries();
        return deliveries.outcome() != null
                ? nothing()
                : accept(Stream.concat(
                                Stream.of(new OutcomeHeard(outcome)),
                                deliveries.thanks().stream().flatMap(it -> attached(it, outcome)))
                        .toList());
    }

    private static Stream<DepartmentFact> attached(Thanks thanks, Thanks.Outcome outcome) {
        return Stream.of(
                new OutcomeAttached(thanks.requestId(), thanks.from(), outcome),
                new Published(new ThanksOutcomeAttached(
                        thanks.requestId().caseId(),
                        thanks.requestId(),
                        thanks.from(),
                        thanks.to(),
                        outcome.outcome(),
                        outcome.at())));
    }
}
