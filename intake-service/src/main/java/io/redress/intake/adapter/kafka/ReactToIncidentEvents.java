package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.CrisisLifted;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.CrisisCommand.BeginCrisis;
import io.redress.intake.domain.CrisisCommand.EndCrisis;
import io.redress.intake.domain.IntakeCommand;
import java.util.Set;

/** In a crisis of the whole organisation customers are answered in one voice, until it is lifted (R113). */
public final class ReactToIncidentEvents implements Reaction<IntakeCommand> {

    @Override
    public String topic() {
        return Topics.INCIDENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.wireName(CrisisDeclared.class), EventTypes.wireName(CrisisLifted.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        return Wire.read(event.type(), event.payload()) instanceof CrisisDeclared declared
                ? new BeginCrisis(declared.declaredAt())
                : new EndCrisis();
    }
}
