package io.redress.resolution.domain;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about what the customer may count on. */
public sealed interface PromiseCommand extends AssuranceCommand {

    /**
     * A department has named a date for a request.
     *
     * @param stepId which step the request carries out; absent where only the request is known
     * @param dueAt absent where the date stays
     */
    record LearnDate(
            RequestId request,
            @Nullable String stepId,
            @Nullable Instant dueAt,
            Evidence evidence) implements PromiseCommand {}

    /**
     * A request will not be served as agreed.
     *
     * @param newDueAt absent where the date stays
     * @param was of cost or quality; absent where nobody has said
     * @param becomes likewise
     */
    record LearnDeviation(
            RequestId request,
            Dimension dimension,
            @Nullable Instant newDueAt,
            Evidence evidence,
            @Nullable String was,
            @Nullable String becomes)
            implements PromiseCommand {
        /** One that says no more than that it is otherwise. */
        LearnDeviation(RequestId request, Dimension dimension, @Nullable Instant newDueAt, Evidence evidence) {
            this(request, dimension, newDueAt, evidence, null, null);
        }
    }

    /** The log speaks against the date of a request, and its department is asked what is true. */
    record LearnDoubt(RequestId request, Evidence evidence) implements PromiseCommand {}

    /** What was delivered for a request was not all. */
    record LearnLack(RequestId request) implements PromiseCommand {}

    /** The customer's date was estimated anew for the case as a whole. */
    record LearnEstimate(Instant to, String event, Instant at, String cause) implements PromiseCommand {}

    /** A person corrects the date of a promise, openly (R133). */
    record CorrectPromise(String promiseId, Instant dueAt, String reason, String by) implements PromiseCommand {}

    /** An order on which promises rest has become impossible as it was. */
    record LearnImpossible(ImpossibleOrder order) implements PromiseCommand {}
}
