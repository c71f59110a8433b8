package io.redress.department.domain;

import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a department has published about asking it for something, as it is in force now. Where it has published nothing,
 * or not about this, it is the usual.
 *
 * @param version counts what it has published, from 1; 0 where it has published nothing
 * @param calendar its working time
 */
public record Charter(DepartmentCode department, int version, CharterContent content, WorkCalendar calendar) {
    static final int USUAL_CAPACITY = 10;
    static final int USUAL_ALLOWANCE = 5;
    static final int USUAL_PROGRESS_MINUTES = 480;
    static final int USUAL_MARGIN = 20;

    /** Of a department that has published nothing. */
    public static Charter usual(DepartmentCode department) {
        return new Charter(department, 0, CharterContent.NOTHING, WorkCalendar.always());
    }

    /** A version of a department's charter for whoever does not ask when it works. */
    public static Charter withoutCalendar(DepartmentCode department, int version, CharterContent content) {
        return new Charter(department, version, content, WorkCalendar.always());
    }

    /**
     * A version of a department's charter.
     *
     * @param publicHolidays gives those of a country or region by its code
     */
    public static Charter of(
            DepartmentCode department,
            int version,
            CharterContent content,
            Function<String, ? extends Holidays> publicHolidays) {
        return new Charter(
                department,
                version,
                content,
                content.calendar() == null
                        ? WorkCalendar.always()
                        : content.calendar().calendar(publicHolidays));
    }

    /** Natures of complaints that are its own. */
    public List<String> handles() {
        return content.handles();
    }

    /** What it needs of whoever asks. */
    public RequestContract request() {
        return content.request();
    }

    /** By when it says something and answers, in the time of its {@link #calendar}. */
    public Ola ola() {
        return Objects.requireNonNullElse(content.ola(), Ola.USUAL);
    }

    /** How many requests it works on at the same time. */
    public int capacity() {
        return Objects.requireNonNullElse(content.capacity(), USUAL_CAPACITY);
    }

    /** What it may spend of urgency in a week. */
    public int urgentAllowance() {
        return Objects.requireNonNullElse(content.urgentAllowance(), USUAL_ALLOWANCE);
    }

    /** How much of its working time passes at most between two reports of how far it is. */
    public Duration progressEvery() {
        return Duration.ofMinutes(Objects.requireNonNullElse(content.progressEveryMinutes(), USUAL_PROGRESS_MINUTES));
    }

    /** How much of a promise may be its own buffer at most, in percent. */
    public int margin() {
        return Objects.requireNonNullElse(content.marginPercent(), USUAL_MARGIN);
    }

    /** How to be a good client of it; empty where it has not said that. */
    public String guide() {
        return Objects.requireNonNullElse(content.guide(), "");
    }
}
