package io.redress.intake.domain.diagnosis;

import java.util.List;
import java.util.Set;

/**
 * All that is known about reading one language.
 *
 * @param functionWords small words by which the language is recognised
 * @param letters letters, lower case, that the other languages seldom have
 * @param address words that speak to the company ("you", "your")
 * @param negations words that take back a deniable phrase shortly after them
 * @param calibration how sure to be
 * @param trie the phrases of {@code rules} and of the feelings
 */
record LanguageRules(
        String language,
        boolean apostropheJoins,
        Set<String> functionWords,
        String letters,
        Set<String> address,
        Set<String> negations,
        List<Rule> rules,
        Calibration calibration,
        PhraseTrie trie) {

    /** The words of a text as the rules see them. */
    Tokens tokens(String text) {
        return Tokens.of(text, apostropheJoins, Stemmer.of(language));
    }
}
