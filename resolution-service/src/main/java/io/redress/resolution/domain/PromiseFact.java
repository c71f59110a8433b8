package io.redress.resolution.domain;

import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of what the customer may count on. */
public sealed interface PromiseFact extends AssuranceFact {

    /** What promises of this case are about; absent where nobody said. */
    record MatterLearned(@Nullable String product, @Nullable String region) implements PromiseFact {}

    /** When a step of a promise will be done. */
    record DateLearned(String promiseId, String stepId, RequestId request, Instant dueAt, Evidence evidence)
            implements PromiseFact {}

    /** The log speaks against the date of a step, and its department has not said anything yet. */
    record DoubtLearned(String promiseId, String stepId, Evidence evidence) implements PromiseFact {}

    /** The date of a step has passed, and it is not done. */
    record OverdueSeen(String promiseId, String stepId, Instant at) implements PromiseFact {}

    /** Something of a step will be missing or wrong. */
    record LackLearned(String promiseId, String stepId) implements PromiseFact {}

    /** When all of a promise is expected to be done. */
    record EstimateLearned(String promiseId, Promise.Estimate estimate) implements PromiseFact {}
}
