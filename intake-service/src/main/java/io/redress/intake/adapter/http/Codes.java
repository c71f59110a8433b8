package io.redress.intake.adapter.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Our closed lists as callers write them: {@code decision-maker} for {@code DECISION_MAKER}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> of(Enum<?>[] values) {
        return Arrays.stream(values).map(Codes::of).toList();
    }

    /** The value of a checked code. */
    static <T extends Enum<T>> T read(Class<T> type, String code) {
        return Enum.valueOf(type, code.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
