package io.redress.intake.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case after it was closed: the outcome is measured beyond that (R155).
 *
 * @param score the customer's rating, 1 (bad) to 5 (good); null until given
 * @param ratedAt when it was given
 */
public record Aftermath(@Nullable Integer score, @Nullable Instant ratedAt) {
    static final Aftermath NONE = new Aftermath(null, null);
}
