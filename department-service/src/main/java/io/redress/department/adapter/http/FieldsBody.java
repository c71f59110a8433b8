package io.redress.department.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.contracts.Limits;
import io.redress.department.application.UnfitView;
import io.redress.department.domain.Completeness;
import io.redress.department.domain.RequestContract.Flaw;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The fields of a request for help in a body, by whatever names. */
final class FieldsBody {
    private static final String POINTER = "/fields";

    private FieldsBody() {}

    static void check(Checks checks, @Nullable Map<String, @Nullable String> fields) {
        if (fields == null) {
            return;
        }
        checks.that(
                fields.size() <= Limits.FIELDS,
                POINTER,
                "Expected at most " + Limits.FIELDS + " fields, but got " + fields.size() + ".");
        fields.forEach((name, value) -> {
            checks.that(
                    !name.isBlank() && name.length() <= Limits.KEY,
                    POINTER,
                    "Expected names of 1 to " + Limits.KEY + " characters.");
            checks.required(pointer(name), value).length(pointer(name), value, 1, Limits.FIELD);
        });
    }

    /** What has passed the check. */
    static @Nullable Map<String, String> given(@Nullable Map<String, @Nullable String> fields) {
        if (fields == null) {
            return null;
        }
        Map<String, String> given = new LinkedHashMap<>();
        fields.forEach((name, value) -> given.put(name, Objects.requireNonNull(value)));
        return given;
    }

    /** All that is wrong with them before the department that is asked, and what would make them right. */
    static Refusal refusal(Completeness.Look look, UnfitView remedy) {
        return Refusal.unprocessable(reasons(look.flaws()), remedy);
    }

    static List<Reason> reasons(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw -> new Reason(pointer(flaw.field()), flaw.sentence() + "."))
                .toList();
    }

    private static String pointer(String name) {
        return POINTER + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
