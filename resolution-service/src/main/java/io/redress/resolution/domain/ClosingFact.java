package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is remembered of deadlines of the law, and what follows the end. */
public sealed interface ClosingFact extends AssuranceFact {

    /** What was said when the complaint was routed, as far as the law looks at it. */
    record OriginLearned(
            Instant receivedAt, String country, @Nullable String product) implements ClosingFact {}

    /** A department owes an answer; which one is absent where that is not known any more. */
    record RequestOpened(RequestId requestId, @Nullable DepartmentCode department) implements ClosingFact {}

    /** It is answered, perhaps before it is known that somebody was asked. */
    record RequestSettled(RequestId requestId) implements ClosingFact {}

    /** Nobody owes an answer to it any more. */
    record RequestDropped(RequestId requestId) implements ClosingFact {}

    /** A clock of the law has begun. */
    record ClockStarted(RunningClock clock) implements ClosingFact {}

    /** The customer has to say more before anybody knows what the case is about. */
    record QuestionAsked(Instant at) implements ClosingFact {}

    /** The customer has answered, or the time for it is over. */
    record QuestionOver(Instant at) implements ClosingFact {}
}
