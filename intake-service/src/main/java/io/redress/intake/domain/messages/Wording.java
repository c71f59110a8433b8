package io.redress.intake.domain.messages;

import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Tone;
import io.redress.intake.domain.WaitsFor;
import io.redress.intake.domain.diagnosis.RuleBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Every message in every language, tone and form of address, read, compiled and checked once. Pure and thread-safe. */
public final class Wording {

    private static final String FALLBACK = "en";

    /** A message names no more things that it waits for than somebody can keep in mind. */
    private static final int MOST_WAITS = 3;

    private final Map<TextKey, LanguageTexts> texts;

    private Wording(Map<TextKey, LanguageTexts> texts) {
        this.texts = Map.copyOf(texts);
    }

    /**
     * Reads {@code messages/<language>.yaml} and {@code messages/<language>-informal.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @param natures all that a diagnosis can find; each needs a name in each file, as does "unclear"
     * @throws IllegalArgumentException naming the file if a translation is missing or a placeholder is unknown
     */
    public static Wording load(UnaryOperator<String> files, Set<String> natures) {
        var named = new HashSet<>(natures);
        named.add("unclear");
        var texts = new HashMap<TextKey, LanguageTexts>();
        for (var language : RuleBook.LANGUAGES) {
            var formally = new TextKey(language, Formality.FORMAL);
            var informally = new TextKey(language, Formality.INFORMAL);
            var formal = LanguageTexts.formal(language, files.apply(formally.path()), named);
            texts.put(formally, formal);
            texts.put(
                    informally,
                    LanguageTexts.informal(language, files.apply(informally.path()), formal.forms(), named));
        }
        return new Wording(texts);
    }

    /**
     * Composes a message.
     *
     * @param language ISO 639-1; a language that we do not speak is answered in English
     * @param values one for every placeholder that the template uses
     */
    public Text compose(MessageKind kind, String language, Formality formality, Tone tone, Map<String, Object> values) {
        var template = in(language, formality).templates().get(kind);
        if (template == null) {
            throw new IllegalStateException("Expected every kind in every language, but " + kind + " is missing");
        }
        return template.fill(tone, values);
    }

    /** Names the exact texts of a language and form of address. */
    public String version(String language, Formality formality) {
        return in(language, formality).version();
    }

    /** A date and time as people write it in this language, with its zone. */
    public String date(Instant instant, ZoneId zone, String language) {
        return forms(language).date(instant, zone);
    }

    /** How long something takes, for example "within 3 days". */
    public String days(int days, String language) {
        return forms(language).days().of(days);
    }

    /** How many solutions there are, for example "There are 2 ways". */
    public String ways(int count, String language) {
        return forms(language).ways().of(count);
    }

    /** What a customer calls a nature. */
    public String nature(String code, String language, Formality formality) {
        var natures = in(language, formality).natures();
        return natures.getOrDefault(code, natures.getOrDefault("unclear", ""));
    }

    /** What a case waits for, a sentence each; empty where it waits for nothing. */
    public String waits(List<WaitsFor> waits, String language, Formality formality) {
        var sentences = in(language, formality).waits();
        return waits.stream()
                .limit(MOST_WAITS)
                .map(wait -> sentences.getOrDefault(wait, ""))
                .collect(Collectors.joining(" "));
    }

    LanguageForms.Samples samples(String language) {
        return forms(language).samples();
    }

    private LanguageForms forms(String language) {
        return in(language, Formality.FORMAL).forms();
    }

    private LanguageTexts in(String language, Formality formality) {
        var found = texts.getOrDefault(new TextKey(language, formality), texts.get(new TextKey(FALLBACK, formality)));
        if (found == null) {
            throw new IllegalStateException("Expected texts in " + FALLBACK + ", but there are none");
        }
        return found;
    }
}
