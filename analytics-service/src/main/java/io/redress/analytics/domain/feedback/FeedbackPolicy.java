package io.redress.analytics.domain.feedback;

import java.util.List;
import java.util.Set;

/**
 * What concerns product management (R26).
 *
 * @param natures complaints about these do
 * @param wishes kinds of options that register a wish; whoever gets one has said something that does, whatever about
 */
public record FeedbackPolicy(Set<String> natures, Set<String> wishes) {
    public FeedbackPolicy {
        natures = Set.copyOf(natures);
        wishes = Set.copyOf(wishes);
    }

    /** Whether an option of this kind registers a wish. */
    public boolean isWish(String kind) {
        return wishes.contains(kind);
    }

    /** What of it concerns product management; empty where nothing does. */
    List<String> concerning(Heard heard) {
        if (heard.said() == null || heard.merged()) {
            return List.of();
        }
        List<String> ours = heard.natures().stream().filter(natures::contains).toList();
        return ours.isEmpty() && heard.registered() ? heard.natures() : ours;
    }
}
