package io.redress.routing.domain.knowledge;

import io.redress.contracts.KnownProblem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A known problem as routing keeps it.
 *
 * @param id {@code kp-<uuid>}
 * @param customers whom it concerns; absent where it may concern everybody
 * @param phrases by language, words that customers say about it; a language without any is not asked for them
 * @param by who recorded it
 * @param changedAt when it was recorded, changed or ended last
 * @param fingerprint of the request that recorded it
 * @param ending absent while complaints are linked to it
 */
public record RecordedProblem(
        String id,
        KnownProblem problem,
        @Nullable CustomerGroup customers,
        Map<String, List<String>> phrases,
        String by,
        Instant recordedAt,
        Instant changedAt,
        String fingerprint,
        @Nullable Ending ending) {
    /** What the ids of known problems begin with, which no case id does. */
    public static final String PREFIX = "kp-";
    /** So many can be open at a time: all of them are compared with every complaint. */
    public static final int MOST_OPEN = 10_000;

    public RecordedProblem {
        phrases = Map.copyOf(phrases);
    }

    /** Why and when it ended. */
    public record Ending(String reason, String by, Instant at) {}

    public boolean isOpen() {
        return ending == null;
    }

    /** Whether a complaint of this moment may be about it. */
    boolean holdsAt(Instant now) {
        Instant until = problem.validUntil();
        return isOpen() && !now.isBefore(problem.validFrom()) && (until == null || now.isBefore(until));
    }

    /** The same problem, seen anew. */
    public RecordedProblem changed(RecordedProblem to, Instant at) {
        return new RecordedProblem(id, to.problem, to.customers, to.phrases, by, recordedAt, at, fingerprint, ending);
    }

    /** The same problem, over. */
    public RecordedProblem ended(Ending how) {
        return new RecordedProblem(id, problem, customers, phrases, by, recordedAt, how.at(), fingerprint, how);
    }
}
