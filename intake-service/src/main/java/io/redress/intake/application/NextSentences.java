package io.redress.intake.application;

import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.RuleBook;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What comes next, in the language of the case. */
public final class NextSentences implements CaseOverview.Sentences {
    private static final String FILE = "next-steps.yaml";
    private static final String FALLBACK = "en";

    private final Map<NextStep, Map<String, String>> sentences;

    private NextSentences(Map<NextStep, Map<String, String>> sentences) {
        this.sentences = sentences;
    }

    /**
     * Reads {@code next-steps.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @throws IllegalArgumentException where a step lacks a language
     */
    public static NextSentences load(UnaryOperator<String> files) {
        Map<String, Map<String, String>> read =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(files.apply(FILE));
        Map<NextStep, Map<String, String>> sentences = new EnumMap<>(NextStep.class);
        for (NextStep step : NextStep.values()) {
            String code = step.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Map<String, String> said = read.getOrDefault(code, Map.of());
            if (!said.keySet().containsAll(RuleBook.LANGUAGES)) {
                throw new IllegalArgumentException("Expected " + code + " in " + RuleBook.LANGUAGES + " in " + FILE
                        + ", but got " + said.keySet());
            }
            sentences.put(step, Map.copyOf(said));
        }
        return new NextSentences(sentences);
    }

    @Override
    public String of(NextStep what, String language) {
        Map<String, String> said = sentences.getOrDefault(what, Map.of());
        return said.getOrDefault(language, said.getOrDefault(FALLBACK, ""));
    }
}
