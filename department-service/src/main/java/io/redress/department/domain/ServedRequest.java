package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request in the eyes of the department that was asked, once there is something to say about how it served. What it
 * declines was asked of it like everything else (R101).
 *
 * @param asRequested on time for the date that whoever asked had wished for, or else for the first; as are the others
 *     for theirs
 * @param completeAtFirst whether the first answer was the last
 * @param sentBack whether an answer went back
 * @param worked of the department's working time, without the time in which it could not go on
 * @param rating absent where nobody has rated it, which is no good rating
 * @param help whether it helps another department with a request of its own
 */
public record ServedRequest(
        RequestId id,
        How how,
        boolean asRequested,
        boolean asFirstDue,
        boolean asLastDue,
        boolean completeAtFirst,
        boolean sentBack,
        Duration worked,
        Delivery.@Nullable Rating rating,
        boolean help) {

    /** How it was served. */
    public enum How {
        ANSWERED,
        /** Declined, and somebody else has taken it over. */
        HANDED_ON,
        /** Declined, and nobody has taken it over yet. */
        ON_OFFER,
        /** Not answered, and past its date. */
        OVERDUE
    }

    /** A request that its department has ended, by an answer or by declining it. */
    public record Ended(Request request, DepartmentCode department, Instant at) {}

    /** What departments have ended in a case; what was known before anybody worked on it was not. */
    public static Stream<Ended> ended(DepartmentCase state) {
        return state.requests().stream()
                .flatMap(it -> Stream.ofNullable(endedAt(it))
                        .map(at -> new Ended(it, it.ask().department(), at)));
    }

    private static @Nullable Instant endedAt(Request request) {
        return switch (request) {
            case Request.Answered answered when Delivering.isDelivery(answered) -> answered.at();
            case Request.OnOffer given -> given.at();
            case Request.Declined declined -> declined.at();
            case Request.Answered _, Request.Offered _, Request.Open _, Request.Incomplete _, Request.Withdrawn _ ->
                null;
        };
    }

    /** What a department has ended in a case in some time. */
    public static Stream<ServedRequest> ended(
            DepartmentCase state, DepartmentCode department, Span span, WorkCalendar calendar) {
        return ended(state)
                .filter(it -> it.department().equals(department) && span.has(it.at()))
                .map(it -> of(state, it, calendar));
    }

    /** What a department has in a case that is past its date; while it waits for an answer nothing is late (R94). */
    public static Stream<ServedRequest> overdue(
            DepartmentCase state, DepartmentCode department, Instant now, WorkCalendar calendar) {
        return state.requests().stream()
                .filter(it -> it instanceof Request.Open
                        && it.ask().department().equals(department)
                        && it.ask().dueAt().isBefore(now)
                        && Asking.stoppedSince(state.cooperation()
                                        .questionsAbout(it.ask().id()))
                                == null)
                .map(it -> unserved(state, it, How.OVERDUE, now, calendar));
    }

    private static ServedRequest of(DepartmentCase state, Ended ended, WorkCalendar calendar) {
        return switch (ended.request()) {
            case Request.Answered answered -> answered(state, answered, calendar);
            case Request.Declined declined -> unserved(state, declined, How.HANDED_ON, ended.at(), calendar);
            default -> unserved(state, ended.request(), How.ON_OFFER, ended.at(), calendar);
        };
    }

    private static ServedRequest answered(DepartmentCase state, Request.Answered answered, WorkCalendar calendar) {
        Request.Ask ask = answered.ask();
        Instant first = ask.terms().resolveBy();
        boolean complete = Delivering.wasComplete(state, answered);
        return new ServedRequest(
                ask.id(),
                How.ANSWERED,
                !answered.at().isAfter(Objects.requireNonNullElse(ask.wantedBy(), first)),
                !answered.at().isAfter(first),
                Delivering.wasOnTime(state, answered),
                complete,
                !complete,
                worked(state, ask, answered.at(), calendar),
                state.dealings().deliveries().of(ask.id()).rating(),
                ask.parent() != null);
    }

    private static ServedRequest unserved(
            DepartmentCase state, Request request, How how, Instant until, WorkCalendar calendar) {
        Request.Ask ask = request.ask();
        return new ServedRequest(
                ask.id(),
                how,
                false,
                false,
                false,
                false,
                state.dealings().deliveries().of(ask.id()).sent() != null,
                worked(state, ask, until, calendar),
                null,
                ask.parent() != null);
    }

    static Duration worked(DepartmentCase state, Request.Ask ask, Instant until, WorkCalendar calendar) {
        Duration worked = calendar.between(ask.raisedAt(), until);
        for (FinishedRequest.Stop stop :
                FinishedRequest.stops(state.cooperation().questionsAbout(ask.id()), until)) {
            worked = worked.minus(calendar.between(stop.from(), stop.to()));
        }
        return worked.isNegative() ? Duration.ZERO : worked;
    }

    boolean isAnswered() {
        return how == How.ANSWERED;
    }

    boolean isDeclined() {
        return how == How.HANDED_ON || how == How.ON_OFFER;
    }
}
