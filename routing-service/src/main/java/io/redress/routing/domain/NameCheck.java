package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.TableFinding.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether every department, nature and row that is named has been declared. */
final class NameCheck {
    private final Departments departments;
    private final DeclaredTable table;
    private final List<TableFinding> findings = new ArrayList<>();

    private NameCheck(Departments departments, DeclaredTable table) {
        this.departments = departments;
        this.table = table;
    }

    static List<TableFinding> findings(Departments departments, DeclaredTable table) {
        NameCheck check = new NameCheck(departments, table);
        departments
                .all()
                .forEach(it -> Stream.of(it.handles(), it.exclusively())
                        .flatMap(Collection::stream)
                        .distinct()
                        .forEach(nature -> check.nature(nature, null, List.of(), "department " + it.code())));
        table.versions().forEach(check::version);
        return check.findings;
    }

    private void version(RulesVersion version) {
        Set<String> ids = version.rows().stream().map(RoutingRow::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (RoutingRow row : version.rows()) {
            String where = "row " + row.id() + " of the routing table";
            if (!seen.add(row.id())) {
                findings.add(TableFinding.wrong(
                        Kind.TWICE,
                        version.id(),
                        List.of(row.id()),
                        "Expected each row of the routing table once, but " + row.id() + " is there twice",
                        "Give each row an id of its own."));
            }
            row.when().natures().forEach(nature -> nature(nature, version.id(), List.of(row.id()), where));
            named(row).distinct().forEach(code -> department(code, version.id(), row, where));
            row.before().stream().filter(it -> !ids.contains(it)).forEach(it -> unknownRow(it, version, row));
        }
    }

    private static Stream<DepartmentCode> named(RoutingRow row) {
        return Stream.of(
                        Stream.of(row.lead(), row.by()),
                        row.involved().stream().map(RoutingRow.Involved::department),
                        row.gates().stream().map(RoutingRow.Clearance::department),
                        row.forbids().stream().map(RoutingRow.Clearance::department))
                .flatMap(it -> it)
                .filter(Objects::nonNull);
    }

    private void department(DepartmentCode code, String version, RoutingRow row, String where) {
        if (!departments.knows(code)) {
            findings.add(TableFinding.wrong(
                    Kind.UNKNOWN_NAME,
                    version,
                    List.of(row.id()),
                    "Expected a registered department in " + where + ", but got " + code,
                    "Name one of "
                            + joined(departments.all().stream()
                                    .map(it -> it.code().value())) + "."));
        }
    }

    private void nature(String nature, @Nullable String version, List<String> rows, String where) {
        if (!table.natures().contains(nature)) {
            findings.add(TableFinding.wrong(
                    Kind.UNKNOWN_NAME,
                    version,
                    rows,
                    "Expected a nature of the vocabulary in " + where + ", but got " + nature,
                    "Name one of " + joined(table.natures().stream().sorted()) + "."));
        }
    }

    private void unknownRow(String id, RulesVersion version, RoutingRow row) {
        findings.add(TableFinding.wrong(
                Kind.UNKNOWN_NAME,
                version.id(),
                List.of(row.id()),
                "Expected a row of the same version in before of row " + row.id() + ", but got " + id,
                "Name the id of another row."));
    }

    private static String joined(Stream<String> names) {
        return names.collect(Collectors.joining(", "));
    }
}
