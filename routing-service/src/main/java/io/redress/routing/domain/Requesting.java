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
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Refused;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.ReopenAnswer;
import io.redress.routing.domain.RoutingCommand.TakeStepBack;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.AnswerReopened;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.AskDirectly;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What becomes of requests once the departments are asked: answers, and steps to carry out. */
final class Requesting {
    private final Departments departments;
    private final Asking asking;

    Requesting(Departments departments) {
        this.departments = departments;
        this.asking = new Asking(departments);
    }

    static Decision<RoutingFact> noteAnswer(Routed routed, NoteAnswer command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            case Open(var ask) -> accept(answered(routed, ask.id(), command, now));
            case OnOffer given ->
                accept(Stream.concat(
                                answered(routed, given.ask().id(), command, now).stream(),
                                Stream.of(Offering.withdrawn(
                                        routed.routing().caseId(), given, "It has been answered meanwhile.", now)))
                        .toList());
            // Whoever answers has accepted.
            case Offered offered ->
                accept(Stream.concat(
                                Offering.taken(routed, offered, now).stream(),
                                answered(routed, offered.ask().id(), command, now).stream())
                        .toList());
            case Answered _, PassedOn _, Refused _, Withdrawn _ -> nothing();
        };
    }

    private static List<RoutingFact> answered(Routed routed, RequestId id, NoteAnswer command, Instant now) {
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new AnswerNoted(id, now));
        if (command.cites() != null) {
            facts.addAll(Inquiring.credited(routed, command.cites()));
        }
        return facts;
    }

    /** Whoever waited for it waits again; a case that is over waits for nobody. */
    static Decision<RoutingFact> reopen(Routed routed, ReopenAnswer command) {
        return switch (routed.request(command.requestId())) {
            case null -> unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) -> foreign(request, command.department());
            case Answered(var ask) ->
                accept(new AnswerReopened(
                        ask.id(),
                        ask.department(),
                        ask.kind(),
                        routed.waiting().helps().stream()
                                .filter(it -> it.id().equals(ask.id()))
                                .map(Waiting.Helped::parent)
                                .findFirst()
                                .orElse(null),
                        command.dueAt(),
                        command.sentBackAt()));
            case Open _, OnOffer _, Offered _, PassedOn _, Refused _, Withdrawn _ -> nothing();
        };
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
        return accept(
                owner.byAuthority()
                        ? asking.ofAuthority(routed, ask, null, List.of(), now)
                        : List.of(asking.step(routed, ask, command.days(), now)));
    }

    /** Whoever is at it, or is asked to take it over, need not go on. */
    static Decision<RoutingFact> takeStepBack(Routed routed, TakeStepBack command, Instant now) {
        return accept(routed.requests().stream()
                .filter(it -> command.stepId().equals(it.ask().stepId()))
                .filter(it -> it instanceof Open || it instanceof OnOffer || it instanceof Offered)
                .<RoutingFact>map(it -> new Published(new RequestWithdrawn(
                        routed.routing().caseId(),
                        it.ask().id(),
                        it.ask().department(),
                        it.ask().kind(),
                        command.reason(),
                        now)))
                .toList());
    }

    /** The consultant waits for it as for any other; it stays whatever becomes of the diagnosis (R58). */
    Decision<RoutingFact> askDirectly(Routed routed, AskDirectly command, Instant now) {
        if (routed.requests().stream()
                .anyMatch(it -> command.wantedId().equals(it.ask().wantedId()))) {
            return nothing();
        }
        NextOwner owner = NextOwner.of(command.from(), departments);
        List<RoutingFact> facts = new ArrayList<>();
        if (owner.byAuthority()) {
            facts.add(new Published(new OwnerDecisionRequested(
                    routed.routing().caseId(), routed.nextId(), List.of(), owner.department(), now)));
        }
        facts.add(new Published(new RequestRaised(
                routed.routing().caseId(),
                routed.nextId(),
                owner.department(),
                command.kind(),
                routed.routing().nature(),
                command.subject(),
                routed.words(),
                routed.routing().language(),
                null,
                now,
                departments.dueAt(owner.department(), now),
                null,
                null,
                null,
                // They are in the names of the department that was meant; another one would not know them.
                owner.byAuthority() ? null : command.fields(),
                command.wantedBy(),
                command.wantedId())));
        return accept(facts);
    }

    static Decision<RoutingFact> unknown(RequestId id) {
        return reject("unknown-request", "Expected a request that routing has raised, but got " + id);
    }

    static Decision<RoutingFact> foreign(Request request, DepartmentCode department) {
        return reject(
                "not-your-request",
                "Expected " + request.ask().department() + " to speak about "
                        + request.ask().id() + ", but it was " + department);
    }
}
