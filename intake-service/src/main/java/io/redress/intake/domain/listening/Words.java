package io.redress.intake.domain.listening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into plain lower-case words: no case, no diacritics, no punctuation; linear in the text. */
final class Words {
    /** Longer "words" are no language. */
    private static final int LONGEST = 40;

    private static final char FIRST_WITH_MARKS = 0x80;

    private Words() {}

    /**
     * A word and where it stands in the text as it was written.
     *
     * @param to exclusive
     */
    record Placed(String word, int from, int to) {}

    static List<String> of(String text) {
        return placed(text).stream().map(Placed::word).toList();
    }

    static List<Placed> placed(String text) {
        List<Placed> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            String plain = plain(text.charAt(i));
            for (int k = 0; k < plain.length(); k++) {
                char c = plain.charAt(k);
                if (Character.isLetterOrDigit(c)) {
                    from = word.isEmpty() ? i : from;
                    word.append(c == 'ł' ? 'l' : c);
                } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                    close(word, from, i, words);
                }
            }
        }
        close(word, from, text.length(), words);
        return words;
    }

    /** Most letters are plain already; taking the others apart costs more. */
    private static String plain(char c) {
        return c < FIRST_WITH_MARKS
                ? String.valueOf(Character.toLowerCase(c))
                : Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    /** "Don't" is one word. */
    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static void close(StringBuilder word, int from, int to, List<Placed> words) {
        if (!word.isEmpty()) {
            words.add(new Placed(word.substring(0, Math.min(word.length(), LONGEST)), from, to));
            word.setLength(0);
        }
    }
}
