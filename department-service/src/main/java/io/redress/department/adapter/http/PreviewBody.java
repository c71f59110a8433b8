package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.CaseId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody thinks of asking.
 *
 * @param wantedBy absent for the date by which the department answers as a rule
 * @param urgent whether it would go before all that is not
 * @param caseId whose it would be; absent where that is not decided
 */
record PreviewBody(
        @Nullable RequestKind kind,
        @Nullable String nature,
        @Nullable Instant wantedBy,
        @Nullable Boolean urgent,
        @Nullable CaseId caseId)
        implements Checked {
    private static final Pattern NATURE = Pattern.compile("[a-z][a-z-]{0,99}");

    @Override
    public void check(Checks checks) {
        checks.required("/kind", kind)
                .required("/nature", nature)
                .matches("/nature", nature, NATURE, "a nature such as invoice");
    }
}
