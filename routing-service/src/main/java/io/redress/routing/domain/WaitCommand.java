package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What routing is told about who waits for whom. */
public sealed interface WaitCommand extends RoutingCommand {

    /**
     * A department needs another one for its part.
     *
     * @param fields what that one needs to begin, in its own names; absent where it takes a request as it comes
     * @param wantedBy when the department would like to have it
     */
    record GetHelp(
            RequestId requestId,
            String helpId,
            DepartmentCode department,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements WaitCommand {
        /** One that nobody wants by a certain time. */
        public GetHelp(
                RequestId requestId,
                String helpId,
                DepartmentCode department,
                DepartmentCode from,
                RequestKind kind,
                String subject,
                @Nullable Map<String, String> fields) {
            this(requestId, helpId, department, from, kind, subject, fields, null);
        }

        GetHelp(
                RequestId requestId,
                String helpId,
                DepartmentCode department,
                DepartmentCode from,
                RequestKind kind,
                String subject) {
            this(requestId, helpId, department, from, kind, subject, null);
        }
    }

    /**
     * Whoever answers for the case asks a department directly.
     *
     * @param fields as for {@link GetHelp}, as is {@code wantedBy}
     */
    record AskDirectly(
            String wantedId,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements WaitCommand {}

    /** A department cannot go on without an answer of whoever made the request. */
    record NoteQuestion(RequestId requestId, String questionId, DepartmentCode department, Party to, Instant askedAt)
            implements WaitCommand {}

    /** A department has ended its part without this help. */
    record ReleaseHelp(RequestId requestId, String helpId, String reason) implements WaitCommand {}

    /**
     * The department has its answer.
     *
     * @param dueAt when the request is due now; absent where that is not said
     */
    record NoteAnswerToQuestion(
            RequestId requestId,
            String questionId,
            @Nullable Instant dueAt) implements WaitCommand {
        NoteAnswerToQuestion(RequestId requestId, String questionId) {
            this(requestId, questionId, null);
        }
    }

    /** A department and whoever made a request have agreed on another date (R75). */
    record NoteAgreedDate(RequestId requestId, DepartmentCode department, Instant dueAt, Instant agreedAt)
            implements WaitCommand {}

    /** The customer is asked what the complaint is about. */
    record AwaitCustomersAnswer(Instant askedAt, Instant answerBy) implements WaitCommand {}

    /** The customer may choose. */
    record AwaitChoice(String proposalId, Instant proposedAt, Instant validUntil) implements WaitCommand {}

    /** The customer has chosen. */
    record NoteChoice(String proposalId) implements WaitCommand {}

    /** Two departments state different things about the same (R52). */
    record NoteContest(
            String claimId, String key, DepartmentCode department, DepartmentCode against, Instant contestedAt)
            implements WaitCommand {}

    /** They agree, or nothing is left to disagree with. */
    record EndContest(String claimId) implements WaitCommand {}

    /**
     * Somebody wants to say something to the customer, and others must agree first (R60).
     *
     * @param department whose person wants to say it
     * @param departments who must agree; none where anybody else may
     */
    record AwaitStatement(
            String statementId, DepartmentCode department, List<DepartmentCode> departments, Instant heldAt)
            implements WaitCommand {
        public AwaitStatement {
            departments = List.copyOf(departments);
        }
    }

    /** One of them has agreed; others still have to. */
    record NoteStatementCleared(String statementId, DepartmentCode department) implements WaitCommand {}

    /** It is said, refused or taken back, or nobody can agree to it any more. */
    record EndStatement(String statementId) implements WaitCommand {}

    /**
     * The superior breaks a circle.
     *
     * @param goFirst a request of the circle; it goes on without what it waits for
     * @param by who decides
     */
    record DecideWhoGoesFirst(String cycleId, RequestId goFirst, String reason, String by) implements WaitCommand {}
}
