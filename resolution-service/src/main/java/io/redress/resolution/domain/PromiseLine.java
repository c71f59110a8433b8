package io.redress.resolution.domain;

import io.redress.contracts.PromiseEvent.PromisedLine;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One line of a promise as it stands.
 *
 * @param request by which the department was asked; absent until it has accepted
 * @param dueAt the latest date that is known of the department; absent until it has named one
 * @param evidence where that date comes from; absent likewise
 * @param doubt what first spoke against the date while the department had said nothing; absent where nothing does
 * @param deliveredAt absent until it is done
 * @param full whether nothing of it is missing or wrong
 * @param overdueAt when it was last seen not to be done after its date; absent where it was not
 */
public record PromiseLine(
        PromisedLine promised,
        @Nullable RequestId request,
        @Nullable Instant dueAt,
        @Nullable Evidence evidence,
        @Nullable Evidence doubt,
        @Nullable Instant deliveredAt,
        boolean full,
        @Nullable Instant overdueAt) {
    private static final Duration A_DAY = Duration.ofDays(1);

    static PromiseLine of(PromisedLine promised) {
        return new PromiseLine(promised, null, null, null, null, null, true, null);
    }

    public String stepId() {
        return promised.stepId();
    }

    boolean open() {
        return deliveredAt == null;
    }

    PromiseLine due(RequestId by, Instant date, Evidence from) {
        return new PromiseLine(promised, by, date, from, doubt, deliveredAt, full, null);
    }

    PromiseLine doubted(Evidence first) {
        return new PromiseLine(
                promised, request, dueAt, evidence, doubt == null ? first : doubt, deliveredAt, full, overdueAt);
    }

    /** What was doubted has been told. */
    PromiseLine told() {
        return new PromiseLine(promised, request, dueAt, evidence, null, deliveredAt, full, overdueAt);
    }

    PromiseLine delivered(Instant at) {
        return new PromiseLine(promised, request, dueAt, evidence, doubt, at, full, overdueAt);
    }

    PromiseLine lacking() {
        return new PromiseLine(promised, request, dueAt, evidence, doubt, deliveredAt, false, overdueAt);
    }

    PromiseLine overdue(Instant at) {
        return new PromiseLine(promised, request, dueAt, evidence, doubt, deliveredAt, full, at);
    }

    /** Whether its date has passed, and it is not done. */
    boolean isOverdue() {
        return open() && overdueAt != null;
    }

    /** The earliest time at which it can be done: the named date, or when it was last seen to be late. */
    @Nullable
    Instant expectedAt() {
        return isOverdue() ? overdueAt : dueAt;
    }

    /** When to see whether it is late: at its date, a day after that, and each time after as long again. */
    Optional<Instant> nextLook() {
        if (!open() || dueAt == null) {
            return Optional.empty();
        }
        if (overdueAt == null) {
            return Optional.of(dueAt.plusMillis(1));
        }
        Duration late = Duration.between(dueAt, overdueAt);
        return Optional.of(overdueAt.plus(late.compareTo(A_DAY) < 0 ? A_DAY : late));
    }
}
