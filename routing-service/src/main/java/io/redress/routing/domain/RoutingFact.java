package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens in routing: what the others are told, and what only routing itself must remember. */
public sealed interface RoutingFact
        permits RoutingFact.Published,
                RoutingFact.ComplaintHeard,
                RoutingFact.KeptForLater,
                RoutingFact.MoreWordsHeard,
                RoutingFact.AnswerNoted,
                RoutingFact.AnswerReopened,
                RoutingFact.CaseEnded,
                RoutingFact.CaseTakenUpAgain,
                WaitFact,
                SilenceFact,
                AbsenceFact,
                KnowledgeFact,
                ProblemFact,
                CharterFact,
                IncidentFact {

    /** Told to the others. */
    record Published(RoutingEvent event) implements RoutingFact {}

    record ComplaintHeard(Complaint complaint) implements RoutingFact {}

    /** Came before what it is about, and is kept until that is known. */
    record KeptForLater(RoutingCommand command) implements RoutingFact {}

    /** The customer said more. */
    record MoreWordsHeard(String words) implements RoutingFact {}

    record AnswerNoted(RequestId requestId, Instant at) implements RoutingFact {}

    /**
     * The answer has gone back, and its department is waited for again.
     *
     * @param parent the request that it helps with; absent where it stands for itself
     */
    record AnswerReopened(
            RequestId requestId,
            DepartmentCode department,
            RequestKind kind,
            @Nullable RequestId parent,
            Instant dueAt,
            Instant at)
            implements RoutingFact {}

    record CaseEnded(Instant at) implements RoutingFact {}

    /**
     * The case was over and is not any more.
     *
     * @param number counts how often
     */
    record CaseTakenUpAgain(int number, String reason, Instant at) implements RoutingFact {}
}
