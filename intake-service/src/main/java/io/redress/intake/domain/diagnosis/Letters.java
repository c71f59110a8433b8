package io.redress.intake.domain.diagnosis;

import java.text.Normalizer;

/** Takes case and diacritics off single letters, so that "Încărcător" and "incarcator" are the same word. */
final class Letters {

    /** No part of a word. */
    static final char NONE = 0;
    /** Part of the word but without a letter of its own, like a combining accent. */
    static final char SILENT = 1;

    private static final int TABLE = 0x2200;
    private static final char[] FOLDED = new char[TABLE];

    static {
        for (int c = 0; c < TABLE; c++) {
            FOLDED[c] = foldSlowly((char) c);
        }
    }

    private Letters() {}

    /** The plain lower-case form of {@code c}, {@link #SILENT} or {@link #NONE}. */
    static char fold(char c) {
        if (c < TABLE) {
            return FOLDED[c];
        }
        return Character.isLetterOrDigit(c) ? c : NONE;
    }

    private static char foldSlowly(char c) {
        if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u00ad' || c == '\u200d') {
            return SILENT;
        }
        if (!Character.isLetterOrDigit(c)) {
            return NONE;
        }
        return switch (Character.toLowerCase(c)) {
            case 'ł' -> 'l';
            case 'ø' -> 'o';
            case 'đ' -> 'd';
            case 'ı' -> 'i';
            case 'ß' -> 's';
            case 'æ' -> 'a';
            default ->
                Character.toLowerCase(Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD)
                        .charAt(0));
        };
    }
}
