package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a gate says: {@code given}, or {@code refused} with the reason. */
record ClearanceBody(@Nullable String decision, @Nullable String reason) implements Checked {
    private static final String REFUSED = "refused";

    @Override
    public void check(Checks checks) {
        checks.required("/decision", decision)
                .oneOf("/decision", decision, List.of("given", REFUSED))
                .length("/reason", reason, 1, Limits.NOTE)
                .that(
                        !REFUSED.equals(decision) || reason != null && !reason.isBlank(),
                        "/reason",
                        "Expected the reason of a refusal, for those who are to have a better idea.");
    }

    Clear command(String gate, String by) {
        return new Clear(gate, !REFUSED.equals(requireNonNull(decision)), reason, by);
    }
}
