package io.redress.intake.domain.drills;

import io.redress.contracts.Hypothesis.Evidence;
import io.redress.intake.domain.listening.SoughtPhrases;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that makes an answer good or bad. Data, from {@code drill-marks.yaml}.
 *
 * @param wanted whether a good answer has it; otherwise it is better without
 * @param meaning a sentence for people
 * @param phrases by language, as written
 * @param negations by language: right after one of them a phrase does not count
 */
public record Mark(
        String id, boolean wanted, String meaning, Map<String, String> phrases, Map<String, Set<String>> negations) {
    private static final String NAME = "<name>";

    public Mark {
        phrases = Map.copyOf(phrases);
        negations = Map.copyOf(negations);
    }

    /**
     * Where an answer has it.
     *
     * @param name of whoever answers; the first name is enough
     */
    Optional<Evidence> in(String answer, String language, String name) {
        String first = name.strip().split("\\s+", 2)[0];
        String written = phrases.getOrDefault(language, "").replace(NAME, first);
        return new SoughtPhrases(written).firstIn(answer, negations.getOrDefault(language, Set.of()));
    }
}
