package io.redress.intake.domain.diagnosis;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds amounts of money: numbers beside a sign or word of a currency. */
final class Amounts {

    private static final String SIGNS = "$€£";
    private static final Set<String> WORDS = Set.of(
            "eur", "euro", "euros", "usd", "dollar", "dollars", "gbp", "pound", "pounds", "pln", "zł", "zl", "złotych",
            "zlotych", "złote", "ron", "lei", "leu");
    private static final int LONGEST_NUMBER = 15;
    private static final int LONGEST_WORD = 8;

    private Amounts() {}

    /** The largest amount in a text in whole units, without regard to its currency; null where there is none. */
    static @Nullable Long named(String text) {
        double largest = largest(text);
        return largest > 0 ? (long) largest : null;
    }

    /** The largest amount in a text, without regard to its currency; 0 where there is none. */
    static double largest(String text) {
        double largest = 0;
        int at = 0;
        while (at < text.length()) {
            int end = endOfNumber(text, at);
            if (end > at && (signBefore(text, at) || currencyAfter(text, end))) {
                largest = Math.max(largest, value(text.substring(at, end)));
            }
            at = Math.max(end, at + 1);
        }
        return largest;
    }

    private static int endOfNumber(String text, int from) {
        int end = from;
        while (end < text.length() && (isDigit(text.charAt(end)) || (end > from && separates(text, end)))) {
            end++;
        }
        return end;
    }

    private static boolean separates(String text, int at) {
        char c = text.charAt(at);
        return (c == '.' || c == ',' || c == '\u00a0' || c == '\'')
                && at + 1 < text.length()
                && isDigit(text.charAt(at + 1));
    }

    private static boolean signBefore(String text, int at) {
        int sign = at > 0 && text.charAt(at - 1) == ' ' ? at - 2 : at - 1;
        return sign >= 0 && SIGNS.indexOf(text.charAt(sign)) >= 0;
    }

    private static boolean currencyAfter(String text, int at) {
        int from = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
        if (from < text.length() && SIGNS.indexOf(text.charAt(from)) >= 0) {
            return true;
        }
        int to = from;
        while (to < text.length() && to - from <= LONGEST_WORD && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return WORDS.contains(text.substring(from, to).toLowerCase(Locale.ROOT));
    }

    /** "1.234,50" and "1,234.50" are the same: the last separator is a decimal one if one or two digits follow. */
    private static double value(String written) {
        int last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
        boolean decimals = last >= 0 && written.length() - last <= 3;
        String whole = digits(decimals ? written.substring(0, last) : written);
        return whole.isEmpty() || whole.length() > LONGEST_NUMBER ? 0 : Double.parseDouble(whole);
    }

    private static String digits(String written) {
        var digits = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            if (isDigit(written.charAt(i))) {
                digits.append(written.charAt(i));
            }
        }
        return digits.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
