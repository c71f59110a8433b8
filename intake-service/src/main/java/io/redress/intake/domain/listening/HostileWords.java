package io.redress.intake.domain.listening;

import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.diagnosis.YamlFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Recognises hostile contacts by the drills that the front desk trains with (R142): insults, attacks on competence, and
 * "why" or "I do not understand" again and again. The words are data, in {@code hostility.yaml}. Thread-safe.
 */
public final class HostileWords implements Hostility {
    private static final String FILE = "hostility.yaml";
    private static final String FALLBACK = "en";
    /** Asking twice is asking; three times in one message is a drill. */
    private static final int STUBBORN = 3;

    private final Map<String, Lexicon> languages;

    private HostileWords(Map<String, Lexicon> languages) {
        this.languages = Map.copyOf(languages);
    }

    /**
     * Reads {@code hostility.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException where a language is missing
     */
    public static HostileWords load(UnaryOperator<String> files) {
        YamlFields file = YamlFields.read(FILE, files.apply(FILE));
        Map<String, Lexicon> languages = new HashMap<>();
        for (String language : RuleBook.LANGUAGES) {
            languages.put(language, Lexicon.of(file.part(language)));
        }
        file.expectNothingElse();
        return new HostileWords(languages);
    }

    @Override
    public boolean in(String text, String language) {
        Lexicon lexicon = languages.getOrDefault(language, languages.get(FALLBACK));
        if (lexicon == null) {
            throw new IllegalStateException("Expected hostile words in " + FALLBACK + ", but there are none");
        }
        List<String> words = Words.of(text);
        return lexicon.insults().countIn(words, 1) > 0
                || lexicon.competence().countIn(words, 1) > 0
                || lexicon.repetition().countIn(words, STUBBORN) >= STUBBORN;
    }

    private record Lexicon(Phrases insults, Phrases competence, Phrases repetition) {
        static Lexicon of(YamlFields fields) {
            Lexicon lexicon = new Lexicon(
                    new Phrases(fields.text("insults")),
                    new Phrases(fields.text("competence")),
                    new Phrases(fields.text("repetition")));
            fields.expectNothingElse();
            return lexicon;
        }
    }
}
