package io.redress.intake.domain.diagnosis;

import java.util.List;
import java.util.Set;

/**
 * All that is known about reading one language.
 *
 * @param functionWords small words by which the language is recognised
 * @param letters letters, lower case, that the other languages seldom have
 * @param negations words that take back a deniable phrase shortly after them
 * @param trie the phrases of {@code rules} and of the feelings
 */
record LanguageRules(
        String language,
        boolean apostropheJoins,
        Set<String> functionWords,
        String letters,
        Set<String> negations,
        List<Rule> rules,
        PhraseTrie trie) {}
