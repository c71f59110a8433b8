package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DepartmentReply.Answer;
import io.redress.contracts.DepartmentReply.Decline;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.ReplyTaken;
import io.redress.department.domain.DepartmentFact.RequestEnded;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Offered;
import io.redress.department.domain.Request.OnOffer;
import io.redress.department.domain.Request.Open;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A department's part in a request ends: it has answered, it has declined, or nobody needs it any more. */
final class Ending {
    private Ending() {}

    /** What has been answered or declined stays so; the others know what became of it. */
    static Decision<DepartmentFact> end(DepartmentCase state, EndRequest command, Instant now) {
        Request request = state.request(command.requestId());
        return request instanceof Open
                        || request instanceof Incomplete
                        || request instanceof Offered
                        || request instanceof OnOffer
                ? ended(
                        state,
                        command.requestId(),
                        command.reason(),
                        now,
                        new RequestEnded(command.requestId(), command.reason(), now))
                : nothing();
    }

    static Decision<DepartmentFact> answer(DepartmentCase state, Open request, Answer answer, Instant now) {
        return Contributing.unknown(state, answer.cites()).isEmpty()
                ? ended(
                        state,
                        answer.requestId(),
                        "The request has its answer.",
                        now,
                        new ReplyTaken(answer, now),
                        new Published(answered(request, answer, now)))
                : reject(
                        "unknown-contribution",
                        "Expected contributions to this case in cites, but there are no such ones");
    }

    static Decision<DepartmentFact> decline(DepartmentCase state, Decline decline, Instant now) {
        if (decline.rightOwner().equals(decline.department())) {
            return reject(
                    "right-owner-missing",
                    "Expected the right owner to be a department other than " + decline.department());
        }
        if (!state.registered().isEmpty() && !state.registered().contains(decline.rightOwner())) {
            return reject(
                    "unknown-right-owner",
                    "Expected the right owner to be one of "
                            + state.registered().stream()
                                    .map(DepartmentCode::value)
                                    .collect(Collectors.joining(", "))
                            + ", but got " + decline.rightOwner());
        }
        if (state.lastWords().contains(decline.requestId())) {
            return reject(
                    "authority-decides",
                    "Expected an answer, because others have declined already and " + decline.department()
                            + " has the last word");
        }
        return ended(
                state,
                decline.requestId(),
                "The request is another department's.",
                now,
                new ReplyTaken(decline, now),
                new Published(declined(decline, now)));
    }

    /** Who was asked to help with it need not go on. */
    private static Decision<DepartmentFact> ended(
            DepartmentCase state, RequestId id, String reason, Instant now, DepartmentFact... by) {
        List<DepartmentFact> facts = new ArrayList<>(List.of(by));
        facts.addAll(Helping.released(state, id, reason, now));
        return accept(facts);
    }

    private static RequestAnswered answered(Open request, Answer reply, Instant now) {
        return new RequestAnswered(
                reply.requestId().caseId(),
                reply.requestId(),
                reply.department(),
                request.ask().kind(),
                request.ask().stepId(),
                reply.done(),
                reply.findings(),
                reply.claims(),
                reply.options(),
                reply.by(),
                now,
                reply.cites().isEmpty() ? null : reply.cites(),
                request.ask().parent(),
                request.ask().dueAt());
    }

    private static RequestDeclined declined(Decline reply, Instant now) {
        return new RequestDeclined(
                reply.requestId().caseId(),
                reply.requestId(),
                reply.department(),
                reply.reason(),
                reply.rightOwner(),
                reply.by(),
                now);
    }
}
