package io.redress.intake.domain.diagnosis;

import java.util.Set;

/**
 * Guesses the language of a complaint that does not name it, by the small words that every sentence
 * needs and by letters of its own. Thread-safe.
 */
public final class LanguageGuess {

    private static final String UNDECIDED = "en";
    private static final int WORDS_READ = 400;
    private static final int LETTERS_READ = 2_000;

    private final RuleBook book;

    public LanguageGuess(RuleBook book) {
        this.book = book;
    }

    /** One of {@link RuleBook#LANGUAGES}; English when nothing speaks for one language more than for the others. */
    public String of(String text) {
        var tokens = Tokens.of(text, false);
        var guess = UNDECIDED;
        int most = 0;
        boolean tied = false;
        for (var language : RuleBook.LANGUAGES) {
            var rules = book.in(language).orElseThrow();
            int found = functionWords(tokens, rules.functionWords()) + ownLetters(text, rules.letters());
            tied = found == most || (tied && found < most);
            guess = found > most ? language : guess;
            most = Math.max(most, found);
        }
        return tied ? UNDECIDED : guess;
    }

    private static int functionWords(Tokens tokens, Set<String> words) {
        int found = 0;
        for (int i = 0; i < Math.min(tokens.count(), WORDS_READ); i++) {
            found += words.contains(tokens.word(i)) ? 1 : 0;
        }
        return found;
    }

    private static int ownLetters(String text, String letters) {
        int found = 0;
        for (int i = 0; i < Math.min(text.length(), LETTERS_READ); i++) {
            found += letters.indexOf(Character.toLowerCase(text.charAt(i))) >= 0 ? 1 : 0;
        }
        return found;
    }
}
