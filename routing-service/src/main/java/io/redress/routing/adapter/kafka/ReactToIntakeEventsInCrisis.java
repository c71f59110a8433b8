package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Route;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** While the whole organisation is in a crisis, every diagnosis is one of a complaint in a crisis (R48, R50). */
public final class ReactToIntakeEventsInCrisis implements Reaction<RoutingCommand> {
    private final Reaction<RoutingCommand> usual;
    private final BooleanSupplier lasts;

    public ReactToIntakeEventsInCrisis(Reaction<RoutingCommand> usual, BooleanSupplier lasts) {
        this.usual = usual;
        this.lasts = lasts;
    }

    @Override
    public String topic() {
        return usual.topic();
    }

    @Override
    public Set<String> types() {
        return usual.types();
    }

    @Override
    public RoutingCommand command(IncomingEvent event) {
        RoutingCommand command = usual.command(event);
        if (!lasts.getAsBoolean()) {
            return command;
        }
        return switch (command) {
            case Route(var diagnosis) -> new Route(diagnosis.duringCrisis());
            case Reroute(var diagnosis, var revision, var because) ->
                new Reroute(diagnosis.duringCrisis(), revision, because);
            default -> command;
        };
    }
}
