package io.redress.intake.domain.drills;

import io.redress.contracts.Hypothesis.Evidence;
import io.redress.intake.domain.Hostility;
import io.redress.intake.domain.drills.DrillScenario.Turn;
import io.redress.intake.domain.drills.Judgement.MarkSeen;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges answers by declared phrases alone: the same answer is always judged alike. Thread-safe. */
public final class Examiner {
    private final Hostility hostility;

    public Examiner(Hostility hostility) {
        this.hostility = hostility;
    }

    /** Whether the customer's words of a turn need strong nerves. */
    boolean isHostile(String words, String language) {
        return hostility.in(words, language);
    }

    /**
     * Judges one answer.
     *
     * @param provoked whether the customer was hostile
     * @param name of whoever answers
     */
    Judgement judge(Turn turn, String answer, String language, String name, boolean provoked) {
        List<MarkSeen> marks = Stream.concat(turn.wants().stream(), turn.avoids().stream())
                .map(mark -> new MarkSeen(
                        mark.id(),
                        mark.wanted(),
                        mark.in(answer, language, name).orElse(null)))
                .toList();
        Evidence hostileAt = hostileSentence(answer, language);
        long wanted = turn.wants().size();
        long there = marks.stream().filter(mark -> mark.wanted() && mark.met()).count();
        boolean harmless = hostileAt == null && marks.stream().allMatch(mark -> mark.wanted() || mark.met());
        Bearing bearing = bearing(provoked, hostileAt != null, harmless && there > 0);
        // Half of what a good answer has is enough for the customer to go on talking.
        return new Judgement(marks, bearing, hostileAt, harmless && 2 * there >= wanted);
    }

    private static Bearing bearing(boolean provoked, boolean hostile, boolean helpful) {
        if (hostile) {
            return Bearing.MIRRORED;
        }
        if (!provoked) {
            return Bearing.NOT_TESTED;
        }
        return helpful ? Bearing.HANDLED : Bearing.PASSED_OVER;
    }

    /** The first sentence that is hostile; the whole answer where only all of it together is. */
    private @Nullable Evidence hostileSentence(String answer, String language) {
        if (!hostility.in(answer, language)) {
            return null;
        }
        int from = 0;
        for (int at = 0; at < answer.length(); at++) {
            if (".!?\n".indexOf(answer.charAt(at)) >= 0) {
                if (hostility.in(answer.substring(from, at), language)) {
                    return new Evidence(from, at + 1);
                }
                from = at + 1;
            }
        }
        return from > 0 && hostility.in(answer.substring(from), language)
                ? new Evidence(from, answer.length())
                : new Evidence(0, answer.length());
    }
}
