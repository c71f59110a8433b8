package io.redress.analytics.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.analytics.domain.JourneyCommand.CompleteReview;
import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Root cause and prevention, as the reviewer names them. */
record ReviewBody(
        @Nullable String rootCause,
        @Nullable String preventiveAction,
        @Nullable String actionOwner,
        @Nullable LocalDate actionDue)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/rootCause", rootCause)
                .length("/rootCause", rootCause, 1, Limits.WORDS)
                .required("/preventiveAction", preventiveAction)
                .length("/preventiveAction", preventiveAction, 1, Limits.WORDS)
                .required("/actionOwner", actionOwner)
                .length("/actionOwner", actionOwner, 1, Limits.NAME)
                .required("/actionDue", actionDue);
    }

    CompleteReview command(String by) {
        return new CompleteReview(
                requireNonNull(rootCause),
                requireNonNull(preventiveAction),
                requireNonNull(actionOwner),
                requireNonNull(actionDue),
                by);
    }
}
