package io.redress.department.application;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.Slack;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request as a worklist shows it.
 *
 * @param latestStart when the work must begin at the latest; absent where nobody knows what it takes, as is slackSeconds
 * @param slackSeconds the department's working time until then, as it was read; less than nothing once that has passed
 */
public record WorklistEntry(
        @JsonUnwrapped RequestView request,
        @Nullable Instant latestStart,
        @Nullable Long slackSeconds) {

    static WorklistEntry of(DepartmentCase state, Request request, LatestStarts starts, Instant now) {
        Slack slack = starts.of(request).orElse(null);
        RequestView view = RequestView.inWorklist(state, request);
        return slack == null
                ? new WorklistEntry(view, null, null)
                : new WorklistEntry(view, slack.latestStart(), slack.at(now).toSeconds());
    }

    /** One that is not to be done yet. */
    static WorklistEntry returned(RequestView view) {
        return new WorklistEntry(view, null, null);
    }
}
