package io.redress.resolution.domain.regulation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is in force.
 *
 * @param from the first of them
 * @param to the first on which it is not any more; absent while nobody has said so
 */
public record Period(LocalDate from, @Nullable LocalDate to) {
    public Period {
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("Expected an end after " + from + ", but got " + to);
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean overlaps(Period other) {
        return contains(other.from) || other.contains(from);
    }
}
