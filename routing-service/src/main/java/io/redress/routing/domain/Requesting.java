package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
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
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingState.Routed;
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
                        : List.of(asking.own(routed, ask, null, now)));
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
