package io.redress.intake.domain.messages;

import io.redress.intake.domain.diagnosis.RuleBook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Every message in every language, read, compiled and checked once. Pure and thread-safe. */
public final class Wording {

    private static final String FALLBACK = "en";

    private final Map<String, LanguageTexts> languages;

    private Wording(Map<String, LanguageTexts> languages) {
        this.languages = Map.copyOf(languages);
    }

    /**
     * Reads {@code messages/<language>.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @param natures all that a diagnosis can find; each needs a name in each language, as does "unclear"
     * @throws IllegalArgumentException naming the file if a translation is missing or a placeholder is unknown
     */
    public static Wording load(UnaryOperator<String> files, Set<String> natures) {
        var named = new HashSet<>(natures);
        named.add("unclear");
        var languages = new HashMap<String, LanguageTexts>();
        for (var language : RuleBook.LANGUAGES) {
            var path = "messages/" + language + ".yaml";
            languages.put(language, LanguageTexts.read(path, files.apply(path), language, named));
        }
        return new Wording(languages);
    }

    /**
     * Composes a message.
     *
     * @param language ISO 639-1; a language that we do not speak is answered in English
     * @param values one for every placeholder that the template uses
     */
    public Text compose(MessageKind kind, String language, Map<String, Object> values) {
        var template = in(language).templates().get(kind);
        if (template == null) {
            throw new IllegalStateException("Expected every kind in every language, but " + kind + " is missing");
        }
        return template.fill(values);
    }

    /** A date and time as people write it in this language, with its zone. */
    public String date(Instant instant, ZoneId zone, String language) {
        return in(language).date(instant, zone);
    }

    /** How long something takes, for example "3 days". */
    public String days(int days, String language) {
        return in(language).days().of(days);
    }

    /** What a customer calls a nature. */
    public String nature(String code, String language) {
        var natures = in(language).natures();
        return natures.getOrDefault(code, natures.getOrDefault("unclear", ""));
    }

    private LanguageTexts in(String language) {
        var texts = languages.getOrDefault(language, languages.get(FALLBACK));
        if (texts == null) {
            throw new IllegalStateException("Expected texts in " + FALLBACK + ", but there are none");
        }
        return texts;
    }
}
