package io.redress.department.domain;

import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentReply;
import io.redress.department.domain.CooperationCommand.Acknowledge;
import io.redress.department.domain.CooperationCommand.AnswerInformally;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationCommand.AskDepartment;
import io.redress.department.domain.CooperationCommand.AskInformally;
import io.redress.department.domain.CooperationCommand.AttachEvidence;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.CooperationFact.AnswerKept;
import io.redress.department.domain.Request.Open;
import java.time.Instant;

/** What is said about a case beside the requests; all of it needs a case that departments have heard of. */
final class Cooperating {
    private final Completeness completeness;
    private final Returning returning;
    private final Wanting.Hearing hearing;

    /** @param hearing how a department's wish for help is decided */
    Cooperating(Completeness completeness, Returning returning, Wanting.Hearing hearing) {
        this.completeness = completeness;
        this.returning = returning;
        this.hearing = hearing;
    }

    Decision<DepartmentFact> decide(DepartmentCase state, CooperationCommand command, Instant now) {
        if (!state.isKnown()) {
            return reject("unknown-case", "Expected a case that has been put to departments");
        }
        return switch (command) {
            case AnswerQuestion answer -> Asking.answer(state, answer, returning, now);
            case AskDepartment ask -> Wanting.ask(state, ask, completeness, hearing, now);
            case Contribute contribute -> Contributing.contribute(state, contribute, now);
            case AttachEvidence attach -> Contributing.attach(state, attach, now);
            case Acknowledge acknowledge -> Contributing.acknowledge(state, acknowledge, now);
            case AskInformally ask -> AskingInformally.ask(state, ask, now);
            case AnswerInformally answer -> AskingInformally.answer(state, answer, now);
        };
    }

    /** The same words from a department's own system, under its own id for them. */
    static CooperationCommand said(DepartmentReply.Contribution reply) {
        return new Contribute(
                reply.caseId(),
                key(reply),
                Speaker.of(reply.department(), reply.by()),
                reply.text(),
                reply.inquiryId());
    }

    static CooperationCommand said(DepartmentReply.Evidence reply) {
        return new AttachEvidence(
                reply.caseId(), key(reply), Speaker.of(reply.department(), reply.by()), reply.title(), reply.href());
    }

    /** Saying it twice says it once: whoever waits for it waits no more. */
    static CooperationCommand said(DepartmentReply.Heard reply) {
        return new Acknowledge(reply.caseId(), reply.department(), reply.by(), reply.claimId());
    }

    private static String key(DepartmentReply reply) {
        return "department:" + reply.department() + "/" + reply.replyId();
    }

    static DepartmentCase after(DepartmentCase state, CooperationFact fact) {
        DepartmentCase next = Returning.after(state.with(state.cooperation().after(fact)), fact);
        return fact instanceof AnswerKept(var questionId, var _, var dueAt)
                ? state.cooperation().questions().stream()
                        .filter(it -> it.id().equals(questionId))
                        .findFirst()
                        .map(it -> next.replacing(it.reply().requestId(), request -> due(request, dueAt)))
                        .orElse(next)
                : next;
    }

    private static Request due(Request request, Instant dueAt) {
        return request instanceof Open open ? open.due(dueAt) : request;
    }
}
