package io.redress.resolution.domain;

import io.redress.chassis.time.work.Holidays;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;

/**
 * How promises are made and their breach is told.
 *
 * @param working by which days they are dated
 * @param toldFirst who knows before the customer does (R125)
 */
public record PromiseTerms(WorkingDays working, List<DepartmentCode> toldFirst) {

    /** Monday to Friday in UTC; the front desk and sales are told first. */
    public static final PromiseTerms STANDARD = new PromiseTerms(
            new WorkingDays(ZoneOffset.UTC, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Holidays.NONE),
            List.of(new DepartmentCode("front-desk"), new DepartmentCode("sales")));

    public PromiseTerms {
        if (toldFirst.isEmpty() || toldFirst.size() > PromiseNoticeGiven.MOST_AUDIENCES) {
            throw new IllegalArgumentException("Expected 1 to " + PromiseNoticeGiven.MOST_AUDIENCES
                    + " departments that are told first, but got " + toldFirst.size());
        }
        toldFirst = List.copyOf(toldFirst);
    }
}
