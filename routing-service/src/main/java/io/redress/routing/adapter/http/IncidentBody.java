package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mass problem that a person sees.
 *
 * @param since complaints from then on belong to it; absent for those from now on
 */
record IncidentBody(
        @Nullable String nature,
        @Nullable String product,
        @Nullable String region,
        @Nullable Instant since,
        @Nullable String reason)
        implements Checked {
    private static final Pattern NATURE = Pattern.compile("[a-z][a-z-]{0,59}");
    private static final int WORD = 60;

    @Override
    public void check(Checks checks) {
        checks.required("/nature", nature)
                .matches("/nature", nature, NATURE, "a nature in lower-case letters and hyphens")
                .length("/product", product, 1, WORD)
                .length("/region", region, 1, WORD)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    /** Only for a checked body. */
    Signature signature() {
        return new Signature(Objects.requireNonNull(nature), product, region);
    }

    String why() {
        return Objects.requireNonNull(reason);
    }
}
