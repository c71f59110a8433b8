package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.IdempotencyKey;
import io.redress.chassis.store.Fingerprint;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ClaimCommand.Intended;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.PlainFact;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a department states.
 *
 * @param department for whom; absent where the caller speaks for one only
 */
record ClaimBody(
        @Nullable String key,
        @Nullable String value,
        @Nullable String evidence,
        @Nullable String department) implements Checked {
    private static final int ID = 16;

    @Override
    public void check(Checks checks) {
        checks.required("/key", key)
                .length("/key", key, 1, Limits.KEY)
                .that(key == null || !PlainFact.key(key).isEmpty(), "/key", "Expected a key such as delivery.date.")
                .required("/value", value)
                .length("/value", value, 1, Limits.CLAIM_VALUE)
                .that(
                        value == null || !PlainFact.value(value).isEmpty(),
                        "/value",
                        "Expected a value, but there is nothing to read in it.")
                .length("/evidence", evidence, 1, Limits.NOTE);
    }

    String normalKey() {
        return PlainFact.key(requireNonNull(key));
    }

    /** @param name the caller's own for it */
    MakeClaim command(Speaker speaker, IdempotencyKey name) {
        return new MakeClaim(
                requireNonNull(key),
                requireNonNull(value),
                evidence,
                speaker,
                new Intended(
                        Fingerprint.of(speaker.person(), name.value()).substring(0, ID),
                        Fingerprint.of(
                                        speaker.department().value(),
                                        normalKey(),
                                        requireNonNull(value),
                                        Objects.requireNonNullElse(evidence, ""))
                                .substring(0, ID)));
    }
}
