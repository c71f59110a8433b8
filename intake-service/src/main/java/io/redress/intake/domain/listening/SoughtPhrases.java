package io.redress.intake.domain.listening;

import io.redress.contracts.Hypothesis.Evidence;
import io.redress.intake.domain.listening.Words.Placed;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Phrases that are looked for in what somebody has written, and where they stand. Thread-safe. */
public final class SoughtPhrases {
    /** "This is not your fault" speaks of no fault; a "not" further away is about something else. */
    private static final int REACH_OF_A_NEGATION = 2;

    private final Phrases phrases;

    /** @param written entries separated by commas or line ends; {@code charge*} is a stem, {@code #} any number */
    public SoughtPhrases(String written) {
        phrases = new Phrases(written);
    }

    /** The words of a text as they are compared: without case and diacritics. */
    public static Set<String> words(String text) {
        return Set.copyOf(Words.of(text));
    }

    /** Where the first of them stands that is not negated, in UTF-16 code units. */
    public Optional<Evidence> firstIn(String text, Set<String> negations) {
        List<Placed> placed = Words.placed(text);
        List<String> words = placed.stream().map(Placed::word).toList();
        for (int at = 0; at < words.size(); at++) {
            int length = phrases.lengthAt(words, at);
            if (length > 0 && !isNegated(text, placed, at, negations)) {
                return Optional.of(new Evidence(
                        placed.get(at).from(), placed.get(at + length - 1).to()));
            }
        }
        return Optional.empty();
    }

    private static boolean isNegated(String text, List<Placed> words, int at, Set<String> negations) {
        for (int before = at - 1; before >= Math.max(0, at - REACH_OF_A_NEGATION); before--) {
            if (endsSentence(text, words.get(before).to(), words.get(before + 1).from())) {
                return false;
            }
            if (negations.contains(words.get(before).word())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsSentence(String text, int from, int to) {
        return text.substring(from, to).chars().anyMatch(c -> ".!?;:\n".indexOf(c) >= 0);
    }
}
