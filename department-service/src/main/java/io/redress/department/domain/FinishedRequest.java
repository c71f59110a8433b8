package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Cooperation.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A request that its department has done, with the times that say how long such a thing takes. What was tried in vain, and
 * what was known before anybody worked on it, says nothing about that and is none.
 *
 * @param dueAt the latest date
 * @param stops when the department could not go on because its questions were open, in order and apart from each other
 */
public record FinishedRequest(
        RequestId id,
        DepartmentCode department,
        RequestKind kind,
        String nature,
        Instant raisedAt,
        Instant answeredAt,
        Instant dueAt,
        List<Stop> stops) {
    public FinishedRequest {
        stops = List.copyOf(stops);
    }

    /** A stretch of time in which nobody could work on it. */
    public record Stop(Instant from, Instant to) {}

    /** All of a case, in the order in which they were raised. */
    public static Stream<FinishedRequest> of(DepartmentCase state) {
        return state.requests().stream()
                .filter(it -> it instanceof Request.Answered answered
                        && answered.reply().done()
                        && answered.ask().known() == null)
                .map(it -> of(state, (Request.Answered) it));
    }

    private static FinishedRequest of(DepartmentCase state, Request.Answered answered) {
        Request.Ask ask = answered.ask();
        return new FinishedRequest(
                ask.id(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.raisedAt(),
                answered.at(),
                ask.dueAt(),
                stops(state.cooperation().questionsAbout(ask.id()), answered.at()));
    }

    static List<Stop> stops(List<Question> questions, Instant end) {
        List<Stop> stops = new ArrayList<>();
        Instant until = Instant.MIN;
        for (Question question : questions) {
            Instant from = question.askedAt().isAfter(until) ? question.askedAt() : until;
            Instant to = question.answer() == null ? end : question.answer().at();
            if (from.isBefore(to)) {
                stops.add(new Stop(from, to));
                until = to;
            }
        }
        return stops;
    }

    /** How long it took in the department's working time, without the time in which it could not go on. */
    public Duration worked(WorkCalendar calendar) {
        Duration worked = calendar.between(raisedAt, answeredAt);
        for (Stop stop : stops) {
            worked = worked.minus(calendar.between(stop.from(), stop.to()));
        }
        return worked.isNegative() ? Duration.ZERO : worked;
    }
}
