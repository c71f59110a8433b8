package io.redress.resolution.domain;

import io.redress.contracts.Limits;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** When two keys or two values, written by different people, are the same. */
public final class PlainFact {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern AT_THE_ENDS = Pattern.compile("^\\.+|\\.+$");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cntrl}]+");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

    private PlainFact() {}

    /** {@code Delivery Date}, {@code delivery_date} and {@code delivery.date} are one key. Empty where there is no word in it. */
    public static String key(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        String words = AT_THE_ENDS
                .matcher(BETWEEN_WORDS.matcher(plain).replaceAll("."))
                .replaceAll("");
        return words.codePointCount(0, words.length()) <= Limits.KEY
                ? words
                : words.substring(0, words.offsetByCodePoints(0, Limits.KEY));
    }

    /** On one line, as it will be said. */
    public static String value(String written) {
        return BLANKS.matcher(written).replaceAll(" ").strip();
    }

    static boolean sameValue(String one, String other) {
        String first = value(one);
        String second = value(other);
        return first.equalsIgnoreCase(second)
                || DECIMAL.matcher(first).matches()
                        && DECIMAL.matcher(second).matches()
                        && new BigDecimal(first).compareTo(new BigDecimal(second)) == 0;
    }
}
