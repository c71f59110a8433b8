package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.resolution.domain.OrderCommand.CountPromises;
import io.redress.resolution.domain.OrderCommand.DeclareImpossible;
import io.redress.resolution.domain.OrderCommand.WalkOn;
import io.redress.resolution.domain.OrderFact.ImpossibleDeclared;
import io.redress.resolution.domain.OrderFact.PromisesCounted;
import io.redress.resolution.domain.OrderFact.WalkedOn;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far everybody whom an impossible order concerns has been told.
 *
 * @param of how many cases rested on it when it was declared; absent until they are counted
 * @param cursor where the walk stands; empty at the beginning
 * @param done cases that were looked at
 * @param told cases in which there was something to tell
 * @param endedAt absent while the walk goes on
 */
public record OrderWalk(
        ImpossibleOrder order,
        @Nullable Integer of,
        String cursor,
        int done,
        int told,
        @Nullable Instant endedAt) implements ResolutionState.Document {

    /** What the ids of these documents begin with; no case has such an id. */
    public static final String PREFIX = "impossible:";

    static Decision<ResolutionFact> decide(ResolutionState state, OrderCommand command, Instant now) {
        if (!(state instanceof OrderWalk walk)) {
            return command instanceof DeclareImpossible(ImpossibleOrder order)
                    ? Decision.accept(new ImpossibleDeclared(order))
                    : Decision.reject("unknown-order", "Expected an order that was declared impossible.");
        }
        return switch (command) {
            case DeclareImpossible(ImpossibleOrder order) ->
                walk.order.isSameAs(order)
                        ? Decision.nothing()
                        : Decision.reject(
                                "key-used", "Expected the same order under the same key, but it is another one.");
            case CountPromises(int count) ->
                walk.of == null ? Decision.accept(new PromisesCounted(count)) : Decision.nothing();
            // Whoever repeats a page after a crash, or walks at the same time, finds it counted.
            case WalkOn(var from, var to, var looked, var more) ->
                walk.endedAt == null && walk.cursor.equals(from)
                        ? Decision.accept(new WalkedOn(to, looked, more, now))
                        : Decision.nothing();
        };
    }

    static ResolutionState after(ResolutionState state, OrderFact fact) {
        return switch (fact) {
            case ImpossibleDeclared(var order) -> new OrderWalk(order, null, "", 0, 0, null);
            case PromisesCounted(int count) ->
                state instanceof OrderWalk it
                        ? new OrderWalk(it.order, count, it.cursor, it.done, it.told, it.endedAt)
                        : state;
            case WalkedOn(var to, var looked, var more, var at) ->
                state instanceof OrderWalk it
                        ? new OrderWalk(it.order, it.of, to, it.done + looked, it.told + more, to.isEmpty() ? at : null)
                        : state;
        };
    }
}
