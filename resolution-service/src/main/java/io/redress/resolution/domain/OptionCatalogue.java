package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The options the company stands for where no department has had an idea of its own, and the sentences around options.
 *
 * @param byNature options by what the case is about
 * @param otherwise for natures not named
 * @param clarification what is always possible: somebody explains
 * @param onlyOption why there is no second option
 * @param couldNotBeDone what the customer reads where a chosen option failed; {@code {title}} is replaced
 * @param takesLonger what is unfavourable about an option that takes longer than another one (R107)
 * @param worse what is said of what is left where it is less than what was chosen
 * @param noLongerThere what the customer reads where an option was offered and is gone; {@code {title}} is replaced
 * @param kept what the customer reads about what has come already of a chosen option that failed; {@code {what}} is replaced
 * @param goesOn what the customer reads where something else is offered while what was chosen is carried out; {@code
 *     {title}} is replaced
 */
public record OptionCatalogue(
        Map<String, List<CatalogueOption>> byNature,
        List<CatalogueOption> otherwise,
        CatalogueOption clarification,
        Phrase onlyOption,
        Phrase couldNotBeDone,
        Phrase takesLonger,
        Worse worse,
        Phrase noLongerThere,
        Phrase kept,
        Phrase goesOn) {
    /** For a catalogue that says nothing about it. */
    public static final Phrase KEPT_IN_ENGLISH = new Phrase(Map.of("en", "You keep what has reached you: {what}."));

    /** For a catalogue that says nothing about it. */
    public static final Phrase GONE_IN_ENGLISH = new Phrase(Map.of("en", "This is no longer available: {title}"));

    /** For a catalogue that says nothing about it. */
    public static final Phrase GOES_ON_IN_ENGLISH =
            new Phrase(Map.of("en", "This goes on meanwhile, and remains yours if you choose nothing else: {title}"));

    public OptionCatalogue {
        byNature = Map.copyOf(byNature);
        otherwise = List.copyOf(otherwise);
    }

    /** One that says in English that something is gone. */
    public OptionCatalogue(
            Map<String, List<CatalogueOption>> byNature,
            List<CatalogueOption> otherwise,
            CatalogueOption clarification,
            Phrase onlyOption,
            Phrase couldNotBeDone,
            Phrase takesLonger,
            Worse worse) {
        this(
                byNature,
                otherwise,
                clarification,
                onlyOption,
                couldNotBeDone,
                takesLonger,
                worse,
                GONE_IN_ENGLISH,
                KEPT_IN_ENGLISH,
                GOES_ON_IN_ENGLISH);
    }

    /** That something takes longer than what was chosen before, or is worth less. */
    public record Worse(Phrase longer, Phrase less) {
        /** For a catalogue that says nothing about it. */
        public static final Worse IN_ENGLISH = new Worse(
                new Phrase(Map.of("en", "It takes longer than what you had chosen.")),
                new Phrase(Map.of("en", "It is worth less than what you had chosen.")));
    }

    /**
     * One declared option.
     *
     * @param days working days until it is done
     * @param by who carries it out; absent for the case's lead
     */
    public record CatalogueOption(
            String kind,
            int days,
            Phrase title,
            @Nullable Phrase disadvantage,
            @Nullable DepartmentCode by) {}

    /** The same in several languages, by ISO 639-1 code; English is always among them. */
    public record Phrase(Map<String, String> texts) {
        private static final String FALLBACK = "en";
        private static final Pattern ENDED = Pattern.compile("[.!?…]$");

        public Phrase {
            texts = Map.copyOf(texts);
            if (!texts.containsKey(FALLBACK)) {
                throw new IllegalArgumentException("Expected a text in English, but got " + texts);
            }
        }

        /** In that language, or in English where there is none. */
        public String in(String language) {
            return Optional.ofNullable(texts.get(language))
                    .or(() -> Optional.ofNullable(texts.get(FALLBACK)))
                    .orElseThrow();
        }

        /** The same with what it is about in the place of {@code {title}}, which ends as a sentence does. */
        public String about(String title, String language) {
            String sentence = title.strip();
            return in(language).replace("{title}", ENDED.matcher(sentence).find() ? sentence : sentence + ".");
        }
    }

    List<CatalogueOption> optionsFor(String nature) {
        return byNature.getOrDefault(nature, otherwise);
    }
}
