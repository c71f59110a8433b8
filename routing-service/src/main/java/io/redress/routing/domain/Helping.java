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
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitCommand.ReleaseHelp;
import io.redress.routing.domain.WaitFact.HelpNoted;
import io.redress.routing.domain.Waiting.Asked;
import io.redress.routing.domain.Waiting.Helped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A department that cannot go on alone gets another one asked for its part (R60). */
final class Helping {
    /** A department that needs more at once has not understood what it is asked. */
    static final int MOST_AT_ONCE = 10;
    /** Over the life of a case. */
    static final int MOST = 60;
    /** A chain of help longer than this is nobody's work. */
    static final int MOST_IN_A_ROW = 6;

    private final Departments departments;

    Helping(Departments departments) {
        this.departments = departments;
    }

    Decision<RoutingFact> help(Routed routed, GetHelp command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) ->
                Requesting.foreign(request, command.department());
            case Request _ when isKnown(routed, command) -> nothing();
            case Request _ ->
                raisedBefore(routed, command)
                        .map(it -> noted(command, it))
                        .orElseGet(() -> raise(routed, command, now));
        };
    }

    private Decision<RoutingFact> raise(Routed routed, GetHelp command, Instant now) {
        return switch (routed.request(command.requestId())) {
            // Nobody needs help any more with what is answered, or somebody else's.
            case null -> nothing();
            case Request.OnOffer _, Request.Offered _, Request.Refused _ -> nothing();
            case Answered _, PassedOn _, Withdrawn _ -> nothing();
            case Open(var ask) -> raise(routed, ask, command, now);
        };
    }

    private Decision<RoutingFact> raise(Routed routed, Ask helped, GetHelp command, Instant now) {
        NextOwner owner = NextOwner.of(command.from(), departments);
        if (command.kind() == RequestKind.EXECUTION) {
            return reject("not-help", "Expected help of kind INFORMATION, SOLUTION or APPROVAL, but got EXECUTION");
        }
        if (owner.department().equals(command.department())) {
            return reject("own-help", "Expected help from another department, but got " + command.from());
        }
        if (routed.waiting().helps().size() >= MOST
                || routed.waiting().helpingWith(helped.id()).count() >= MOST_AT_ONCE) {
            return reject(
                    "too-much-help",
                    "Expected at most " + MOST_AT_ONCE + " open helps for a request and " + MOST + " for a case");
        }
        if (depth(routed, helped.id()) >= MOST_IN_A_ROW) {
            return reject("too-deep", "Expected at most " + MOST_IN_A_ROW + " requests that help one another in a row");
        }
        RequestRaised raised = raised(routed, helped, owner.department(), command, now);
        List<RoutingFact> facts = new ArrayList<>();
        if (owner.byAuthority()) {
            facts.add(new Published(new OwnerDecisionRequested(
                    raised.caseId(), raised.requestId(), List.of(), owner.department(), now)));
        }
        facts.add(new Published(raised));
        facts.add(new HelpNoted(command.helpId(), raised.requestId()));
        return accept(facts);
    }

    private RequestRaised raised(Routed routed, Ask helped, DepartmentCode department, GetHelp command, Instant now) {
        return new RequestRaised(
                routed.routing().caseId(),
                routed.nextId(),
                department,
                command.kind(),
                helped.nature(),
                command.subject(),
                routed.words(),
                routed.routing().language(),
                null,
                now,
                departments.dueAt(department, now),
                helped.id(),
                null,
                null,
                // They are in the names of the department that was meant; another one would not know them.
                department.equals(command.from()) ? command.fields() : null,
                command.wantedBy(),
                null);
    }

    /** Whoever was asked for it need not go on, nor whoever is asked to take it over. */
    static Decision<RoutingFact> release(Routed routed, ReleaseHelp command, Instant now) {
        return accept(routed.waiting().helps().stream()
                .filter(it ->
                        command.helpId().equals(it.helpId()) && it.parent().equals(command.requestId()))
                .flatMap(it -> stillAsked(routed, it.id()))
                .<RoutingFact>map(it -> WaitRules.withdrawn(it, command.reason(), now))
                .toList());
    }

    /** Where a help went on to another department, the last one; while it is on offer, both. */
    private static Stream<Asked> stillAsked(Routed routed, RequestId id) {
        return switch (routed.request(id)) {
            case PassedOn(var _, var by) -> stillAsked(routed, by);
            case Request.OnOffer(var _, var offer) ->
                Stream.of(id, offer.replacedBy()).flatMap(it -> asked(routed, it));
            case Request.Open _ -> asked(routed, id);
            case null -> Stream.empty();
            case Request.Offered _, Request.Refused _, Answered _, Withdrawn _ -> Stream.empty();
        };
    }

    private static Stream<Asked> asked(Routed routed, RequestId id) {
        return Stream.ofNullable(routed.waiting().asked(id));
    }

    private static boolean isKnown(Routed routed, GetHelp command) {
        return routed.waiting().helps().stream().anyMatch(it -> command.helpId().equals(it.helpId()));
    }

    /** Where routing was rebuilt from its own events, it has the request but not the id under which it was asked for. */
    private Optional<RequestId> raisedBefore(Routed routed, GetHelp command) {
        DepartmentCode department = NextOwner.of(command.from(), departments).department();
        return routed.waiting().helps().stream()
                .filter(it -> it.helpId() == null && it.parent().equals(command.requestId()))
                .map(Helped::id)
                .filter(id -> routed.request(id) instanceof Request raised
                        && raised.ask().department().equals(department)
                        && raised.ask().kind() == command.kind()
                        && raised.ask().subject().equals(command.subject()))
                .findFirst();
    }

    private static Decision<RoutingFact> noted(GetHelp command, RequestId id) {
        return accept(new HelpNoted(command.helpId(), id));
    }

    private static int depth(Routed routed, RequestId id) {
        int depth = 1;
        for (Asked at = routed.waiting().asked(id);
                at != null && at.parent() != null && depth <= MOST_IN_A_ROW;
                at = routed.waiting().asked(at.parent())) {
            depth++;
        }
        return depth;
    }
}
