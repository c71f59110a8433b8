package io.redress.intake.domain.messages;

import org.jspecify.annotations.Nullable;

/** A value as a message may contain it. */
final class OneLine {
    static final int LONGEST = 500;

    private OneLine() {}

    /** One line without control characters, so that no value can fake a line of ours, and of bounded length. */
    static String of(@Nullable String value) {
        var line = whole(value);
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** The same without what ends a sentence: where one ends, the text around it says so, whoever wrote the value. */
    static String phrase(@Nullable String value) {
        return of(value).replaceAll("[\\s.!?]+$", "");
    }

    /** The same of any length, for what would be another fact if a part of it were missing. */
    static String whole(@Nullable String value) {
        return value == null
                ? ""
                : value.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
