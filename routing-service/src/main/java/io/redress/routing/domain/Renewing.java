package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.routing.domain.ProposalCommand.EndClearance;
import io.redress.routing.domain.ProposalCommand.HaveCleared;
import io.redress.routing.domain.ProposalCommand.RenewSolutions;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Refused;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitFact.CustomersTurnEnded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A clearance is waited for as any other request is: with a limit, and not in silence. What goes back goes to those who are
 * asked for something better.
 */
final class Renewing {
    private final Departments departments;
    private final Asking asking;

    Renewing(Departments departments) {
        this.departments = departments;
        this.asking = new Asking(departments);
    }

    Decision<RoutingFact> decide(Routed routed, ProposalCommand command, Instant now) {
        return switch (command) {
            case HaveCleared clearance -> haveCleared(routed, clearance, now);
            case EndClearance end -> Decision.accept(ended(routed, end, now));
            case RenewSolutions renew -> Decision.accept(renewed(routed, renew, now));
        };
    }

    private Decision<RoutingFact> haveCleared(Routed routed, HaveCleared command, Instant now) {
        return isAsked(routed, command.clearanceId())
                ? Decision.nothing()
                : Decision.accept(raised(
                        routed,
                        command.department(),
                        RequestKind.APPROVAL,
                        command.reason(),
                        command.clearanceId(),
                        now));
    }

    private static boolean isAsked(Routed routed, String stepId) {
        return routed.requests().stream().anyMatch(it -> stepId.equals(it.ask().stepId()));
    }

    private List<RoutingFact> raised(
            Routed routed, DepartmentCode department, RequestKind kind, String subject, String stepId, Instant now) {
        NextOwner owner = NextOwner.of(department, departments);
        Ask ask = new Ask(
                routed.nextId(), owner.department(), kind, routed.routing().nature(), subject, stepId);
        return owner.byAuthority()
                ? asking.ofAuthority(routed, ask, null, List.of(), now)
                : List.of(asking.own(routed, ask, null, now));
    }

    private static List<RoutingFact> ended(Routed routed, EndClearance command, Instant now) {
        return routed.requests().stream()
                .filter(it -> command.clearanceId().equals(it.ask().stepId()) && isOpen(it))
                .<RoutingFact>map(it -> new Published(new RequestWithdrawn(
                        routed.routing().caseId(),
                        it.ask().id(),
                        it.ask().department(),
                        it.ask().kind(),
                        command.reason(),
                        now)))
                .toList();
    }

    private static boolean isOpen(Request request) {
        return switch (request) {
            case Open _, OnOffer _, Offered _ -> true;
            case Answered _, PassedOn _, Refused _, Withdrawn _ -> false;
        };
    }

    private List<RoutingFact> renewed(Routed routed, RenewSolutions command, Instant now) {
        String stepId = "after-" + command.proposalId();
        if (isAsked(routed, stepId)) {
            return List.of();
        }
        List<RoutingFact> facts = new ArrayList<>();
        Waiting.CustomersTurn turn = routed.waiting().customer();
        if (turn != null && command.proposalId().equals(turn.proposalId())) {
            facts.add(new CustomersTurnEnded());
        }
        List<Involvement> involvements = new ArrayList<>();
        Routed at = routed;
        for (DepartmentCode department :
                command.departments().stream().distinct().toList()) {
            List<RoutingFact> more =
                    raised(at, department, RequestKind.SOLUTION, "Another solution: " + command.reason(), stepId, now);
            for (RoutingFact fact : more) {
                if (fact instanceof Published(RequestRaised raised)) {
                    involvements.add(
                            new Involvement(raised.department(), raised.requestId(), raised.kind(), command.reason()));
                }
                at = RoutingEvolution.after(at, fact) instanceof Routed next ? next : at;
            }
            facts.addAll(more);
        }
        facts.add(new Published(
                new SolutionsRequested(routed.routing().caseId(), command.proposalId(), involvements, now)));
        return facts;
    }
}
