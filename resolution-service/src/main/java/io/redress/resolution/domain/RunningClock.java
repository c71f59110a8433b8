package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.resolution.domain.regulation.Counting;
import io.redress.resolution.domain.regulation.MetBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock of the law that has begun. It keeps all that it needs, so that nothing declared later changes it.
 *
 * @param country whose holidays count
 * @param pauses whether it stands still while the customer has an offer to decide on
 * @param warnAt when the company is warned
 * @param dueAt the last second
 * @param latestAt how far it may be extended; absent where it may not
 * @param extended whether the customer was told why it takes longer
 * @param pausedAt since when it is the customer's turn; absent while it runs
 * @param breachedAt when it ran out; stays, whatever happens later
 * @param metAt when what it wants was done; absent until then
 * @param pausesOnQuestion whether it stands still while the customer is asked something; absent in what was stored
 *     before that could be declared
 */
public record RunningClock(
        String clockId,
        String regime,
        Counting counting,
        String country,
        int warnPercent,
        boolean pauses,
        MetBy metBy,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant latestAt,
        boolean extended,
        boolean warned,
        @Nullable Instant pausedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant metAt,
        @Nullable Boolean pausesOnQuestion) {

    boolean pausesOn(CustomersTurn turn) {
        return switch (turn) {
            case QUESTION -> Boolean.TRUE.equals(pausesOnQuestion);
            case OFFER -> pauses;
        };
    }

    /** Whether the company's time goes by, so that it can be stopped and can run out. */
    boolean isAhead() {
        return runs() && breachedAt == null;
    }

    /** Whether what it wants is still to be done. */
    public boolean runs() {
        return metAt == null;
    }

    /** When so much of the time is over that the company is warned. */
    public Instant warnAt() {
        return startedAt.plus(
                Duration.between(startedAt, dueAt).multipliedBy(warnPercent).dividedBy(100));
    }

    /** When something happens to it by itself. */
    public Optional<Instant> next() {
        if (metAt != null || pausedAt != null || breachedAt != null) {
            return Optional.empty();
        }
        return Optional.of(warned ? dueAt.plusSeconds(1) : warnAt());
    }

    RunningClock withWarning() {
        return with(dueAt, latestAt, extended, true, pausedAt, breachedAt, metAt);
    }

    RunningClock breached(Instant at) {
        return with(dueAt, latestAt, extended, true, pausedAt, at, metAt);
    }

    /** What a case that was opened again undoes is to be done again. */
    RunningClock met(@Nullable Instant at) {
        return with(dueAt, latestAt, extended, warned, at == null ? pausedAt : null, breachedAt, at);
    }

    RunningClock paused(@Nullable Instant at) {
        return with(dueAt, latestAt, extended, warned, at, breachedAt, metAt);
    }

    /** A later date brings a warning of its own. */
    RunningClock moved(Instant due, @Nullable Instant latest, boolean byExtension) {
        return with(due, latest, extended || byExtension, false, pausedAt, breachedAt, metAt);
    }

    private RunningClock with(
            Instant due,
            @Nullable Instant latest,
            boolean nowExtended,
            boolean nowWarned,
            @Nullable Instant paused,
            @Nullable Instant breached,
            @Nullable Instant met) {
        return new RunningClock(
                clockId,
                regime,
                counting,
                country,
                warnPercent,
                pauses,
                metBy,
                startedAt,
                due,
                latest,
                nowExtended,
                nowWarned,
                paused,
                breached,
                met,
                pausesOnQuestion);
    }
}
