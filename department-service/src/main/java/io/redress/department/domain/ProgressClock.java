package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.department.domain.Cooperation.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The working time in which a department can go on with a request: it stands still while a question is open (R94). */
final class ProgressClock {
    private ProgressClock() {}

    /**
     * When so much of it has passed.
     *
     * @param questions all about the request, in the order in which they were asked
     * @return absent while the clock stands still, and where it is further away than calendars reach
     */
    static @Nullable Instant after(Duration working, Instant from, WorkCalendar calendar, List<Question> questions) {
        Duration all = working.plus(stood(from, calendar, questions));
        return Asking.stoppedSince(questions) != null || all.compareTo(WorkCalendar.MOST) > 0
                ? null
                : calendar.add(from, all);
    }

    private static Duration stood(Instant from, WorkCalendar calendar, List<Question> questions) {
        Duration sum = Duration.ZERO;
        Instant until = from;
        for (Question question : questions) {
            Instant begin = question.askedAt().isAfter(until) ? question.askedAt() : until;
            Instant end = question.answer() == null ? begin : question.answer().at();
            if (end.isAfter(begin)) {
                sum = sum.plus(calendar.between(begin, end));
                until = end;
            }
        }
        return sum;
    }
}
