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
@FunctionalInterface
public interface Charters {
    /** Where nobody has published anything. */
    Charters NONE = Charter::usual;

    /** These, and the usual for everybody else. */
    static Charters of(List<Charter> all) {
        Map<DepartmentCode, Charter> byDepartment =
                all.stream().collect(Collectors.toUnmodifiableMap(Charter::department, Function.identity()));
        return department -> byDepartment.getOrDefault(department, Charter.usual(department));
    }

    /** The charter in force; never absent. */
    Charter of(DepartmentCode department);

    /** In which time zone a department's weeks begin; UTC where it has not said. */
    default ZoneId zoneOf(DepartmentCode department) {
        DeclaredCalendar calendar = of(department).content().calendar();
        return calendar == null ? ZoneOffset.UTC : ZoneId.of(calendar.zone());
    }
}
