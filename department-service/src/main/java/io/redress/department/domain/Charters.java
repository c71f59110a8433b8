package io.redress.department.domain;

import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each department has published about how to ask it. One that has published nothing takes a request as it comes. */
public interface Charters {
    /** Where nobody has published anything. */
    Charters NONE = of(List.of());

    /** These, and the usual for everybody else. */
    static Charters of(List<Charter> all) {
        Map<DepartmentCode, Charter> byDepartment =
                all.stream().collect(Collectors.toUnmodifiableMap(Charter::department, Function.identity()));
        return new Charters() {
            @Override
            public Charter of(DepartmentCode department) {
                return byDepartment.getOrDefault(department, Charter.usual(department));
            }

            @Override
            public Charter of(DepartmentCode department, int version) {
                return of(department);
            }
        };
    }

    /** The charter in force; never absent. */
    Charter of(DepartmentCode department);

    /**
     * The charter in a version of it, as far as it is at hand; else the one in force.
     *
     * @param version 0 for the usual
     */
    Charter of(DepartmentCode department, int version);

    /** The charter under which a request was asked. */
    default Charter under(Request.Ask ask) {
        return of(ask.department(), ask.terms().charterVersion());
    }

    /** In which time zone a department's weeks begin; UTC where it has not said. */
    default ZoneId zoneOf(DepartmentCode department) {
        DeclaredCalendar calendar = of(department).content().calendar();
        return calendar == null ? ZoneOffset.UTC : ZoneId.of(calendar.zone());
    }
}
