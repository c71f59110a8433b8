package io.redress.department.domain;

import io.redress.contracts.Limits;

/**
 * A person to speak with (R138).
 *
 * @param name at most {@value Limits#NAME} characters
 * @param reachedAt an address, a number or a room; at most {@value #MOST_REACHED_AT} characters
 */
public record Contact(String name, String reachedAt) {
    public static final int MOST_REACHED_AT = 200;

    public Contact {
        if (name.isBlank() || name.length() > Limits.NAME) {
            throw new IllegalArgumentException("Expected a contact's name of 1 to " + Limits.NAME + " characters");
        }
        if (reachedAt.isBlank() || reachedAt.length() > MOST_REACHED_AT) {
            throw new IllegalArgumentException(
                    "Expected a contact to be reached at 1 to " + MOST_REACHED_AT + " characters");
        }
    }
}
