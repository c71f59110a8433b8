package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.routing.domain.Waiting.CustomersTurn;
import io.redress.routing.domain.Waiting.Owed;
import io.redress.routing.domain.Waiting.Questioned;
import java.time.Instant;
import java.util.List;

/** What routing remembers about waits that others begin and end. */
public sealed interface WaitFact extends RoutingFact {

    /** A department cannot go on without an answer. */
    record QuestionNoted(Questioned question) implements WaitFact {}

    /** The department can go on. */
    record QuestionSettled(String questionId) implements WaitFact {}

    /** A department has longer, since it could not go on for a while. */
    record LimitMoved(RequestId requestId, Instant limit) implements WaitFact {}

    /** A department owes a word about a request. */
    record WordNoted(Owed owed) implements WaitFact {}

    /** The department has given it, or need not. */
    record WordSettled(RequestId requestId, Wait.What what) implements WaitFact {}

    /** It is known under which id a department asked for help. */
    record HelpNoted(String helpId, RequestId requestId) implements WaitFact {}

    /** Two departments do not agree about a fact. */
    record ContestNoted(Waiting.Contest contest) implements WaitFact {}

    /** They do. */
    record ContestSettled(String claimId) implements WaitFact {}

    /** Departments are to agree to what somebody wants to say to the customer. */
    record StatementNoted(List<Waiting.Unsaid> unsaid) implements WaitFact {
        public StatementNoted {
            unsaid = List.copyOf(unsaid);
        }
    }

    /** One of them has agreed. */
    record StatementAgreed(String statementId, DepartmentCode department) implements WaitFact {}

    /** It is said, or will not be. */
    record StatementSettled(String statementId) implements WaitFact {}

    /** The customer is asked. */
    record CustomersTurnNoted(CustomersTurn turn) implements WaitFact {}

    /** The customer has answered. */
    record CustomersTurnEnded() implements WaitFact {}
}
