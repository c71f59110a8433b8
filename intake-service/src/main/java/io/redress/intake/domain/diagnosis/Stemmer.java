package io.redress.intake.domain.diagnosis;

import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.pl.PolishAnalyzer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.stempel.StempelStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;

/**
 * Takes the endings off the words of one language, so that "crashed" and "crashes" meet. It is given words without
 * diacritics, because customers leave them out as they like. Costs nothing to make; one thread at a time may use it.
 */
@FunctionalInterface
interface Stemmer {

    /** Words this short have no ending to lose, and what is left of others must be longer, or it could be anything. */
    int SHORT = 3;

    /** Stems a folded word. */
    String stem(String word);

    /** The stemmer of a language, ISO 639-1; a language without one keeps its words as they are. */
    static Stemmer of(String language) {
        return switch (language) {
            // Of the English stemmers it is the one that keeps "report" and "reporter" apart.
            case "en" -> filtered(KStemFilter::new);
            case "it" -> filtered(words -> new SnowballFilter(words, new ItalianStemmer()));
            case "ro" -> filtered(words -> new SnowballFilter(words, new RomanianStemmer()));
            case "pl" -> stempel();
            default -> word -> word;
        };
    }

    private static Stemmer filtered(Function<TokenStream, TokenStream> filter) {
        var words = new OneWord(filter);
        return word -> longEnough(word, word.length() <= SHORT ? word : words.through(word));
    }

    private static Stemmer stempel() {
        var stemmer = new StempelStemmer(PolishAnalyzer.getDefaultTable());
        return word -> {
            var stem = word.length() <= SHORT ? null : stemmer.stem(word);
            return stem == null || !beginsLike(stem, word) ? word : stem.toString();
        };
    }

    /** Stempel also takes off beginnings, and "niesprawny" (out of order) must not become "sprawny" (in order). */
    private static boolean beginsLike(CharSequence stem, String word) {
        return stem.length() > SHORT
                && word.startsWith(stem.subSequence(0, SHORT).toString());
    }

    private static String longEnough(String word, String stem) {
        return stem.length() <= SHORT ? word : stem;
    }
}
