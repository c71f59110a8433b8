package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DeviationEvent.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the date of a request is still in reach, as far as the log shows. The same look always gives the same answer,
 * and says what it rests on.
 *
 * @param begun whether any progress was reported. It counts as half of the work, since nobody says how much is left
 * @param usual how long such work takes; absent where nobody has looked yet
 * @param position among what the department has to do, 1 for what is due first; absent where nobody knows
 * @param capacity on how much the department works at a time
 */
record Reach(
        Instant dueAt,
        boolean begun,
        WorkCalendar calendar,
        @Nullable Comparables usual,
        @Nullable Integer position,
        int capacity) {
    /** Soon enough to learn what is usual, once somebody has looked. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    /** A queue does not change so fast that more looks would show more. */
    private static final Duration BETWEEN_LOOKS = Duration.ofHours(1);

    /**
     * Why a date seems out of reach.
     *
     * @param needed working time that it usually takes from now on; absent where nobody knows
     */
    record Doubt(
            Basis basis,
            String evidence,
            @Nullable Duration remaining,
            @Nullable Duration needed,
            @Nullable Integer comparables,
            @Nullable Integer position,
            @Nullable Integer capacity) {}

    /** Empty while nothing shows that it cannot be kept. */
    Optional<Doubt> doubt(Instant now) {
        if (!now.isBefore(dueAt)) {
            return Optional.of(withoutTime(Basis.DATE, "The date has passed, and there is no answer."));
        }
        Usual known = sufficient();
        if (known == null) {
            return Optional.empty();
        }
        Duration remaining = calendar.between(now, dueAt);
        return remaining.compareTo(left(known.lowerQuartile())) < 0
                ? Optional.of(byHistory(known, remaining))
                : byQueue(known, remaining);
    }

    /** A delay was reported, and nobody has said until when. */
    Doubt reported() {
        return withoutTime(Basis.REPORT, "A delay was reported without a new date.");
    }

    private Doubt withoutTime(Basis basis, String evidence) {
        Usual known = sufficient();
        return known == null
                ? new Doubt(basis, evidence, null, null, null, null, null)
                : new Doubt(basis, evidence, null, left(known.median()), known.count(), null, null);
    }

    private Doubt byHistory(Usual known, Duration remaining) {
        String evidence = "Three quarters of " + known.count() + " comparable requests took "
                + words(known.lowerQuartile()) + " of working time or more; " + words(remaining)
                + " are left until the date, and "
                + (begun ? "the reported progress counts as half." : "no progress was reported.");
        return new Doubt(Basis.HISTORY, evidence, remaining, left(known.median()), known.count(), null, null);
    }

    /** Whatever is begun does not queue any more; neither does what the department can begin at once. */
    private Optional<Doubt> byQueue(Usual known, Duration remaining) {
        if (begun || position == null || position <= capacity) {
            return Optional.empty();
        }
        Duration needed = known.median().multipliedBy(position).dividedBy(capacity);
        if (needed.compareTo(remaining) <= 0) {
            return Optional.empty();
        }
        String evidence = "It is number " + position + " in the queue, half of " + known.count()
                + " comparable requests took " + words(known.median()) + " of working time or more, and " + capacity
                + " are worked on at a time: that takes " + words(needed) + ", and " + words(remaining)
                + " are left until the date.";
        return Optional.of(new Doubt(Basis.QUEUE, evidence, remaining, needed, known.count(), position, capacity));
    }

    /** When to look again; never later than at the date itself. */
    Instant nextLook(Instant now) {
        Usual known = sufficient();
        if (known == null) {
            return usual == null ? earlier(dueAt, now.plus(LOOK_AGAIN)) : dueAt;
        }
        Instant halfWay = now.plus(Duration.between(now, dueAt).dividedBy(2));
        Instant soon = now.plus(BETWEEN_LOOKS);
        Instant look = halfWay.isAfter(soon) ? halfWay : soon;
        return earlier(dueAt, earlier(look, outOfReachAt(now, left(known.lowerQuartile()))));
    }

    /** The first second in which less working time is left than is needed. */
    private Instant outOfReachAt(Instant now, Duration needed) {
        long enough = now.getEpochSecond();
        long late = Math.max(enough + 1, dueAt.getEpochSecond());
        while (late - enough > 1) {
            long middle = enough + (late - enough) / 2;
            boolean isEnough =
                    calendar.between(Instant.ofEpochSecond(middle), dueAt).compareTo(needed) >= 0;
            enough = isEnough ? middle : enough;
            late = isEnough ? late : middle;
        }
        return Instant.ofEpochSecond(late);
    }

    private Duration left(Duration whole) {
        return begun ? whole.dividedBy(2) : whole;
    }

    /** Absent where there is too little finished work to say. */
    private @Nullable Usual sufficient() {
        Duration median = usual == null ? null : usual.median().orElse(null);
        Duration lowerQuartile = usual == null ? null : usual.percentile(25).orElse(null);
        return usual == null || median == null || lowerQuartile == null
                ? null
                : new Usual(usual.count(), lowerQuartile, median);
    }

    private record Usual(int count, Duration lowerQuartile, Duration median) {}

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String words(Duration duration) {
        return duration.toMinutesPart() == 0
                ? duration.toHours() + " h"
                : duration.toHours() == 0
                        ? duration.toMinutesPart() + " min"
                        : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
