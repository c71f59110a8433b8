package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checks;
import io.redress.intake.domain.messages.MessageKind;
import io.redress.intake.domain.messages.Preview;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what a text has no place for, or what does not fit its place, with all reasons at once. */
final class PreviewValues {
    private static final int LONGEST = 500;
    private static final int MOST_OPTIONS = 20;

    private PreviewValues() {}

    /**
     * The values for a kind.
     *
     * @throws io.redress.chassis.http.Refusal 422 naming every value that does not fit
     */
    static Map<String, Object> fit(MessageKind kind, @Nullable Map<String, Object> values) {
        if (values == null) {
            return Map.of();
        }
        Checks checks = new Checks();
        values.forEach((name, value) -> check(checks, kind, "/values/" + pointer(name), name, value));
        checks.orRefuse();
        return values;
    }

    private static void check(Checks checks, MessageKind kind, String pointer, String name, @Nullable Object value) {
        if (!kind.placeholders().contains(name)) {
            checks.that(
                    false,
                    pointer,
                    "Expected one of " + kind.placeholders().stream().sorted().toList() + ", but got " + name + ".");
        } else if (Preview.FLAGS.contains(name)) {
            checks.that(value instanceof Boolean, pointer, "Expected true or false, but got " + value + ".");
        } else if (name.equals(Preview.OPTIONS)) {
            options(checks, pointer, value);
        } else {
            text(checks, pointer, value);
        }
    }

    private static void options(Checks checks, String pointer, @Nullable Object value) {
        if (!(value instanceof List<?> options) || options.isEmpty() || options.size() > MOST_OPTIONS) {
            checks.that(false, pointer, "Expected a list of 1 to " + MOST_OPTIONS + " solutions.");
            return;
        }
        for (int i = 0; i < options.size(); i++) {
            if (options.get(i) instanceof Map<?, ?> option && option.keySet().equals(Preview.OPTION_FIELDS)) {
                String where = pointer + "/" + i;
                option.forEach((field, content) -> text(checks, where + "/" + field, content));
            } else {
                Set<String> fields = Preview.OPTION_FIELDS;
                checks.that(false, pointer + "/" + i, "Expected a solution with exactly " + fields + ".");
            }
        }
    }

    private static void text(Checks checks, String pointer, @Nullable Object value) {
        if (value instanceof String text) {
            checks.length(pointer, text, 0, LONGEST);
        } else {
            checks.that(false, pointer, "Expected a text, but got " + value + ".");
        }
    }

    private static String pointer(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
