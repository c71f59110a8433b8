package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that must follow each other. {@code charge*} is a stem, {@code ~} lets up to {@value #GAP} other words in between.
 *
 * @param words folded, in order, at least one
 */
record Phrase(List<Word> words) {

    static final int GAP = 3;
    private static final int MAX_WORDS = 7;
    private static final int MAX_GAPS = 2;

    /** One word of a phrase: its text, whether it is a stem, and whether others may stand before it. */
    record Word(String text, boolean stem, boolean afterGap) {}

    /** Reads a phrase as written in a rules file, for example {@code charge* ~ twice}. */
    static Phrase parse(String written, boolean apostropheJoins) {
        var words = new ArrayList<Word>();
        var afterGap = false;
        for (String part : written.strip().split("\\s+", -1)) {
            if (part.equals("~")) {
                afterGap = true;
                continue;
            }
            var stem = part.endsWith("*");
            var tokens = Tokens.of(part, apostropheJoins);
            for (int i = 0; i < tokens.count(); i++) {
                words.add(new Word(tokens.word(i), stem && i == tokens.count() - 1, afterGap));
                afterGap = false;
            }
        }
        return checked(written, new Phrase(List.copyOf(words)), afterGap);
    }

    private static Phrase checked(String written, Phrase phrase, boolean endsWithGap) {
        var gaps = phrase.words.stream().filter(Word::afterGap).count();
        var tooShortStem = phrase.words.stream()
                .anyMatch(word -> word.stem() && word.text().length() < 2);
        // Bounds keep matching linear in the text: each start is tried at most (GAP + 1)^MAX_GAPS ways.
        if (phrase.words.isEmpty()
                || phrase.words.getFirst().afterGap()
                || endsWithGap
                || tooShortStem
                || phrase.words.size() > MAX_WORDS
                || gaps > MAX_GAPS) {
            throw new IllegalArgumentException("Expected a phrase of 1 to " + MAX_WORDS + " words, at most " + MAX_GAPS
                    + " gaps inside and stems of at least two letters, but got \"" + written + "\"");
        }
        return phrase;
    }

    String text() {
        var text = new StringBuilder();
        for (var word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.afterGap() ? "~ " : "");
            text.append(word.text()).append(word.stem() ? "*" : "");
        }
        return text.toString();
    }
}
