package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.resolution.domain.ResourceCommand.DeclareResource;
import io.redress.resolution.domain.ResourceCommand.HoldFor;
import io.redress.resolution.domain.ResourceCommand.NoteLapseTold;
import io.redress.resolution.domain.ResourceCommand.ReleaseHeld;
import io.redress.resolution.domain.ResourceCommand.TakeHeld;
import io.redress.resolution.domain.ResourceCommand.UseUp;
import io.redress.resolution.domain.ResourceFact.HoldExtended;
import io.redress.resolution.domain.ResourceFact.HoldLapsed;
import io.redress.resolution.domain.ResourceFact.HoldMade;
import io.redress.resolution.domain.ResourceFact.HoldReleased;
import io.redress.resolution.domain.ResourceFact.HoldTaken;
import io.redress.resolution.domain.ResourceFact.HoldUsedUp;
import io.redress.resolution.domain.ResourceFact.LapseTold;
import io.redress.resolution.domain.ResourceFact.ResourceDeclared;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** First come, first held; what a customer has chosen is never given to another. */
final class ResourceRules {
    /** The refusal where the caller has seen another declaration. */
    static final String STALE = "stale-declaration";

    private ResourceRules() {}

    static Decision<ResolutionFact> decide(ResolutionState state, ResourceCommand command, Instant now) {
        if (command instanceof DeclareResource declare) {
            return declare(state, declare);
        }
        if (!(state instanceof Resource known)) {
            return Decision.reject(
                    "not-known", "Expected a resource that a department has declared, but there is none.");
        }
        return switch (command) {
            case DeclareResource _ -> Decision.nothing();
            case HoldFor hold -> hold(known, hold, now);
            case TakeHeld(String id) -> take(known, id);
            case ReleaseHeld(String id) ->
                known.hold(id).isPresent()
                        ? Decision.accept(new HoldReleased(id))
                        : known.hasLapsed(id) ? Decision.accept(new LapseTold(id)) : Decision.nothing();
            case UseUp(String id) ->
                known.hold(id).filter(Hold::taken).isPresent()
                        ? Decision.accept(new HoldUsedUp(id))
                        : Decision.nothing();
            case NoteLapseTold(String id) ->
                known.hasLapsed(id) ? Decision.accept(new LapseTold(id)) : Decision.nothing();
        };
    }

    private static Decision<ResolutionFact> hold(Resource known, HoldFor hold, Instant now) {
        var made = known.hold(hold.holdId());
        if (made.isPresent()) {
            return hold.until().isAfter(made.get().until())
                    ? Decision.accept(new HoldExtended(hold.holdId(), hold.until()))
                    : Decision.nothing();
        }
        if (known.hasLapsed(hold.holdId()) || !now.isBefore(hold.until())) {
            return Decision.reject("lapsed", "Expected what is still held, but its time was over.");
        }
        if (!known.terms().has(hold.part())
                || hold.quantity().signum() <= 0
                || !known.terms().isCountable(hold.quantity())) {
            return Decision.reject("not-known", "Expected a part and a quantity that the resource can have.");
        }
        if (known.holds().size() + known.untold().size() >= Resource.MOST_HOLDS) {
            return Decision.reject(
                    "too-many-holds",
                    "Expected at most " + Resource.MOST_HOLDS + " customers at a time, but so many are offered it.");
        }
        return known.free(hold.part()).compareTo(hold.quantity()) < 0
                ? Decision.reject("not-enough", "Expected enough for another customer, but others hold it.")
                : Decision.accept(new HoldMade(
                        new Hold(hold.holdId(), hold.caseId(), hold.part(), hold.quantity(), hold.until(), false)));
    }

    private static Decision<ResolutionFact> take(Resource known, String id) {
        var held = known.hold(id);
        if (held.isEmpty()) {
            return Decision.reject("not-held", "Expected what is held for the customer, but it is gone.");
        }
        return held.get().taken() ? Decision.nothing() : Decision.accept(new HoldTaken(id));
    }

    private static Decision<ResolutionFact> declare(ResolutionState state, DeclareResource declare) {
        var objection = declare.terms().objection();
        if (objection.isPresent()) {
            return Decision.reject("unusable-quantity", objection.get());
        }
        if (!(state instanceof Resource known)) {
            return declare.expected() == null
                    ? Decision.accept(new ResourceDeclared(declare.name(), declare.terms()))
                    : stale();
        }
        // Who never got the first answer says the same again; that must not look like a conflict.
        if (known.terms().equals(declare.terms())) {
            return Decision.nothing();
        }
        return Objects.equals(declare.expected(), known.revision()) ? change(known, declare.terms()) : stale();
    }

    private static Decision<ResolutionFact> change(Resource known, ResourceTerms terms) {
        if (known.terms().kind() != terms.kind()
                || !Objects.equals(known.terms().currency(), terms.currency())
                || !known.terms().owner().equals(terms.owner())) {
            return Decision.reject(
                    "another-kind", "Expected the same kind, currency and owner as before, but got others.");
        }
        List<ResolutionFact> facts = new ArrayList<>(List.of(new ResourceDeclared(known.name(), terms)));
        for (String part :
                known.terms().parts().stream().map(ResourceTerms.Part::name).toList()) {
            // What is gone for good keeps nobody from striking a slot that has passed.
            BigDecimal taken = terms.has(part) ? known.taken(part) : known.chosen(part);
            BigDecimal over = taken.subtract(terms.capacity(part));
            if (over.signum() > 0) {
                return Decision.reject(
                        "already-taken",
                        "Expected at least " + taken.toPlainString()
                                + ", which customers have chosen, but got "
                                + terms.capacity(part).toPlainString() + ".");
            }
            facts.addAll(lapses(known, part, over.add(known.held(part))));
        }
        return Decision.accept(facts);
    }

    private static Decision<ResolutionFact> stale() {
        return Decision.reject(STALE, "Expected the declaration as it stands, but it has changed since.");
    }

    /** Those who came last are the first to lose it. */
    private static List<ResolutionFact> lapses(Resource known, String part, BigDecimal tooMuch) {
        List<ResolutionFact> lapses = new ArrayList<>();
        BigDecimal left = tooMuch;
        for (Hold hold : known.holds().reversed()) {
            if (left.signum() > 0 && !hold.taken() && hold.part().equals(part)) {
                lapses.add(new HoldLapsed(hold.id(), MissingReason.REDUCED));
                left = left.subtract(hold.quantity());
            }
        }
        return lapses;
    }
}
