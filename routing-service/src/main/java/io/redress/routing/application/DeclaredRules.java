package io.redress.routing.application;

import io.redress.chassis.declare.DeclaredFile;
import io.redress.chassis.time.work.DeclaredCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Wire;
import io.redress.routing.domain.DeclaredTable;
import io.redress.routing.domain.Department;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RoutingTable;
import io.redress.routing.domain.RulesVersion;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the declared departments and routing rows. Whatever is wrong with them is said in one sentence at the start. */
public final class DeclaredRules {
    private DeclaredRules() {}

    /**
     * Reads {@code departments.yaml}.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be
     */
    public static Departments departments(String name, InputStream yaml) {
        DepartmentsFile file = read(name, yaml, DepartmentsFile.class);
        return within(
                name,
                () -> new Departments(
                        file.departments(),
                        file.authority(),
                        file.listener(),
                        DeclaredCalendars.all(file.calendars())));
    }

    /**
     * Reads {@code routing-rules.yaml}.
     *
     * @param name of the file, for messages
     * @throws IllegalArgumentException where it is not what it should be, or leaves a kind of complaint without a
     *     department
     */
    public static RoutingTable table(String name, InputStream yaml, Departments departments, Industry profile) {
        RulesFile file = read(name, yaml, RulesFile.class);
        return within(
                name, () -> new RoutingTable(departments, new DeclaredTable(file.natures(), file.versions()), profile));
    }

    private static <T> T read(String name, InputStream yaml, Class<T> type) {
        return DeclaredFile.read(name, yaml, Wire.mapper(), type);
    }

    private static <T> T within(String name, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("In " + name + ": " + wrong.getMessage(), wrong);
        }
    }

    private record DepartmentsFile(
            DepartmentCode authority,
            DepartmentCode listener,
            List<Department> departments,
            @Nullable Map<String, DeclaredCalendar> calendars) {}

    private record RulesFile(Set<String> natures, List<RulesVersion> versions) {}
}
