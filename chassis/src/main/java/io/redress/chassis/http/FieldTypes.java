package io.redress.chassis.http;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says in words what a field expects. */
final class FieldTypes {
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "a text",
            BigDecimal.class, "a number",
            Boolean.class, "true or false",
            boolean.class, "true or false",
            Instant.class, "an instant such as 2026-01-31T10:15:30Z",
            LocalDate.class, "a date such as 2026-01-31",
            Duration.class, "a duration such as PT30M",
            UUID.class, "a UUID");

    private FieldTypes() {}

    static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        String known = WORDS.get(type);
        if (known != null) {
            return known;
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "an object or value of the documented form";
    }
}
