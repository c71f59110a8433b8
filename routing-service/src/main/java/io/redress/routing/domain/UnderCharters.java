package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingFact.Published;
import java.time.Instant;

/** A request says under which version of its department's charter it was raised, and stays there. */
final class UnderCharters {
    private UnderCharters() {}

    static Decision<RoutingFact> raised(Decision<RoutingFact> decision, Departments departments) {
        return decision instanceof Decision.Accepted<RoutingFact>(var facts)
                ? Decision.accept(
                        facts.stream().map(it -> raised(it, departments)).toList())
                : decision;
    }

    private static RoutingFact raised(RoutingFact fact, Departments departments) {
        if (!(fact instanceof Published(RequestRaised raised)) || raised.charterVersion() != null) {
            return fact;
        }
        Integer version = departments.charterVersionOf(raised.department());
        return version == null ? fact : new Published(raised.under(version));
    }

    static Decision<RoutingFact> note(RoutingState state, CharterCommand command, Instant now) {
        return switch (command) {
            case CharterCommand.NoteCharter(var department, var version) ->
                CharterKnown.knows(state, version)
                        ? Decision.nothing()
                        : Decision.accept(new CharterFact.CharterNoted(department, version, now));
        };
    }

    static RoutingState after(RoutingState state, CharterFact fact) {
        return switch (fact) {
            case CharterFact.CharterNoted noted -> CharterKnown.after(state, noted);
        };
    }
}
