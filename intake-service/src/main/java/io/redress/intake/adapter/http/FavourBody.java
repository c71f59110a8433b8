package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.CaseId;
import io.redress.contracts.Limits;
import io.redress.intake.domain.customers.Favour;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Flexibility that one side has shown the other.
 *
 * @param direction {@code given} by us or {@code received} from the customer
 * @param who the person that gave it
 */
record FavourBody(
        @Nullable String direction,
        @Nullable String what,
        @Nullable String who,
        @Nullable CaseId caseId) implements Checked {
    private static final List<String> DIRECTIONS = Codes.of(Favour.Direction.values());

    @Override
    public void check(Checks checks) {
        checks.required("/direction", direction)
                .oneOf("/direction", direction, DIRECTIONS)
                .required("/what", what)
                .length("/what", what, 1, Limits.NOTE)
                .length("/who", who, 1, Limits.NAME);
    }

    Favour favour(String key, String by, Instant at) {
        return new Favour(
                key,
                Codes.read(Favour.Direction.class, Objects.requireNonNull(direction)),
                Objects.requireNonNull(what),
                who,
                caseId,
                by,
                at);
    }
}
