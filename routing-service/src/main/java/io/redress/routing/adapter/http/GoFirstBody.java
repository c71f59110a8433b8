package io.redress.routing.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which request of a circle goes on without what it waits for, and why. */
record GoFirstBody(@Nullable String goFirst, @Nullable String reason) implements Checked {
    private static final Pattern REQUEST =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-r[1-9][0-9]{0,4}");

    @Override
    public void check(Checks checks) {
        checks.required("/goFirst", goFirst)
                .matches("/goFirst", goFirst, REQUEST, "the id of a request")
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    RequestId request() {
        return new RequestId(Objects.requireNonNull(goFirst));
    }

    String why() {
        return Objects.requireNonNull(reason);
    }
}
