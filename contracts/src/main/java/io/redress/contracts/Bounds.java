package io.redress.contracts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** Refuses values that no reader could use, with a sentence that names the field but never repeats a long text. */
final class Bounds {
    private static final int SHOWN = 40;

    private Bounds() {}

    /** Text with something in it, of at most {@code most} characters. */
    static void text(String field, String value, int most) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("Expected %s, but it is blank".formatted(field));
        }
        possiblyBlank(field, value, most);
    }

    /** Like {@link #text}, where there is one. */
    static void optionalText(String field, @Nullable String value, int most) {
        if (value != null) {
            possiblyBlank(field, value, most);
        }
    }

    /** How much of something: a plain decimal without a sign, in one form only. */
    static void quantity(String value) {
        if (!Limits.QUANTITY.matcher(value).matches()) {
            throw new IllegalArgumentException("Expected a quantity such as 2 or 2.5, but got " + shown(value));
        }
    }

    /** Like {@link #quantity}, where there is one. */
    static void optionalQuantity(@Nullable String value) {
        if (value != null) {
            quantity(value);
        }
    }

    static void count(String field, List<?> values, int most) {
        if (values.size() > most) {
            throw new IllegalArgumentException(
                    "Expected at most %d %s, but got %d".formatted(most, field, values.size()));
        }
    }

    /** The fields of a request as they are kept: in their order, unchangeable, and refused where they are too many or too long. */
    static @Nullable Map<String, String> fields(@Nullable Map<String, String> fields) {
        if (fields == null) {
            return null;
        }
        if (fields.size() > Limits.FIELDS) {
            throw new IllegalArgumentException(
                    "Expected at most %d fields, but got %d".formatted(Limits.FIELDS, fields.size()));
        }
        fields.forEach((name, value) -> {
            text("the name of a field", name, Limits.KEY);
            possiblyBlank("the value of a field", value, Limits.FIELD);
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** A copy of a list that may be absent, refused where it is too long. */
    static <T> @Nullable List<T> optionalList(String field, @Nullable List<T> values, int most) {
        if (values == null) {
            return null;
        }
        count(field, values, most);
        return List.copyOf(values);
    }

    static void atLeastOne(String field, List<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one of %s, but got none".formatted(field));
        }
    }

    /** A number between two others, both included. Refuses what is not a number. */
    static void between(String field, double least, double value, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "Expected %s between %s and %s, but got %s", field, least, most, value));
        }
    }

    /** A whole number between two others, both included. */
    static void between(String field, int least, int value, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Expected %s between %d and %d, but got %d".formatted(field, least, most, value));
        }
    }

    /** The value as a message may repeat it: short, and without line breaks or other control characters. */
    static String shown(String value) {
        String start = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
        return start.replaceAll("\\p{Cntrl}", "?");
    }

    private static void possiblyBlank(String field, String value, int most) {
        // Code points are counted only where UTF-16 units alone could not decide.
        if (value.length() > most && value.codePointCount(0, value.length()) > most) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "Expected %s of at most %,d characters, but got %,d",
                    field,
                    most,
                    value.codePointCount(0, value.length())));
        }
        for (PrimitiveIterator.OfInt characters = value.codePoints().iterator(); characters.hasNext(); ) {
            int character = characters.nextInt();
            // Half a character cannot be written as UTF-8: the event would be stored and never published.
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw new IllegalArgumentException(
                        "Expected %s in Unicode, but it contains half of a surrogate pair".formatted(field));
            }
        }
    }
}
