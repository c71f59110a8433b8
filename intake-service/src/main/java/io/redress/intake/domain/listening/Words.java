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

    private final List<Placed> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int from;

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
        Words cut = new Words();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < FIRST_WITH_MARKS) {
                cut.take(Character.toLowerCase(c), i);
            } else {
                cut.takeApart(c, i);
            }
        }
        cut.close(text.length());
        return cut.words;
    }

    private void takeApart(char c, int at) {
        String plain =
                Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        for (int i = 0; i < plain.length(); i++) {
            take(plain.charAt(i), at);
        }
    }

    private void take(char c, int at) {
        if (Character.isLetterOrDigit(c)) {
            from = word.isEmpty() ? at : from;
            word.append(c == 'ł' ? 'l' : c);
        } else if (Character.getType(c) != Character.NON_SPACING_MARK && !isApostrophe(c)) {
            close(at);
        }
    }

    /** "Don't" is one word. */
    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '’';
    }

    private void close(int to) {
        if (!word.isEmpty()) {
            words.add(new Placed(word.substring(0, Math.min(word.length(), LONGEST)), from, to));
            word.setLength(0);
        }
    }
}
