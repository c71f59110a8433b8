package io.redress.intake.domain.listening;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a text into plain lower-case words: no case, no diacritics, no punctuation; linear in the text. */
final class Words {
    /** Longer "words" are no language. */
    private static final int LONGEST = 40;

    private Words() {}

    static List<String> of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                word.append(c == 'ł' ? 'l' : c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
                close(word, words);
            }
        }
        close(word, words);
        return words;
    }

    /** "Don't" is one word. */
    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private static void close(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.substring(0, Math.min(word.length(), LONGEST)));
            word.setLength(0);
        }
    }
}
