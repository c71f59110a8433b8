package io.redress.benchmarks.organisation;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.application.DeclaredRules;
import io.redress.routing.domain.Department;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.Presence;
import io.redress.routing.domain.RoutingTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The departments and the routing table as they are delivered. */
final class Registry {
    private static final String OFFICE = "office";
    private static final Departments DECLARED = declared();

    private Registry() {}

    static boolean knows(DepartmentCode code) {
        return DECLARED.knows(code);
    }

    static List<String> natures() {
        return DECLARED.all().stream().flatMap(it -> it.handles().stream()).toList();
    }

    /** All departments, in the same working time. */
    static Departments working(WorkCalendar calendar) {
        return new Departments(
                DECLARED.all().stream().map(Registry::inTheOffice).toList(),
                DECLARED.authority(),
                DECLARED.listener(),
                Map.of(OFFICE, calendar));
    }

    private static Department inTheOffice(Department it) {
        Presence present = it.presence();
        return new Department(
                it.code(),
                it.name(),
                it.handles(),
                it.answerHours(),
                it.exclusively(),
                new Presence(
                        OFFICE,
                        present.deputy(),
                        present.superior(),
                        present.remindAfterHours(),
                        present.deputyAfterHours(),
                        present.superiorAfterHours()),
                it.offerAnswerHours());
    }

    static RoutingTable table(Departments departments) {
        return DeclaredRules.table("routing-rules.yaml", resource("/routing-rules.yaml"), departments, Industry.BOTH);
    }

    private static Departments declared() {
        try (InputStream yaml = resource("/departments.yaml")) {
            return DeclaredRules.departments("departments.yaml", yaml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(DeclaredRules.class.getResourceAsStream(name));
    }
}
