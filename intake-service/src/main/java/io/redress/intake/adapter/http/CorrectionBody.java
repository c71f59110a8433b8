package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Cause;
import io.redress.contracts.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a consultant knows better. Whether the nature is one of ours is said by those who know the vocabulary. */
record CorrectionBody(
        @Nullable String nature,
        @Nullable Cause cause,
        @Nullable String reason) implements Checked {
    private static final List<String> NO_COMPLAINT = List.of("praise", "question");

    @Override
    public void check(Checks checks) {
        checks.required("/nature", nature)
                .length("/nature", nature, 1, Limits.KEY)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
        if (nature != null && cause != null) {
            checks.that(
                    (cause == Cause.VENTING) == nature.equals("venting")
                            && (cause == Cause.NO_COMPLAINT) == NO_COMPLAINT.contains(nature),
                    "/cause",
                    "Expected VENTING with venting, NO_COMPLAINT with praise or question, and another cause with"
                            + " everything else, but got " + cause + " with " + nature + ".");
        }
    }
}
