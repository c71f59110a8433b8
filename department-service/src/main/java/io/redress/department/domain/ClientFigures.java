package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Request.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A department as a client of the others (R72, R78): what it asks for, and how it treats whoever serves it.
 *
 * @param made requests that it made
 * @param completeAtOnce had all that was needed when they were made
 * @param urgentAsked were to come before others, of which {@code urgentUnjustified} were found not to need it, and
 *     {@code ownMaking} came so late by its own doing
 * @param ratedInTime answers that were rated before anybody was reminded; those whose time is not over do not count
 * @param reminded answers whose rating somebody had to be reminded of
 * @param thanksGiven to whoever served it
 * @param sentBack answers that it sent back, of which {@code sentBackInVain} came again as they were, or not at all
 */
public record ClientFigures(
        int made,
        Share completeAtOnce,
        int urgentAsked,
        int urgentUnjustified,
        int ownMaking,
        Share ratedInTime,
        int reminded,
        int thanksGiven,
        int sentBack,
        int sentBackInVain) {

    /** A request with all that its case knows about it. */
    private record Made(DepartmentCase state, Request request) {
        RequestId id() {
            return request.ask().id();
        }

        Delivery delivery() {
            return state.dealings().deliveries().of(id());
        }

        boolean wasComplete() {
            return state.cooperation().questionsAbout(id()).stream().noneMatch(Cooperation.Question::isOfCharter);
        }

        boolean urgency(Predicate<Urgency> such) {
            Urgency urgency = state.dealings().urgencies().of(id());
            return urgency != null && such.test(urgency);
        }

        Stream<Answered> answered() {
            return request instanceof Answered it && Delivering.isDelivery(it) ? Stream.of(it) : Stream.empty();
        }

        boolean wasRatedBy(Instant by) {
            Delivery.Rating rating = delivery().rating();
            return rating != null && !rating.at().isAfter(by);
        }

        /** Whether the first answer was all there was to say, or there was no second one. */
        boolean wasSentBackInVain() {
            Delivery.Return sent = delivery().sent();
            return sent != null
                    && switch (request) {
                        case Answered it -> saysTheSame(sent.first(), it.reply());
                        case Request.Declined _, Request.OnOffer _, Request.Withdrawn _ -> true;
                        case Request.Open _, Request.Incomplete _, Request.Offered _ -> false;
                    };
        }

        private static boolean saysTheSame(DepartmentReply.Answer one, DepartmentReply.Answer other) {
            return one.done() == other.done()
                    && one.findings().equals(other.findings())
                    && one.claims().equals(other.claims())
                    && one.options().equals(other.options());
        }
    }

    /** @param cases in which the department has asked for something; others do no harm */
    public static ClientFigures of(
            Collection<DepartmentCase> cases, DepartmentCode department, Span span, Duration rateWithin) {
        List<Made> made = cases.stream()
                .flatMap(state -> state.requests().stream()
                        .filter(it -> span.has(it.ask().raisedAt())
                                && Delivering.requesterOf(state, it.ask()).equals(department))
                        .map(it -> new Made(state, it)))
                .toList();
        return new ClientFigures(
                made.size(),
                Share.of(made, Made::wasComplete),
                count(made, it -> it.urgency(_ -> true)),
                count(
                        made,
                        it -> it.urgency(
                                u -> u.judgement() != null && !u.judgement().justified())),
                count(made, it -> it.urgency(u -> u.ownMaking() != null)),
                ratedInTime(made, span.until(), rateWithin),
                count(made, it -> it.delivery().remindedAt() != null),
                count(made, it -> it.state().dealings().deliveries().of(it.id(), department) != null),
                count(made, it -> it.delivery().sent() != null),
                count(made, Made::wasSentBackInVain));
    }

    private static int count(List<Made> all, Predicate<Made> such) {
        return (int) all.stream().filter(such).count();
    }

    private static Share ratedInTime(List<Made> made, Instant now, Duration within) {
        List<Boolean> due = made.stream()
                .flatMap(it -> it.answered().flatMap(answered -> {
                    Instant by = answered.at().plus(within);
                    boolean inTime = it.wasRatedBy(by);
                    return inTime || !by.isAfter(now) ? Stream.of(inTime) : Stream.empty();
                }))
                .toList();
        return Share.of(due, it -> it);
    }
}
