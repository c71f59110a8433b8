package io.redress.resolution.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a step of a plan is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface StepState {

    /** What comes before it is not done yet. */
    record Waiting() implements StepState {}

    /** Its department has been asked. */
    record Started(Instant at) implements StepState {}

    /** Its department has done its part; the remedy is on its way. */
    record PartlyDone(RequestId requestId, Instant at) implements StepState {}

    /** @param turn which of the plan's steps it was to be done, from 1 */
    record Done(int turn, Instant at) implements StepState {}

    /** It cannot be done. */
    record Failed(String reason, Instant at) implements StepState {}

    /** It never began, since another one failed. */
    record NeverBegun() implements StepState {}

    /**
     * It had begun, and is not needed any more.
     *
     * @param partDone the request in which its department had done its part; absent where it had not
     */
    record Withdrawn(Instant at, @Nullable RequestId partDone) implements StepState {}
}
