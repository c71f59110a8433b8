package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import org.jspecify.annotations.Nullable;

/** Why it is not said any more. */
record WithdrawBody(@Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    WithdrawClaim command(String claimId, Speaker speaker) {
        return new WithdrawClaim(claimId, requireNonNull(reason), speaker);
    }
}
