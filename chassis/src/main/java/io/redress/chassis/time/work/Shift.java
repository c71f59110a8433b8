package io.redress.chassis.time.work;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of work that begins on a day, by the clock on the wall there.
 *
 * @param from when it begins
 * @param to when it ends; on the next day where it is not after {@code from}, so midnight to midnight is a whole day
 */
public record Shift(LocalTime from, LocalTime to) {
    /** From midnight to midnight. */
    public static final Shift WHOLE_DAY = new Shift(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final Pattern FORM =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)\\s*-\\s*(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");

    /**
     * Reads {@code 09:00-17:30}, {@code 22:00-06:00} or {@code 00:00-24:00}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Shift of(String text) {
        Matcher read = FORM.matcher(text.strip());
        if (!read.matches()) {
            throw new IllegalArgumentException("Expected hours such as 09:00-17:30, but got " + text);
        }
        return new Shift(
                time(read.group(1), read.group(2)),
                read.group(3) == null ? LocalTime.MIDNIGHT : time(read.group(3), read.group(4)));
    }

    private static LocalTime time(String hour, String minute) {
        return LocalTime.of(Integer.parseInt(hour), Integer.parseInt(minute));
    }

    LocalDateTime begins(LocalDate day) {
        return day.atTime(from);
    }

    LocalDateTime ends(LocalDate day) {
        return (to.isAfter(from) ? day : day.plusDays(1)).atTime(to);
    }
}
