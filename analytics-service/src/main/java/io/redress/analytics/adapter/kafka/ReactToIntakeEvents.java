package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.Learned;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.util.Set;

/** Records what intake does, and learns whose case it is. */
public final class ReactToIntakeEvents implements Reaction<JourneyCommand> {
    private static final Set<String> TYPES = Entries.typesOf(IntakeEvent.class);
    private static final String RECEIVED = EventTypes.wireName(ComplaintReceived.class);

    @Override
    public String topic() {
        return Topics.COMPLAINTS;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public JourneyCommand command(IncomingEvent event) {
        return new RecordEvent(Entries.of(event), learned(event));
    }

    private static Learned learned(IncomingEvent event) {
        return event.type().equals(RECEIVED)
                ? new Learned.Submitter(((ComplaintReceived) Wire.read(event.type(), event.payload())).submittedBy())
                : new Learned.Nothing();
    }
}
