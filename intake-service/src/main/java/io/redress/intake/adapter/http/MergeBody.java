package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.CaseId;
import io.redress.contracts.Limits;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Into which case, and why. */
record MergeBody(@Nullable String into, @Nullable String reason) implements Checked {
    private static final Pattern CASE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public void check(Checks checks) {
        checks.required("/into", into)
                .matches("/into", into, CASE, "the id of a case")
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    CaseId survivor() {
        return new CaseId(Objects.requireNonNull(into));
    }

    String why() {
        return Objects.requireNonNull(reason);
    }

    /** Why a merge was a mistake. */
    record UndoBody(@Nullable String reason) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
        }

        String why() {
            return Objects.requireNonNull(reason);
        }
    }
}
