package io.redress.routing.domain.knowledge;

import java.util.Comparator;

/**
 * A complaint is taken for a known problem.
 *
 * @param nature which of the complaint's problems it is
 * @param weight how much was compared: a lot says more than a product, and that more than words
 * @param reason why, as a sentence without personal data
 */
public record ProblemMatch(RecordedProblem problem, String nature, int weight, String reason) {
    /** What was recorded last is what is known best. */
    static final Comparator<ProblemMatch> MOST_SPECIFIC_FIRST = Comparator.comparingInt(ProblemMatch::weight)
            .thenComparing(it -> it.problem().recordedAt())
            .reversed()
            .thenComparing(it -> it.problem().id());
}
