package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DeliveryEvent;
import io.redress.contracts.Limits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an answer goes back, and what it lacks. */
record SendBackBody(@Nullable String reason, @Nullable List<String> missing) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE)
                .that(
                        things().size() <= DeliveryEvent.MOST_MISSING,
                        "/missing",
                        "Expected at most " + DeliveryEvent.MOST_MISSING + " missing things.");
        for (int i = 0; i < Math.min(things().size(), DeliveryEvent.MOST_MISSING); i++) {
            checks.length("/missing/" + i, things().get(i), 1, Limits.FIELD);
        }
    }

    List<String> things() {
        return missing == null ? List.of() : missing;
    }
}
