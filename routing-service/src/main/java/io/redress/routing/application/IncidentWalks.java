package io.redress.routing.application;

import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.routing.domain.Incident;
import java.time.Duration;
import java.time.Instant;

/**
 * Where the two walks along the cases of one incident stand. The first goes to the end and from then on finds whoever
 * comes. The second goes along all of them now and then, for cases that got the signature later than their place in the
 * order says; it never holds up the first.
 *
 * @param newest where the first walk stands
 * @param lookedBack when the first walk last looked further back than to where it had been
 * @param again where the second walk stands; empty while it rests
 * @param begun when the second walk last began
 */
record IncidentWalks(String newest, Instant lookedBack, String again, Instant begun) {
    /** A write that was decided earlier is hardly ever stored so much later. */
    private static final Duration OVERTAKING = Duration.ofSeconds(2);
    /** Nothing takes longer. */
    private static final Duration OVERTAKING_AT_MOST = Duration.ofSeconds(30);

    private static final Duration LOOKING_BACK_AFTER = Duration.ofSeconds(10);
    private static final Duration AGAIN_AFTER = Duration.ofMinutes(2);

    /** At the first case. */
    static IncidentWalks begin(Incident incident, Instant now) {
        return new IncidentWalks(startOf(incident, incident.since()), now, "", now);
    }

    /** The first walk has more before it. */
    IncidentWalks newest(String next) {
        return new IncidentWalks(next, lookedBack, again, begun);
    }

    /** The first walk has reached the end as it was when {@code asked}; the last moments are looked at once more. */
    IncidentWalks atEnd(Incident incident, Instant asked) {
        boolean far = lookedBack.plus(LOOKING_BACK_AFTER).isBefore(asked);
        Instant from = asked.minus(far ? OVERTAKING_AT_MOST : OVERTAKING);
        return new IncidentWalks(startOf(incident, from), far ? asked : lookedBack, again, begun);
    }

    /** The second walk, begun where it has rested for long enough. */
    IncidentWalks againBy(Incident incident, Instant now) {
        return !isAgain() && begun.plus(AGAIN_AFTER).isBefore(now)
                ? new IncidentWalks(newest, lookedBack, startOf(incident, incident.since()), now)
                : this;
    }

    /** Whether the second walk is under way. */
    boolean isAgain() {
        return !again.isEmpty();
    }

    /** The second walk has more before it, or rests where there is nothing. */
    IncidentWalks again(String next) {
        return new IncidentWalks(newest, lookedBack, next, begun);
    }

    private static String startOf(Incident incident, Instant from) {
        Instant first = from.isBefore(incident.since()) ? incident.since() : from;
        IndexEntry entry = IndexEntry.sorted(
                IncidentEntries.BY_SIGNATURE, incident.signature().key(), IncidentEntries.inOrder(first));
        return EntryKey.of("", entry).cursor();
    }
}
