package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which option of which proposal the customer chooses, and by when the customer would like it. */
record ChoiceBody(
        @Nullable String proposalId,
        @Nullable String optionId,
        @Nullable Instant wantedBy) implements Checked {
    private static final int LONGEST_ID = 100;

    @Override
    public void check(Checks checks) {
        checks.required("/proposalId", proposalId)
                .length("/proposalId", proposalId, 1, LONGEST_ID)
                .required("/optionId", optionId)
                .length("/optionId", optionId, 1, LONGEST_ID);
    }

    Choose command(String by) {
        return new Choose(requireNonNull(proposalId), requireNonNull(optionId), by, wantedBy);
    }
}
