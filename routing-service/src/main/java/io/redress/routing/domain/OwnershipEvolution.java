package io.redress.routing.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Owner;
import io.redress.contracts.OwnershipEvent;
import io.redress.contracts.OwnershipEvent.HandoverDecisionRequested;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnerDecided;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.routing.domain.Ownership.Handover;
import io.redress.routing.domain.Request.Ask;
import io.redress.routing.domain.Request.Offer;
import io.redress.routing.domain.Request.Offered;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.Request.Open;
import io.redress.routing.domain.Request.PassedOn;
import io.redress.routing.domain.Request.Refused;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Who answers for what after each event that changes it. */
final class OwnershipEvolution {
    private OwnershipEvolution() {}

    static UnaryOperator<Ownership> of(CaseRouted routing) {
        return own -> own.begun(null, Party.consultant(routing.owner().id()), routing.routedAt());
    }

    static Routed raised(Routed routed, RequestRaised raised, Ask ask) {
        return routed.requests().stream()
                .filter(it -> it instanceof OnOffer(var _, var offer)
                        && offer.replacedBy().equals(ask.id()))
                .findFirst()
                .map(giver -> routed.with(new Offered(ask, giver.ask().id())))
                .orElseGet(() -> routed.with(new Open(ask)).owning(begun(ask, raised.raisedAt())));
    }

    /** Who had accepted answers from now on; who has not been asked yet does so once that is raised. */
    static Routed redirected(Routed routed, RequestRedirected redirected) {
        Routed given = routed.replacing(redirected.requestId(), it -> new PassedOn(it.ask(), redirected.replacedBy()))
                .owning(own -> own.ended(redirected.requestId(), redirected.redirectedAt()));
        return given.request(redirected.replacedBy()) instanceof Offered(var ask, var _)
                ? given.replacing(ask.id(), _ -> new Open(ask)).owning(begun(ask, redirected.redirectedAt()))
                : given;
    }

    static Routed after(Routed routed, OwnershipEvent event) {
        return switch (event) {
            case OwnershipOffered offered
            when offered.requestId() == null -> routed.owning(own -> own.offering(of(offered)));
            case OwnershipOffered offered -> offered(routed, offered, Objects.requireNonNull(offered.requestId()));
            case OfferReturned returned
            when returned.requestId() == null -> routed.owning(own -> returned(own, returned));
            case OfferReturned returned -> returned(routed, returned, Objects.requireNonNull(returned.requestId()));
            case OwnershipMoved moved when moved.requestId() == null -> handedOver(routed, moved);
            // The redirection of the request says the same.
            case OwnershipMoved _, HandoverDecisionRequested _ -> routed;
            case OwnerDecided decided -> routed.withLastWord(decided.requestId());
        };
    }

    private static Handover of(OwnershipOffered offered) {
        return new Handover(offered.from(), offered.to(), offered.reason(), offered.offeredAt(), offered.answerBy());
    }

    private static Routed offered(Routed routed, OwnershipOffered offered, RequestId id) {
        Offer offer = new Offer(
                department(offered.to()),
                Objects.requireNonNull(offered.replacedBy()),
                offered.reason(),
                offered.offeredAt(),
                offered.answerBy());
        return routed.replacing(id, it -> new OnOffer(it.ask(), offer))
                .owning(own -> own.refused(id, department(offered.from())));
    }

    private static Routed returned(Routed routed, OfferReturned returned, RequestId id) {
        @Nullable RequestId asked = routed.request(id) instanceof OnOffer(var _, var offer) ? offer.replacedBy() : null;
        Routed back = routed.replacing(id, it -> new Open(it.ask()));
        return asked == null || returned.outcome() == OfferReturned.Outcome.UNANSWERED
                ? back
                : back.replacing(asked, it -> new Refused(it.ask()))
                        .owning(own -> own.refused(id, department(returned.to())));
    }

    private static Ownership returned(Ownership own, OfferReturned returned) {
        return switch (returned.outcome()) {
            case DECLINED -> own.handoverRefused(returned.to());
            case UNANSWERED -> own.handoverUnanswered();
        };
    }

    /** The name that the customer hears is intake's to say; here the id stands for it. */
    private static Routed handedOver(Routed routed, OwnershipMoved moved) {
        Owner before = routed.routing().owner();
        Routed handed = routed.owning(own -> own.handedOver(moved.to(), moved.movedAt()));
        return moved.to().id().equals(before.id())
                ? handed
                : handed.ownedBy(new Owner(moved.to().id(), moved.to().id(), before.department()));
    }

    private static UnaryOperator<Ownership> begun(Ask ask, Instant at) {
        return own -> own.begun(ask.id(), Party.department(ask.department()), at);
    }

    private static DepartmentCode department(Party party) {
        return new DepartmentCode(party.id());
    }
}
