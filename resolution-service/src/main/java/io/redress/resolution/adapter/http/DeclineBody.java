package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.Bargain;
import org.jspecify.annotations.Nullable;

/** The customer wants none of the options, and says why. */
record DeclineBody(@Nullable String proposalId, @Nullable String reason) implements Checked {
    private static final int LONGEST_ID = 100;

    @Override
    public void check(Checks checks) {
        checks.required("/proposalId", proposalId)
                .length("/proposalId", proposalId, 1, LONGEST_ID)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    Bargain bargain(String by) {
        return new Bargain(requireNonNull(proposalId), null, requireNonNull(reason), null, null, by);
    }
}
