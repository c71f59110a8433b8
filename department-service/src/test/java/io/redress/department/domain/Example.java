package io.redress.department.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.DepartmentReply.Decline;
import io.redress.contracts.DepartmentReply.Help;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.DepartmentReply.Question;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Instant;
import java.util.List;

/** One case in two departments. */
public final class Example {
    public static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Instant DUE = Instant.parse("2026-03-03T09:00:00Z");
    public static final DepartmentCode FINANCE = new DepartmentCode("finance");
    public static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    public static final RequestId R1 = RequestId.of(CASE, 1);
    public static final RequestId R2 = RequestId.of(CASE, 2);

    public static final Party ANDREI = Party.consultant("andrei");

    private Example() {}

    public static RequestRaised raised(RequestId id, DepartmentCode department) {
        return raised(id, department, DUE);
    }

    public static RequestRaised raised(RequestId id, DepartmentCode department, Instant dueAt) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                NOW,
                dueAt);
    }

    /** What {@code giver} gives away to {@code department}. */
    public static RequestRaised offered(RequestId id, DepartmentCode department, DepartmentCode giver) {
        RequestRaised own = raised(id, department);
        return new RequestRaised(
                own.caseId(),
                id,
                department,
                own.kind(),
                own.nature(),
                own.subject(),
                own.words(),
                own.language(),
                null,
                own.raisedAt(),
                own.dueAt(),
                null,
                giver,
                null);
    }

    public static Progress progress(String replyId, RequestId id, DepartmentCode department) {
        return new Progress(replyId, id, department, "Silvia", "Invoice found.");
    }

    public static Answer answer(String replyId, RequestId id, DepartmentCode department) {
        return new Answer(
                replyId,
                id,
                department,
                "Silvia",
                true,
                "The invoice contains the fee twice.",
                List.of(new Claim("refund.amount", "120.00 EUR", null)),
                List.of());
    }

    static Decline decline(String replyId, RequestId id, DepartmentCode department, DepartmentCode rightOwner) {
        return new Decline(replyId, id, department, "Silvia", "Not ours.", rightOwner);
    }

    /** A request that helps with another one; see {@link #help}. */
    public static RequestRaised helping(RequestId id, DepartmentCode department, RequestId parent) {
        return new RequestRaised(
                CASE,
                id,
                department,
                RequestKind.INFORMATION,
                "overcharge",
                "When did it leave?",
                "You charged me twice!",
                "en",
                null,
                NOW,
                DUE,
                parent,
                null,
                null);
    }

    public static Help help(String replyId, RequestId id, DepartmentCode department, DepartmentCode from) {
        return new Help(replyId, id, department, "Silvia", from, RequestKind.INFORMATION, "When did it leave?");
    }

    public static Question question(String replyId, RequestId id, DepartmentCode department) {
        return new Question(replyId, id, department, "Silvia", "Which of the two invoices?");
    }

    static Answer citing(String replyId, RequestId id, DepartmentCode department, String... contributions) {
        return new Answer(
                replyId, id, department, "Silvia", true, "It was changed.", null, null, List.of(contributions));
    }
}
