package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.Learned;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.Topics;
import java.util.Set;

/** Records that a case was one of many; what happens to the incident itself is no part of any journey. */
public final class ReactToIncidentEvents implements Reaction<JourneyCommand> {

    @Override
    public String topic() {
        return Topics.INCIDENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(EventTypes.wireName(IncidentJoined.class), EventTypes.wireName(IncidentLeft.class));
    }

    @Override
    public JourneyCommand command(IncomingEvent event) {
        return new RecordEvent(Entries.of(event), new Learned.Nothing());
    }
}
