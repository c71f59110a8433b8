package io.redress.intake.domain.kinship;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Goes through the words of a text without their case, diacritics and punctuation. Knows no language: a word is a run of
 * letters and digits, and where a script has no spaces every character is one.
 */
final class Words {
    private static final long FNV_START = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private Words() {}

    /** Takes one word after the other. */
    @FunctionalInterface
    interface Reader {

        /**
         * @param word a hash of its letters
         * @param numeric whether it has a digit: an order number, an amount, a date
         * @return whether to go on
         */
        boolean read(long word, boolean numeric);
    }

    static void read(String text, Reader reader) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        long hash = FNV_START;
        boolean inside = false;
        boolean numeric = false;
        for (int at = 0, c; at <= plain.length(); at += Character.charCount(c)) {
            c = at < plain.length() ? plain.codePointAt(at) : ' ';
            if (isSilent(c)) {
                continue;
            }
            boolean alone = Character.isIdeographic(c);
            if (inside && (alone || !Character.isLetterOrDigit(c))) {
                if (!reader.read(hash, numeric)) {
                    return;
                }
                hash = FNV_START;
                inside = false;
                numeric = false;
            }
            if (Character.isLetterOrDigit(c)) {
                hash = (hash ^ plain(c)) * FNV_PRIME;
                inside = true;
                numeric |= Character.isDigit(c);
                if (alone && !reader.read(hash, false)) {
                    return;
                }
                if (alone) {
                    hash = FNV_START;
                    inside = false;
                }
            }
        }
    }

    private static boolean isSilent(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || c == '\u00ad'
                || c == '\u200d'
                || c == '\''
                || c == '\u2019';
    }

    /** Letters whose stroke no decomposition takes off. */
    private static int plain(int c) {
        return switch (c) {
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ' -> 'd';
            case 'ı' -> 'i';
            default -> c;
        };
    }
}
