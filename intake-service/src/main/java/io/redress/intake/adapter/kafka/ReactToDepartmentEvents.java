package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.IntakeCommand;
import java.util.Set;

/** An answer ends a wait, so that the customer is told what the case really waits for (R69); a helper sees the case. */
public final class ReactToDepartmentEvents implements Reaction<IntakeCommand> {

    @Override
    public String topic() {
        return Topics.DEPARTMENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(RequestAnswered.class),
                EventTypes.wireName(HelpRequested.class),
                EventTypes.wireName(RequestWanted.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        return new IntakeCommand.Hear(Wire.read(event.type(), event.payload()), event.id());
    }
}
