package io.redress.routing.adapter.http;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.routing.domain.DeclaredTable;
import io.redress.routing.domain.Department;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RulesVersion;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a routing table, with the departments where those change too.
 *
 * @param departments absent where they stay as they are
 * @param authority absent where it stays
 * @param listener absent where it stays
 */
record DraftBody(
        @Nullable List<String> natures,
        @Nullable List<VersionBody> versions,
        @Nullable List<DepartmentBody> departments,
        @Nullable String authority,
        @Nullable String listener)
        implements Checked {
    static final Pattern NAME = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final Pattern NATURE = Pattern.compile("[a-z][a-z-]{0,49}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final int MOST_NATURES = 200;
    private static final int MOST_VERSIONS = 20;
    static final int MOST_ROWS = 300;
    private static final int MOST_DEPARTMENTS = 200;

    @Override
    public void check(Checks checks) {
        checks.required("/natures", natures).required("/versions", versions);
        names(checks, "/natures", natures, MOST_NATURES, NATURE, "a nature of small letters and hyphens");
        checks.each("/versions", versions, MOST_VERSIONS)
                .each("/departments", departments, MOST_DEPARTMENTS)
                .matches("/authority", authority, NAME, "a department code")
                .matches("/listener", listener, NAME, "a department code");
        long rows = versions == null
                ? 0
                : versions.stream()
                        .mapToLong(it -> it.rows() == null ? 0 : it.rows().size())
                        .sum();
        checks.that(
                rows <= MOST_ROWS,
                "/versions",
                "Expected at most " + MOST_ROWS + " rows in all versions together, but got " + rows + ".");
        if (departments != null) {
            Set<String> codes = new HashSet<>();
            for (int i = 0; i < departments.size(); i++) {
                checks.that(
                        codes.add(String.valueOf(departments.get(i).code())),
                        "/departments/" + i + "/code",
                        "Expected each department once.");
            }
        }
    }

    static void names(
            Checks checks, String pointer, @Nullable List<String> names, int most, Pattern form, String what) {
        if (names == null) {
            return;
        }
        checks.that(
                names.size() <= most, pointer, "Expected at most " + most + " of them, but got " + names.size() + ".");
        for (int i = 0; i < Math.min(names.size(), most); i++) {
            checks.required(pointer + "/" + i, names.get(i)).matches(pointer + "/" + i, names.get(i), form, what);
        }
    }

    static void natures(Checks checks, String pointer, @Nullable List<String> natures) {
        names(checks, pointer, natures, MOST_NATURES, NATURE, "a nature of small letters and hyphens");
    }

    static void id(Checks checks, String pointer, @Nullable String id) {
        checks.required(pointer, id).matches(pointer, id, ID, "an id of letters, digits, dots, hyphens, underscores");
    }

    /** Only for a checked body. */
    DeclaredTable table() {
        return new DeclaredTable(
                Set.copyOf(present(natures)),
                present(versions).stream().map(VersionBody::version).toList());
    }

    /**
     * The departments of the draft, or those that there are.
     *
     * @throws IllegalArgumentException where the authority or the listener is none of them
     */
    Departments departments(Departments present) {
        DepartmentCode decides = authority == null ? present.authority() : new DepartmentCode(authority);
        DepartmentCode listens = listener == null ? present.listener() : new DepartmentCode(listener);
        List<Department> all = departments == null
                ? present.all()
                : departments.stream().map(DepartmentBody::department).toList();
        return new Departments(all, decides, listens);
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    /** One version of the table. */
    record VersionBody(
            @Nullable String id,
            @Nullable Instant validFrom,
            @Nullable List<RowBody> rows) implements Checked {
        @Override
        public void check(Checks checks) {
            DraftBody.id(checks, "/id", id);
            checks.required("/rows", rows).each("/rows", rows, MOST_ROWS);
        }

        RulesVersion version() {
            return new RulesVersion(
                    Objects.requireNonNull(id),
                    validFrom,
                    present(rows).stream().map(RowBody::row).toList());
        }
    }

    /** A department as far as the table is concerned; what else is said of it does not matter here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record DepartmentBody(
            @Nullable String code,
            @Nullable String name,
            @Nullable List<String> handles,
            @Nullable Integer answerHours,
            @Nullable List<String> exclusively)
            implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/code", code)
                    .matches("/code", code, NAME, "a department code")
                    .required("/name", name)
                    .length("/name", name, 1, 200)
                    .required("/handles", handles)
                    .required("/answerHours", answerHours)
                    .range("/answerHours", answerHours, 1, 2_000);
            DraftBody.natures(checks, "/handles", handles);
            DraftBody.natures(checks, "/exclusively", exclusively);
        }

        Department department() {
            return new Department(
                    new DepartmentCode(Objects.requireNonNull(code)),
                    Objects.requireNonNull(name),
                    present(handles),
                    Objects.requireNonNull(answerHours),
                    exclusively);
        }
    }
}
