package io.redress.intake.domain.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Words that must follow each other, in whatever form: {@code crash} also meets "crashed". {@code =crash} demands the word
 * as it stands, {@code crash*} any word that begins so, {@code ~} lets up to {@value #GAP} other words in between.
 *
 * @param words folded, in order, at least one
 */
record Phrase(List<Word> words) {

    static final int GAP = 3;
    private static final int MAX_WORDS = 7;
    private static final int MAX_GAPS = 2;

    /** How a word of a phrase and a word of a text are compared. */
    enum Match {
        STEM,
        EXACT,
        PREFIX
    }

    /**
     * One word of a phrase.
     *
     * @param text folded
     * @param key what is compared: the stem, or the text itself
     * @param afterGap whether others may stand before it
     */
    record Word(String text, String key, Match match, boolean afterGap) {}

    /** Reads a phrase as written in a rules file, for example {@code charge* ~ twice}. */
    static Phrase parse(String written, boolean apostropheJoins, Stemmer stemmer) {
        var words = new ArrayList<Word>();
        var afterGap = false;
        for (String part : written.strip().split("\\s+", -1)) {
            if (part.equals("~")) {
                afterGap = true;
                continue;
            }
            var tokens = Tokens.of(part, apostropheJoins, stemmer);
            for (int i = 0; i < tokens.count(); i++) {
                var match = match(part, i == tokens.count() - 1);
                var key = match == Match.STEM ? tokens.stem(i) : tokens.word(i);
                words.add(new Word(tokens.word(i), key, match, afterGap));
                afterGap = false;
            }
        }
        return checked(written, new Phrase(List.copyOf(words)), afterGap);
    }

    private static Match match(String part, boolean last) {
        if (part.startsWith("=")) {
            return Match.EXACT;
        }
        return last && part.endsWith("*") ? Match.PREFIX : Match.STEM;
    }

    private static Phrase checked(String written, Phrase phrase, boolean endsWithGap) {
        var gaps = phrase.words.stream().filter(Word::afterGap).count();
        var tooShortStem = phrase.words.stream()
                .anyMatch(word -> word.match() == Match.PREFIX && word.text().length() < 2);
        // Bounds keep matching linear in the text: each start is tried at most (GAP + 1)^MAX_GAPS ways.
        if (phrase.words.isEmpty()
                || phrase.words.getFirst().afterGap()
                || endsWithGap
                || tooShortStem
                || phrase.words.size() > MAX_WORDS
                || gaps > MAX_GAPS) {
            throw new IllegalArgumentException("Expected a phrase of 1 to " + MAX_WORDS + " words, at most " + MAX_GAPS
                    + " gaps inside and beginnings of at least two letters, but got \"" + written + "\"");
        }
        return phrase;
    }

    /** The phrase as written, folded. */
    String text() {
        return joined(Word::text);
    }

    /** What is compared; phrases with the same key find the same. */
    String key() {
        return joined(Word::key);
    }

    /** Whether the words stand in a text just as they stand here. */
    boolean verbatim(Tokens tokens, int from, int to) {
        int next = 0;
        for (int i = from; i < to && next < words.size(); i++) {
            next += tokens.word(i).equals(words.get(next).text()) ? 1 : 0;
        }
        return next == words.size();
    }

    /** Whether every text of this phrase begins with {@code other}. */
    boolean beginsWith(Phrase other) {
        return words.size() >= other.words.size()
                && words.subList(0, other.words.size()).equals(other.words);
    }

    private String joined(Function<Word, String> part) {
        var text = new StringBuilder();
        for (var word : words) {
            text.append(text.isEmpty() ? "" : " ").append(word.afterGap() ? "~ " : "");
            text.append(word.match() == Match.EXACT ? "=" : "").append(part.apply(word));
            text.append(word.match() == Match.PREFIX ? "*" : "");
        }
        return text.toString();
    }
}
