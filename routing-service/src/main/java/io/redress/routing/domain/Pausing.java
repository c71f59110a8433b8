package io.redress.routing.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.TakeStepBack;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** While a case is part of another, nobody is asked twice for the same customer and matter. */
final class Pausing {
    private Pausing() {}

    /** A case that is over stays over. */
    static Decision<RoutingFact> pause(CaseState state, Pause pause, Instant now) {
        return switch (state) {
            case Heard heard ->
                Decision.accept(new Published(new CasePaused(heard.complaint().caseId(), pause.mergedInto(), now)));
            case Routed routed ->
                Decision.accept(new Published(new CasePaused(routed.routing().caseId(), pause.mergedInto(), now)));
            case Unheard _, Paused _, Ended _ -> Decision.nothing();
        };
    }

    /**
     * What would ask somebody waits; everything else is decided as ever. The steps of what the customer has chosen go
     * on: the promise was made before the merge. So does a decision about what was asked before.
     *
     * @param usual what would be decided if the case were not paused
     */
    static Decision<RoutingFact> meanwhile(Paused paused, RoutingCommand command, Decision<RoutingFact> usual) {
        if (!waits(command, usual)) {
            return usual;
        }
        return paused.kept().size() < EarlyNews.MOST
                ? Decision.accept(new KeptForLater(command))
                : Decision.reject(
                        "too-many-kept",
                        "Expected at most " + EarlyNews.MOST + " events that wait for the end of a merge");
    }

    /** A revision waits even where it would change nothing now, since it may take back one that waits already. */
    private static boolean waits(RoutingCommand command, Decision<RoutingFact> usual) {
        return command instanceof Reroute
                || !(command instanceof HaveStepDone
                                || command instanceof TakeStepBack
                                || command instanceof DecideWhoGoesFirst)
                        && usual instanceof Decision.Accepted<RoutingFact>(var facts)
                        && facts.stream().anyMatch(fact -> fact instanceof Published);
    }

    static Published resumed(Paused paused, Instant now) {
        return new Published(new CaseResumed(paused.caseId(), now));
    }

    /** @param beneath what the fact has made of the case beneath */
    static CaseState evolve(Paused paused, RoutingFact fact, CaseState beneath) {
        if (fact instanceof KeptForLater(var command)) {
            List<RoutingCommand> kept = new ArrayList<>(paused.kept());
            if (command instanceof Reroute) {
                // A revision takes the place of those before it; nobody is asked only to be released in the same
                // breath.
                kept.removeIf(Reroute.class::isInstance);
            }
            kept.add(command);
            return new Paused(paused.caseId(), paused.beneath(), List.copyOf(kept));
        }
        return new Paused(paused.caseId(), beneath, paused.kept());
    }
}
