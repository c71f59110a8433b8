package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of requests once the departments are asked: answered, declined and passed on, and steps to carry out. */
final class Requesting {
    private final Departments departments;

    Requesting(Departments departments) {
        this.departments = departments;
    }

    static Decision<RoutingFact> noteAnswer(Routed routed, NoteAnswer command) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            case Open _ -> accept(answered(routed, command));
            case Answered _, PassedOn _, Withdrawn _ -> nothing();
        };
    }

    private static List<RoutingFact> answered(Routed routed, NoteAnswer command) {
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new AnswerNoted(command.requestId()));
        if (command.cites() != null) {
            facts.addAll(Inquiring.credited(routed, command.cites()));
        }
        return facts;
    }

    Decision<RoutingFact> passOn(Routed routed, PassOn command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            // The authority decides and cannot decline, so the request stays open and its own: a third refusal would
            // leave the customer with nobody.
            case Open _ when routed.lastWords().contains(command.requestId()) -> nothing();
            case Open(var ask) -> accept(passedOn(routed, ask, command, now));
            case Answered _, PassedOn _, Withdrawn _ -> nothing();
        };
    }

    private List<RoutingFact> passedOn(Routed routed, Ask declined, PassOn command, Instant now) {
        List<DepartmentCode> declinedBy = declinedBy(routed, declined);
        NextOwner owner = NextOwner.after(declinedBy, command.rightOwner(), departments);
        Ask ask = new Ask(
                routed.nextId(),
                owner.department(),
                declined.kind(),
                declined.nature(),
                declined.subject(),
                declined.stepId());
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(new RequestRedirected(
                routed.routing().caseId(),
                declined.id(),
                declined.department(),
                owner.department(),
                ask.id(),
                command.reason(),
                now)));
        facts.addAll(raised(routed, ask, owner, declinedBy, now));
        return facts;
    }

    Decision<RoutingFact> haveStepDone(Routed routed, HaveStepDone command, Instant now) {
        if (routed.requests().stream()
                .anyMatch(it -> command.stepId().equals(it.ask().stepId()))) {
            return nothing();
        }
        NextOwner owner = NextOwner.of(command.department(), departments);
        Ask ask = new Ask(
                routed.nextId(),
                owner.department(),
                RequestKind.EXECUTION,
                routed.routing().nature(),
                command.action(),
                command.stepId());
        return accept(raised(routed, ask, owner, List.of(), now));
    }

    /** The authority is told that it decides before it is asked, so that it is never asked without knowing. */
    private List<RoutingFact> raised(
            Routed routed, Ask ask, NextOwner owner, List<DepartmentCode> declinedBy, Instant now) {
        RequestRaised raised = new RequestRaised(
                routed.routing().caseId(),
                ask.id(),
                ask.department(),
                ask.kind(),
                ask.nature(),
                ask.subject(),
                routed.words(),
                routed.routing().language(),
                ask.stepId(),
                now,
                now.plus(departments.answersWithin(ask.department())));
        return owner.byAuthority()
                ? List.of(
                        new Published(new OwnerDecisionRequested(
                                routed.routing().caseId(), ask.id(), declinedBy, owner.department(), now)),
                        new Published(raised))
                : List.of(new Published(raised));
    }

    /** Everybody who has declined what this request asks for, the present department last. */
    private static List<DepartmentCode> declinedBy(Routed routed, Ask declined) {
        List<DepartmentCode> chain = new ArrayList<>();
        for (Ask at = declined; at != null; at = predecessor(routed, at)) {
            chain.addFirst(at.department());
        }
        return List.copyOf(chain);
    }

    private static @Nullable Ask predecessor(Routed routed, Ask ask) {
        return routed.requests().stream()
                .filter(it -> it instanceof PassedOn(var _, var by) && by.equals(ask.id()))
                .map(Request::ask)
                .findFirst()
                .orElse(null);
    }

    private static Decision<RoutingFact> unknown(RequestId id) {
        return reject("unknown-request", "Expected a request that routing has raised, but got " + id);
    }

    private static Decision<RoutingFact> foreign(Request request, DepartmentCode department) {
        return reject(
                "not-your-request",
                "Expected " + request.ask().department() + " to speak about "
                        + request.ask().id() + ", but it was " + department);
    }
}
