package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.ContractField;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One field that a department needs, as it publishes it. */
record ContractFieldBody(
        @Nullable String name,
        @Nullable String meaning,
        ContractField.@Nullable Form form,
        @Nullable String example,
        @Nullable Boolean optional,
        @Nullable DepartmentCode suppliedBy,
        @Nullable List<@Nullable String> also,
        @Nullable Boolean prerequisite,
        ContractField.@Nullable Known known,
        @Nullable List<@Nullable RequestKind> kinds)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/name", name)
                .length("/name", name, 1, Limits.KEY)
                .required("/meaning", meaning)
                .length("/meaning", meaning, 1, Limits.FIELD)
                .required("/example", example);
        checks.that(
                !Boolean.TRUE.equals(prerequisite) || suppliedBy != null,
                "/suppliedBy",
                "Expected who supplies a prerequisite, but nobody is named.");
        checks.that(
                kinds == null || kinds.stream().allMatch(Objects::nonNull), "/kinds", "Expected no null in the list.");
        checkOtherNames(checks);
        if (example != null && !example.isBlank()) {
            checkExample(checks, example);
        }
    }

    private void checkOtherNames(Checks checks) {
        if (also == null) {
            return;
        }
        int most = ContractField.MOST_ALSO;
        checks.that(
                also.size() <= most,
                "/also",
                "Expected at most " + most + " other names, but got " + also.size() + ".");
        for (int i = 0; i < Math.min(also.size(), most); i++) {
            checks.required("/also/" + i, also.get(i)).length("/also/" + i, also.get(i), 1, Limits.KEY);
        }
    }

    private void checkExample(Checks checks, String given) {
        try {
            new ContractField("field", "meaning", form, given, null, null, null);
        } catch (IllegalArgumentException otherForm) {
            checks.that(
                    false,
                    "/example",
                    "Expected an example as the form " + (form == null ? ContractField.Form.TEXT : form)
                            + " has it, for instance " + instance() + ".");
        }
    }

    private String instance() {
        return switch (form == null ? ContractField.Form.TEXT : form) {
            case TEXT -> "one line of at most " + ContractField.MOST_CHARACTERS + " characters";
            case NUMBER -> "SO-77182";
            case DATE -> "2026-12-01";
            case AMOUNT -> "120.00 EUR";
        };
    }

    /** The field; the body must have been checked. */
    ContractField field() {
        return new ContractField(
                Objects.requireNonNull(name),
                Objects.requireNonNull(meaning),
                form,
                Objects.requireNonNull(example),
                optional,
                suppliedBy,
                also == null ? null : also.stream().map(Objects::requireNonNull).toList(),
                prerequisite,
                known,
                kinds == null
                        ? null
                        : kinds.stream().map(Objects::requireNonNull).distinct().toList());
    }
}
