package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Party;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.ReopenCase;
import io.redress.routing.domain.RoutingFact.CaseTakenUpAgain;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A case that opens again has its owner again, and the department that leads is asked for a solution with the reason. */
final class Reopening {
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");
    private static final String WANTED = "reopening-";

    private final Departments departments;
    private final Asking asking;

    Reopening(Departments departments) {
        this.departments = departments;
        this.asking = new Asking(departments);
    }

    Decision<RoutingFact> reopen(Ended ended, ReopenCase command, Instant now) {
        CaseTakenUpAgain again = new CaseTakenUpAgain(command.number(), command.reason(), now);
        Routed routed = after(ended, again);
        NextOwner owner =
                NextOwner.of(Objects.requireNonNullElse(routed.routing().lead(), FRONT_DESK), departments);
        Ask ask = new Ask(
                routed.nextId(),
                owner.department(),
                RequestKind.SOLUTION,
                routed.routing().nature(),
                command.reason(),
                null,
                WANTED + command.number(),
                null,
                null);
        List<RoutingFact> facts = new ArrayList<>(List.of(again));
        facts.addAll(
                owner.byAuthority()
                        ? asking.ofAuthority(routed, ask, null, List.of(), now)
                        : List.of(asking.own(routed, ask, null, now)));
        return accept(facts);
    }

    /** The words of the complaint are gone with the end of the case; the reason takes their place. */
    static Routed after(Ended ended, CaseTakenUpAgain again) {
        String wanted = WANTED + again.number();
        List<Request> requests = ended.requests().stream()
                .map(it -> wanted.equals(it.ask().wantedId()) ? it : over(it))
                .toList();
        Routed routed = new Routed(again.reason(), ended.routing(), requests, List.of());
        return routed.owning(_ -> ended.ownership()
                        .begun(null, Party.consultant(ended.routing().owner().id()), again.at()))
                .knowing(_ -> ended.knowledge());
    }

    /** What had not been answered when the case ended is waited for no longer. */
    private static Request over(Request request) {
        return switch (request) {
            case Open _, OnOffer _, Offered _ -> new Withdrawn(request.ask());
            case Request.Answered _, Request.PassedOn _, Request.Refused _, Withdrawn _ -> request;
        };
    }
}
