package io.redress.intake.application;

import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Progress;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.diagnosis.RuleBook;
import io.redress.intake.domain.messages.Wording;
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
    private final Wording wording;

    private NextSentences(Map<NextStep, Map<String, String>> sentences, Wording wording) {
        this.sentences = sentences;
        this.wording = wording;
    }

    /**
     * Reads {@code next-steps.yaml}.
     *
     * @param files gives the content of a file by its path on the class path
     * @param wording says what a case waits for, in the same words as the messages do
     * @throws IllegalArgumentException where a step lacks a language
     */
    public static NextSentences load(UnaryOperator<String> files, Wording wording) {
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
        return new NextSentences(sentences, wording);
    }

    @Override
    public String of(Progress progress, NextStep what, String language) {
        Map<String, String> said = sentences.getOrDefault(what, Map.of());
        String next = said.getOrDefault(language, said.getOrDefault(FALLBACK, ""));
        return (wording.waits(progress.waitsFor(), language, Formality.FORMAL) + " " + next).strip();
    }
}
