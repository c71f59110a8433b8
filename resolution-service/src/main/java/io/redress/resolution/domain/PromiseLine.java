package io.redress.resolution.domain;

import io.redress.contracts.PromiseEvent.PromisedLine;
import io.redress.contracts.RequestId;
import java.time.Instant;
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
 */
public record PromiseLine(
        PromisedLine promised,
        @Nullable RequestId request,
        @Nullable Instant dueAt,
        @Nullable Evidence evidence,
        @Nullable Evidence doubt,
        @Nullable Instant deliveredAt,
        boolean full) {

    static PromiseLine of(PromisedLine promised) {
        return new PromiseLine(promised, null, null, null, null, null, true);
    }

    public String stepId() {
        return promised.stepId();
    }

    boolean open() {
        return deliveredAt == null;
    }

    PromiseLine due(RequestId by, Instant date, Evidence from) {
        return new PromiseLine(promised, by, date, from, doubt, deliveredAt, full);
    }

    PromiseLine doubted(Evidence first) {
        return new PromiseLine(promised, request, dueAt, evidence, doubt == null ? first : doubt, deliveredAt, full);
    }

    /** What was doubted has been told. */
    PromiseLine told() {
        return new PromiseLine(promised, request, dueAt, evidence, null, deliveredAt, full);
    }

    PromiseLine delivered(Instant at) {
        return new PromiseLine(promised, request, dueAt, evidence, doubt, at, full);
    }

    PromiseLine lacking() {
        return new PromiseLine(promised, request, dueAt, evidence, doubt, deliveredAt, false);
    }
}
