package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.routing.domain.OwnershipCommand.AssignCase;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.OwnershipCommand.DeclineCase;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.OwnershipCommand.OfferCase;
import io.redress.routing.domain.OwnershipCommand.TakeCase;
import io.redress.routing.domain.Request.OnOffer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Every transfer of a case or a request is an offer until it is accepted. */
final class Transferring {
    private final Offering offering;
    private final HandingOver handingOver;

    Transferring(Departments departments, OfferTerms terms) {
        this.offering = new Offering(departments, terms);
        this.handingOver = new HandingOver(terms);
    }

    Decision<RoutingFact> passOn(Routed routed, PassOn decline, Instant now) {
        return offering.passOn(routed, decline, now);
    }

    static Decision<RoutingFact> noteAcceptance(Routed routed, NoteAcceptance acceptance, Instant now) {
        return Offering.noteAcceptance(routed, acceptance, now);
    }

    /** What people decide, they decide on what they see, so nothing of it is kept for later. */
    Decision<RoutingFact> decide(CaseState state, OwnershipCommand command, Instant now) {
        return switch (state) {
            case Routed routed -> decide(routed, command, now);
            case Unheard _, Heard _ -> reject("not-routed-yet", "Expected a case that is routed, but it is not yet");
            case Paused _ -> reject("merged", "Expected a case that is not part of another, but it was merged");
            case Ended _ -> reject("case-ended", "Expected an open case, but it is over");
        };
    }

    private Decision<RoutingFact> decide(Routed routed, OwnershipCommand command, Instant now) {
        return switch (command) {
            case NoteAcceptance acceptance -> noteAcceptance(routed, acceptance, now);
            case AssignRequest assign -> offering.assign(routed, assign, now);
            case OfferCase offer -> handingOver.offer(routed, offer, now);
            case TakeCase take -> HandingOver.take(routed, take, now);
            case DeclineCase decline -> HandingOver.decline(routed, decline, now);
            case AssignCase assign -> HandingOver.assign(routed, assign, now);
        };
    }

    Decision<RoutingFact> runOut(CaseState state, Instant now) {
        return state instanceof Routed routed
                ? accept(Stream.concat(offering.runOut(routed, now).stream(), handingOver.runOut(routed, now).stream())
                        .toList())
                : Decision.nothing();
    }

    /** When the next offer runs out; while a case is part of another, none does. */
    static Optional<Instant> nextDue(CaseState state) {
        return state instanceof Routed routed
                ? Stream.concat(
                                routed.requests().stream()
                                        .filter(OnOffer.class::isInstance)
                                        .map(it -> ((OnOffer) it).offer().answerBy()),
                                Stream.ofNullable(routed.ownership().handover()).map(Ownership.Handover::answerBy))
                        .min(Instant::compareTo)
                : Optional.empty();
    }
}
