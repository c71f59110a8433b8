package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimCommand.SupersedeClaim;
import io.redress.resolution.domain.PlainFact;
import org.jspecify.annotations.Nullable;

/** What holds instead, and why. */
record SupersedeBody(
        @Nullable String value,
        @Nullable String reason,
        @Nullable String evidence) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/value", value)
                .length("/value", value, 1, Limits.CLAIM_VALUE)
                .that(
                        value == null || !PlainFact.value(value).isEmpty(),
                        "/value",
                        "Expected a value, but there is nothing to read in it.")
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .length("/evidence", evidence, 1, Limits.NOTE);
    }

    SupersedeClaim command(String claimId, Speaker speaker) {
        return new SupersedeClaim(claimId, requireNonNull(value), requireNonNull(reason), evidence, speaker);
    }
}
