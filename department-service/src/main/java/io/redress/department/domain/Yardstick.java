package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.department.domain.Cooperation.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a promise of a department is measured with.
 *
 * @param comparables how long such work took
 * @param calendar in which its working time is counted
 * @param marginPercent how much more than is usual its policy allows
 * @param capacity how many requests it works on at a time
 * @param free how many more it could begin now
 */
public record Yardstick(Comparables comparables, WorkCalendar calendar, int marginPercent, int capacity, int free) {

    /** The longest that is usual, with the margin that the policy allows; there must be enough comparables. */
    Duration longest() {
        return comparables
                .p85()
                .orElseThrow()
                .multipliedBy(100L + marginPercent)
                .dividedBy(100);
    }

    /** How much work there was or is for a request between two instants, without the time in which nobody could go on. */
    Duration worked(List<Question> questions, Instant from, Instant to) {
        Duration worked = calendar.between(from, to);
        for (StoodStill.Stretch stop : StoodStill.stretches(questions, from, to)) {
            worked = worked.minus(calendar.between(stop.from(), stop.to()));
        }
        return worked.isNegative() ? Duration.ZERO : worked;
    }

    /** When so much working time has passed. */
    Instant after(Instant from, Duration working) {
        return calendar.add(from, working.compareTo(WorkCalendar.MOST) < 0 ? working : WorkCalendar.MOST);
    }
}
