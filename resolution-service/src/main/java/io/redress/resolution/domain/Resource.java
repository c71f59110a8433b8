package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ReservationEvent.MissingReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What there is only so much of: a stock, a budget, a calendar of appointments. Who has the last of it is decided here and
 * nowhere else.
 *
 * @param revision counts its declarations, from 1
 * @param holds the oldest first; with {@code untold} at most {@value #MOST_HOLDS}
 * @param usedUp by part, what is gone for good; forgotten with the part
 * @param untold holds that have lapsed and whose case has not heard it yet
 */
public record Resource(
        String name,
        ResourceTerms terms,
        long revision,
        List<Hold> holds,
        Map<String, BigDecimal> usedUp,
        List<Lapse> untold)
        implements ResolutionState.Document {
    /** Of one resource at a time; more customers than that need it to be split. */
    public static final int MOST_HOLDS = 500;

    /** The refusal where the caller has seen another declaration. */
    public static final String STALE = ResourceRules.STALE;

    private static final String DOCUMENT = "resource:";
    private static final char SLOT = '/';

    public Resource {
        holds = List.copyOf(holds);
        usedUp = Map.copyOf(usedUp);
        untold = List.copyOf(untold);
    }

    /** A hold that is none any more. */
    public record Lapse(String holdId, CaseId caseId, MissingReason reason) {}

    /** The document of what an option names: {@code name} or, with a slot, {@code name/slot}. */
    public static String documentOf(String resource) {
        int slot = resource.indexOf(SLOT);
        return DOCUMENT + (slot < 0 ? resource : resource.substring(0, slot));
    }

    /** The slot in what an option names; empty where it names none. */
    public static String partOf(String resource) {
        int slot = resource.indexOf(SLOT);
        return slot < 0 ? "" : resource.substring(slot + 1);
    }

    static Decision<ResolutionFact> decide(ResolutionState state, ResourceCommand command, Instant now) {
        return ResourceRules.decide(state, command, now);
    }

    /** What is only held until now is held no longer. */
    Decision<ResolutionFact> lapseOverdue(Instant now) {
        return Decision.accept(holds.stream()
                .filter(hold -> !hold.taken() && !now.isBefore(hold.until()))
                .<ResolutionFact>map(hold -> new ResourceFact.HoldLapsed(hold.id(), MissingReason.EXPIRED))
                .toList());
    }

    /** When the first hold ends that nobody has chosen. */
    public Optional<Instant> nextDue() {
        return holds.stream().filter(hold -> !hold.taken()).map(Hold::until).min(Instant::compareTo);
    }

    /** Nobody has it and nobody is offered it. */
    public BigDecimal free(String part) {
        return terms.capacity(part).subtract(taken(part)).subtract(held(part));
    }

    /** Offered to somebody who has not chosen yet. */
    public BigDecimal held(String part) {
        return sum(part, false);
    }

    /** Chosen by somebody, what is gone for good included. */
    public BigDecimal taken(String part) {
        return chosen(part).add(usedUp.getOrDefault(part, BigDecimal.ZERO));
    }

    /** Chosen by somebody and not carried out yet. */
    BigDecimal chosen(String part) {
        return sum(part, true);
    }

    private BigDecimal sum(String part, boolean taken) {
        return holds.stream()
                .filter(hold -> hold.taken() == taken && hold.part().equals(part))
                .map(Hold::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<Hold> hold(String id) {
        return holds.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    boolean hasLapsed(String holdId) {
        return untold.stream().anyMatch(it -> it.holdId().equals(holdId));
    }

    static ResolutionState after(ResolutionState state, ResourceFact fact) {
        if (fact instanceof ResourceFact.ResourceDeclared(var name, var terms)) {
            return state instanceof Resource known
                    ? new Resource(name, terms, known.revision + 1, known.holds, known.usedUpOf(terms), known.untold)
                    : new Resource(name, terms, 1, List.of(), Map.of(), List.of());
        }
        return state instanceof Resource known ? known.after(fact) : state;
    }

    private Resource after(ResourceFact fact) {
        return switch (fact) {
            case ResourceFact.ResourceDeclared _ -> this;
            case ResourceFact.HoldMade(var hold) ->
                with(Stream.concat(holds.stream(), Stream.of(hold)).toList(), untold);
            case ResourceFact.HoldExtended(var id, var until) -> changed(id, hold -> hold.until(until));
            case ResourceFact.HoldTaken(var id) -> changed(id, Hold::asTaken);
            case ResourceFact.HoldReleased(var id) -> without(id, untold);
            case ResourceFact.HoldUsedUp(var id) ->
                hold(id).map(this::withUsedUp).orElse(this);
            case ResourceFact.HoldLapsed(var id, var reason) ->
                hold(id).map(hold -> without(
                                id,
                                Stream.concat(untold.stream(), Stream.of(new Lapse(id, hold.caseId(), reason)))
                                        .toList()))
                        .orElse(this);
            case ResourceFact.LapseTold(var id) ->
                with(
                        holds,
                        untold.stream().filter(it -> !it.holdId().equals(id)).toList());
        };
    }

    private Map<String, BigDecimal> usedUpOf(ResourceTerms then) {
        Map<String, BigDecimal> left = new HashMap<>(usedUp);
        left.keySet().removeIf(part -> !then.has(part));
        return left;
    }

    private Resource withUsedUp(Hold hold) {
        Map<String, BigDecimal> more = new HashMap<>(usedUp);
        more.merge(hold.part(), hold.quantity(), BigDecimal::add);
        List<Hold> others = holds.stream().filter(it -> !it.equals(hold)).toList();
        return new Resource(name, terms, revision, others, more, untold);
    }

    private Resource changed(String id, UnaryOperator<Hold> change) {
        return with(
                holds.stream()
                        .map(hold -> hold.id().equals(id) ? change.apply(hold) : hold)
                        .toList(),
                untold);
    }

    private Resource without(String id, List<Lapse> lapses) {
        return with(holds.stream().filter(hold -> !hold.id().equals(id)).toList(), lapses);
    }

    private Resource with(List<Hold> then, List<Lapse> lapses) {
        return new Resource(name, terms, revision, then, usedUp, lapses);
    }
}
