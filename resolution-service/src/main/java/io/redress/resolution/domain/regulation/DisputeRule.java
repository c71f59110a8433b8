package io.redress.resolution.domain.regulation;

import org.jspecify.annotations.Nullable;

/**
 * Whom a customer can turn to who does not agree.
 *
 * @param days how long, after the case ended; absent where that is not limited
 */
public record DisputeRule(
        Period inForce,
        Scope scope,
        String body,
        String address,
        @Nullable String web,
        @Nullable Integer days) {
    public DisputeRule {
        if (body.isBlank() || address.isBlank()) {
            throw new IllegalArgumentException(
                    "Expected the name and the address of whoever decides, but one is blank");
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw new IllegalArgumentException("Expected 1 to " + MOST_DAYS + " days, but got " + days);
        }
    }

    private static final int MOST_DAYS = 3_650;
}
