package io.redress.routing.domain;

import static io.redress.chassis.decide.Decision.accept;
import static io.redress.chassis.decide.Decision.nothing;
import static io.redress.chassis.decide.Decision.reject;

import io.redress.chassis.decide.Decision;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.util.List;

/** News that come before what they are about wait for it; once a case is over, they concern nobody. */
final class EarlyNews {
    /** More than these before the complaint itself are not a delay any more. */
    static final int MOST = 100;

    private EarlyNews() {}

    static Decision<RoutingFact> keep(List<RoutingCommand> early, RoutingCommand command) {
        return early.size() < MOST
                ? accept(new KeptForLater(command))
                : reject("too-early", "Expected the complaint before " + MOST + " further events of its case");
    }

    static Decision<RoutingFact> onceRouted(CaseState state, RoutingCommand command, Rule rule) {
        return switch (state) {
            case Unheard(var early) -> keep(early, command);
            case Heard(var _, var early, var _) -> keep(early, command);
            case Routed routed -> rule.decide(routed);
            case Paused _, Ended _ -> nothing();
        };
    }

    /** What a command means once the departments are asked. */
    interface Rule {
        Decision<RoutingFact> decide(Routed routed);
    }
}
