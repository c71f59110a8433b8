package io.redress.analytics.domain.exposure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What is counted of a public case, at the moment in which it is known. */
public sealed interface Noticed {

    /** Everybody may see a case that came from there. */
    record BecamePublic(Source source) implements Noticed {}

    /**
     * Its time without a public answer is over.
     *
     * @param answered whether with an answer; else with the end of the case
     */
    record SilenceEnded(Source source, Duration silence, boolean answered) implements Noticed {}

    /** So many values were kept from being said, because another department says otherwise. */
    record ContradictionsPrevented(Source source, int count) implements Noticed {}

    /** What is new between two moments. A case that ends without an answer is noticed each time it ends. */
    static List<Noticed> between(Exposure before, Exposure after) {
        List<Noticed> noticed = new ArrayList<>();
        if (after.since() == null) {
            return noticed;
        }
        Source source = after.source();
        boolean isNew = before.since() == null;
        if (isNew) {
            noticed.add(new BecamePublic(source));
        }
        if (after.answeredAt() != null && (isNew || before.answeredAt() == null)) {
            noticed.add(new SilenceEnded(source, after.silence(after.answeredAt()), true));
        } else if (after.answeredAt() == null && after.endedAt() != null && (isNew || before.endedAt() == null)) {
            noticed.add(new SilenceEnded(source, after.silence(after.endedAt()), false));
        }
        int prevented = after.contradictions() - (isNew ? 0 : before.contradictions());
        if (prevented > 0) {
            noticed.add(new ContradictionsPrevented(source, prevented));
        }
        return noticed;
    }
}
