package io.redress.chassis.observe;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/**
 * W3C Trace Context (version 00) as one string, {@code traceparent}. It is stored with every pending event, so that one
 * trace spans the days a case takes.
 */
public final class TraceContext {
    private static final int LENGTH = 55;
    private static final HexFormat HEX = HexFormat.of();

    private TraceContext() {}

    /** A child of {@code parent}: the same trace, a new span. A new trace where the parent is absent or malformed. */
    public static String childOf(String parent) {
        String trace = isValid(parent) ? parent.substring(3, 35) : random() + random();
        return "00-" + trace + "-" + random() + "-01";
    }

    private static boolean isValid(String value) {
        if (value.length() != LENGTH
                || !value.startsWith("00-")
                || value.charAt(35) != '-'
                || value.charAt(52) != '-') {
            return false;
        }
        String trace = value.substring(3, 35);
        return trace.chars().allMatch(HexFormat::isHexDigit)
                && trace.equals(trace.toLowerCase(java.util.Locale.ROOT))
                && trace.chars().anyMatch(c -> c != '0');
    }

    private static String random() {
        return HEX.toHexDigits(ThreadLocalRandom.current().nextLong() | 1L);
    }
}
