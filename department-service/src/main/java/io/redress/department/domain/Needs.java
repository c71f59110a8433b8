package io.redress.department.domain;

import io.redress.department.domain.RequestContract.Flaw;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the customer of a case needs, as far as departments know it: what its requests are about, what they ask for, the
 * steps of the chosen solution, and the customer's own words. A commitment is effective where it names one of them (R131).
 *
 * @param words the customer's own
 */
record Needs(List<String> natures, List<String> subjects, List<String> steps, String words) {
    /** Shorter than this, a quotation could be of anything. */
    private static final int SHORTEST_QUOTATION = 12;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    static Needs of(DepartmentCase state) {
        return new Needs(
                each(state.requests().stream().map(it -> it.ask().nature())),
                each(state.requests().stream().map(it -> it.ask().subject())),
                each(state.requests().stream().map(it -> it.ask().stepId()).flatMap(Stream::ofNullable)),
                plain(state.words()));
    }

    private static List<String> each(Stream<String> named) {
        return named.filter(Objects::nonNull)
                .map(Needs::plain)
                .filter(it -> !it.isBlank())
                .distinct()
                .toList();
    }

    /**
     * What came of looking for a need.
     *
     * @param sentence where it was found; the customer's words are not repeated
     */
    record Found(String sentence, List<Flaw> flaws) {}

    Found find(@Nullable String need) {
        String wanted = need == null ? "" : plain(need);
        if (wanted.isBlank()) {
            return missing("Expected which need of the customer it serves");
        }
        if (natures.stream().anyMatch(wanted::contains)) {
            return found("It names what a request of this case is about.");
        }
        if (subjects.contains(wanted)) {
            return found("It names what a request of this case asks for.");
        }
        if (steps.contains(wanted)) {
            return found("It names a step of the solution that the customer has chosen.");
        }
        return need != null && need.strip().length() >= SHORTEST_QUOTATION && words.contains(wanted)
                ? found("It is in the customer's own words.")
                : missing("Expected a need of this case: what a request is about"
                        + natures.stream()
                                .map(String::strip)
                                .reduce((one, other) -> one + ", " + other)
                                .map(it -> " (" + it + ")")
                                .orElse("")
                        + ", what it asks for, a step of the chosen solution, or at least " + SHORTEST_QUOTATION
                        + " characters of the customer's own words");
    }

    private static Found found(String sentence) {
        return new Found(sentence, List.of());
    }

    private static Found missing(String sentence) {
        return new Found("", List.of(new Flaw("need", sentence)));
    }

    /** Only the words, each between blanks, so that no part of a word is taken for a word. */
    private static String plain(String text) {
        return " "
                + NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip() + " ";
    }
}
