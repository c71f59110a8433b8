package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.Request.Answered;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Offer;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Refused;
import io.redress.routing.domain.Request.Withdrawn;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request that is declined is offered to the right owner, and the giver answers for it until the other has accepted
 * (R68, R70). After two refusals the authority decides, and nobody can decline any more.
 */
final class Offering {
    /** More requests than this about one case are not help any more. */
    static final int MOST_REQUESTS = 200;

    private final Departments departments;
    private final OfferTerms terms;
    private final Asking asking;

    Offering(Departments departments, OfferTerms terms) {
        this.departments = departments;
        this.terms = terms;
        this.asking = new Asking(departments);
    }

    Decision<RoutingFact> passOn(Routed routed, PassOn command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) ->
                Requesting.foreign(request, command.department());
            // The authority has decided, so the request stays open where it is: a third refusal would leave the
            // customer with nobody.
            case Open _ when routed.lastWords().contains(command.requestId()) -> nothing();
            case Open(var ask) -> accept(declined(routed, ask, command, now));
            case Offered(var ask, var insteadOf) -> accept(refused(routed, ask, insteadOf, command, now));
            case OnOffer _, Answered _, PassedOn _, Refused _, Withdrawn _ -> nothing();
        };
    }

    private List<RoutingFact> declined(Routed routed, Ask ask, PassOn command, Instant now) {
        if (command.rightOwner().equals(helped(routed, ask))) {
            return List.of(refused(routed, ask, command.reason(), now));
        }
        List<DepartmentCode> declinedBy =
                with(routed.ownership().declinedBy(ask.id(), routed.requests()), ask.department());
        NextOwner next = NextOwner.after(declinedBy, command.rightOwner(), departments);
        if (next.byAuthority()) {
            return decidedByAuthority(routed, ask, declinedBy, command.reason(), now);
        }
        Ask offered = ask(routed.nextId(), next.department(), ask);
        Party to = Party.department(next.department());
        return List.of(
                new Published(new OwnershipOffered(
                        routed.routing().caseId(),
                        ask.id(),
                        Party.department(ask.department()),
                        to,
                        command.reason(),
                        offered.id(),
                        now,
                        terms.answerBy(to, now))),
                asking.offered(routed, offered, ask, now));
    }

    /** Whoever gave it away has declined before, so this is the second refusal. */
    private List<RoutingFact> refused(Routed routed, Ask offered, RequestId insteadOf, PassOn command, Instant now) {
        Ask given = Objects.requireNonNull(routed.request(insteadOf)).ask();
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(new OfferReturned(
                routed.routing().caseId(),
                given.id(),
                Party.department(given.department()),
                Party.department(offered.department()),
                Outcome.DECLINED,
                null,
                now,
                command.reason(),
                Party.department(command.rightOwner()))));
        List<DepartmentCode> declinedBy =
                with(routed.ownership().declinedBy(given.id(), routed.requests()), offered.department());
        facts.addAll(decidedByAuthority(routed, given, declinedBy, command.reason(), now));
        return facts;
    }

    /** The department that wants this help for a request of its own; null where it is no help. */
    private static @Nullable DepartmentCode helped(Routed routed, Ask ask) {
        Waiting.Asked helped = routed.waiting().asked(routed.waiting().parentOf(ask.id()));
        return helped == null ? null : helped.department();
    }

    /** Nobody helps itself: whoever wanted the help has to do without, and waits no longer (R60, R68). */
    private static Published refused(Routed routed, Ask help, String reason, Instant now) {
        return new Published(new RequestWithdrawn(
                routed.routing().caseId(), help.id(), help.department(), help.kind(), reason, now));
    }

    private List<RoutingFact> decidedByAuthority(
            Routed routed, Ask given, List<DepartmentCode> declinedBy, String reason, Instant now) {
        if (departments.authority().equals(helped(routed, given))) {
            return List.of(refused(routed, given, reason, now));
        }
        Ask ask = ask(routed.nextId(), departments.authority(), given);
        List<RoutingFact> facts = new ArrayList<>(moved(routed.routing().caseId(), given, ask, reason, now));
        facts.addAll(asking.ofAuthority(routed, ask, given, declinedBy, now));
        return facts;
    }

    /** Only what was offered needs to be accepted; what is asked is its department's from the first moment on. */
    static Decision<RoutingFact> noteAcceptance(Routed routed, NoteAcceptance command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Request request
            when !request.ask().department().equals(command.department()) ->
                Requesting.foreign(request, command.department());
            case Offered offered -> accept(taken(routed, offered, now));
            case Open _, OnOffer _, Answered _, PassedOn _, Refused _, Withdrawn _ -> nothing();
        };
    }

    static List<RoutingFact> taken(Routed routed, Offered offered, Instant now) {
        return routed.request(offered.insteadOf()) instanceof OnOffer(var given, var offer)
                ? moved(routed.routing().caseId(), given, offered.ask(), offer.reason(), now)
                : List.of();
    }

    /** What waits for the given request waits for the one that takes its place from this moment on, and not before. */
    private static List<RoutingFact> moved(CaseId caseId, Ask given, Ask by, String reason, Instant now) {
        return List.of(
                new Published(new RequestRedirected(
                        caseId, given.id(), given.department(), by.department(), by.id(), reason, now)),
                new Published(new OwnershipMoved(
                        caseId,
                        given.id(),
                        Party.department(given.department()),
                        Party.department(by.department()),
                        reason,
                        now)));
    }

    Decision<RoutingFact> assign(Routed routed, AssignRequest command, Instant now) {
        return switch (routed.request(command.requestId())) {
            case null -> Requesting.unknown(command.requestId());
            case Open(var ask) when routed.lastWords().contains(ask.id()) -> assign(routed, ask, command, now);
            case Request _ ->
                reject(
                        "no-decision-due",
                        "Expected a request that is the authority's to decide on, but " + command.requestId()
                                + " is not: it is offered before it is assigned");
        };
    }

    private Decision<RoutingFact> assign(Routed routed, Ask ask, AssignRequest command, Instant now) {
        if (!departments.knows(command.to()) || command.to().equals(ask.department())) {
            return reject(
                    "not-assignable",
                    "Expected a registered department other than " + ask.department() + ", but got " + command.to());
        }
        if (command.to().equals(helped(routed, ask))) {
            return reject(
                    "not-assignable",
                    "Expected a department other than " + command.to()
                            + ", because it wants this help itself; the answer may be that it has to do without");
        }
        if (routed.requests().size() >= MOST_REQUESTS) {
            return reject(
                    "too-many-requests-in-case",
                    "Expected at most " + MOST_REQUESTS + " requests in a case; answer it, or close the case");
        }
        Ask assigned = ask(routed.nextId(), command.to(), ask);
        List<RoutingFact> facts =
                new ArrayList<>(moved(routed.routing().caseId(), ask, assigned, command.reason(), now));
        facts.add(new Published(new OwnerDecided(
                routed.routing().caseId(), assigned.id(), command.to(), command.reason(), command.by(), now)));
        facts.add(asking.own(routed, assigned, ask, now));
        return accept(facts);
    }

    /** What nobody has answered in time comes back, and the superior hears of it. */
    List<RoutingFact> runOut(Routed routed, Instant now) {
        return routed.requests().stream()
                .filter(it -> it instanceof OnOffer(var _, var offer)
                        && !offer.answerBy().isAfter(now))
                .flatMap(it -> unanswered(routed, (OnOffer) it, now))
                .toList();
    }

    private Stream<RoutingFact> unanswered(Routed routed, OnOffer given, Instant now) {
        Offer offer = given.offer();
        Party asked = Party.department(offer.to());
        RoutingEvent returned = new OfferReturned(
                routed.routing().caseId(),
                given.ask().id(),
                Party.department(given.ask().department()),
                asked,
                Outcome.UNANSWERED,
                terms.superiorOf(asked),
                now,
                null,
                null);
        return Stream.of(
                new Published(returned),
                withdrawn(routed.routing().caseId(), given, "It was offered until " + offer.answerBy() + ".", now));
    }

    /** Whoever is asked to take over what is settled meanwhile need not answer. */
    static Published withdrawn(CaseId caseId, OnOffer given, String reason, Instant now) {
        return new Published(new RequestWithdrawn(
                caseId,
                given.offer().replacedBy(),
                given.offer().to(),
                given.ask().kind(),
                reason,
                now));
    }

    private static List<DepartmentCode> with(List<DepartmentCode> declinedBy, DepartmentCode one) {
        return Stream.concat(declinedBy.stream(), Stream.of(one)).toList();
    }

    private static Ask ask(RequestId id, DepartmentCode department, Ask like) {
        return new Ask(
                id,
                department,
                like.kind(),
                like.nature(),
                like.subject(),
                like.stepId(),
                like.wantedId(),
                like.wantedBy(),
                null);
    }
}
