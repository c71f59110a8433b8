package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.RefuseStatement;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import org.jspecify.annotations.Nullable;

/** Why it is not said. */
record RefuseStatementBody(@Nullable String reason) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason).length("/reason", reason, 1, Limits.NOTE);
    }

    RefuseStatement command(String statementId, Speaker speaker) {
        return new RefuseStatement(statementId, requireNonNull(reason), speaker);
    }
}
