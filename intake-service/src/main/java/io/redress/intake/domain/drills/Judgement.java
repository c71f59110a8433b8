package io.redress.intake.domain.drills;

import io.redress.contracts.Hypothesis.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said of one answer (R143).
 *
 * @param marks those of its turn, the wanted ones first
 * @param hostileAt the sentence in which the consultant was hostile
 * @param calming whether the customer is calmer after it
 */
public record Judgement(
        List<MarkSeen> marks, Bearing bearing, @Nullable Evidence hostileAt, boolean calming) {
    public Judgement {
        marks = List.copyOf(marks);
    }

    /**
     * One mark of the turn.
     *
     * @param wanted whether the answer should have it, or be without
     * @param at where the answer has it
     */
    public record MarkSeen(
            String mark, boolean wanted, @Nullable Evidence at) {
        /** Whether the answer is as it should be. */
        public boolean met() {
            return wanted == (at != null);
        }
    }

    /** How many marks are as they should be. */
    public long met() {
        return marks.stream().filter(MarkSeen::met).count();
    }
}
