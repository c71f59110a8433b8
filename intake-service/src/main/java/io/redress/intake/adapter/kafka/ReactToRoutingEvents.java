package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.IntakeCommand;
import java.util.Set;

/** Who is involved now, so that the case view says it. */
public final class ReactToRoutingEvents implements Reaction<IntakeCommand> {

    @Override
    public String topic() {
        return Topics.ROUTING;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(RoutingEvent.CaseRouted.class),
                EventTypes.wireName(RoutingEvent.CaseRerouted.class),
                EventTypes.wireName(RoutingEvent.RequestRedirected.class),
                EventTypes.wireName(DateReestimated.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        return new IntakeCommand.Hear(Wire.read(event.type(), event.payload()), event.id());
    }
}
