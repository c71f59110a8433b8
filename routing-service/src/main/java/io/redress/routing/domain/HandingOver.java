package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.OwnershipEvent.HandoverDecisionRequested;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.routing.domain.Ownership.Handover;
import io.redress.routing.domain.OwnershipCommand.AssignCase;
import io.redress.routing.domain.OwnershipCommand.DeclineCase;
import io.redress.routing.domain.OwnershipCommand.OfferCase;
import io.redress.routing.domain.OwnershipCommand.TakeCase;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A case goes from one consultant to another as an offer, so that the customer has one named person at any time (R59). */
final class HandingOver {
    private final OfferTerms terms;

    HandingOver(OfferTerms terms) {
        this.terms = terms;
    }

    Decision<RoutingFact> offer(Routed routed, OfferCase command, Instant now) {
        Ownership own = routed.ownership();
        Party from = owner(routed);
        Party to = Party.consultant(command.to());
        if (own.awaitsDecision()) {
            return reject(
                    "supervisor-decides",
                    "Expected a supervisor to assign the case, because " + own.handoverRefusals()
                            + " have declined it");
        }
        if (own.handover() != null) {
            return reject(
                    "already-offered",
                    "Expected a case that is not on offer, but "
                            + own.handover().to() + " is asked until "
                            + own.handover().answerBy());
        }
        if (to.equals(from) || own.handoverRefusals().contains(to)) {
            return reject(
                    "not-assignable",
                    "Expected a consultant who neither owns the case nor has declined it, but got " + to);
        }
        return accept(new Published(new OwnershipOffered(
                routed.routing().caseId(), null, from, to, command.reason(), null, now, terms.answerBy(to, now))));
    }

    static Decision<RoutingFact> take(Routed routed, TakeCase command, Instant now) {
        Handover handover = routed.ownership().handover();
        return handover == null || !handover.to().equals(Party.consultant(command.by()))
                ? nothingOffered(command.by())
                : accept(moved(routed, handover.to(), handover.reason(), now));
    }

    static Decision<RoutingFact> decline(Routed routed, DeclineCase command, Instant now) {
        Handover handover = routed.ownership().handover();
        Party by = Party.consultant(command.by());
        if (handover == null || !handover.to().equals(by)) {
            return nothingOffered(command.by());
        }
        if (command.by().equals(command.rightOwner())) {
            return reject("right-owner-missing", "Expected the right owner to be somebody other than " + by);
        }
        List<RoutingFact> facts = new ArrayList<>();
        facts.add(new Published(new OfferReturned(
                routed.routing().caseId(),
                null,
                handover.from(),
                by,
                Outcome.DECLINED,
                null,
                now,
                command.reason(),
                command.rightOwner() == null ? null : Party.consultant(command.rightOwner()))));
        Ownership after = routed.ownership().handoverRefused(by);
        if (after.awaitsDecision()) {
            facts.add(new Published(new HandoverDecisionRequested(
                    routed.routing().caseId(), owner(routed), after.handoverRefusals(), now)));
        }
        return accept(facts);
    }

    /** The supervisor may also leave it with whoever has it. */
    static Decision<RoutingFact> assign(Routed routed, AssignCase command, Instant now) {
        return routed.ownership().awaitsDecision()
                ? accept(moved(routed, Party.consultant(command.to()), command.reason(), now))
                : reject(
                        "no-decision-due",
                        "Expected a case that two consultants have declined: it is offered before it is assigned");
    }

    List<RoutingFact> runOut(Routed routed, Instant now) {
        Handover handover = routed.ownership().handover();
        return handover == null || handover.answerBy().isAfter(now)
                ? List.of()
                : List.of(new Published(new OfferReturned(
                        routed.routing().caseId(),
                        null,
                        handover.from(),
                        handover.to(),
                        Outcome.UNANSWERED,
                        terms.superiorOf(handover.to()),
                        now,
                        null,
                        null)));
    }

    private static Published moved(Routed routed, Party to, String reason, Instant now) {
        return new Published(new OwnershipMoved(routed.routing().caseId(), null, owner(routed), to, reason, now));
    }

    private static Party owner(Routed routed) {
        return Party.consultant(routed.routing().owner().id());
    }

    private static Decision<RoutingFact> nothingOffered(String by) {
        return reject("nothing-offered", "Expected a case that is offered to " + by + ", but it is not");
    }
}
