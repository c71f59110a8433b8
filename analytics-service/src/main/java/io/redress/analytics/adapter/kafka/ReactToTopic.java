package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.Learned;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Wire;
import java.util.Set;
import java.util.stream.Collectors;

/** Records the events of a topic as they are, and reads only those that a journey learns from. */
abstract class ReactToTopic implements Reaction<JourneyCommand> {
    private final String topic;
    private final Set<String> types;
    private final Set<String> telling;

    /**
     * @param types the wire names of what is recorded
     * @param telling what {@link #learned} is asked about
     */
    ReactToTopic(String topic, Set<String> types, Set<Class<? extends CaseEvent>> telling) {
        this.topic = topic;
        this.types = types;
        this.telling = telling.stream().map(EventTypes::wireName).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final String topic() {
        return topic;
    }

    @Override
    public final Set<String> types() {
        return types;
    }

    @Override
    public final JourneyCommand command(IncomingEvent event) {
        JourneyEntry entry = Entries.of(event);
        return new RecordEvent(
                entry,
                telling.contains(event.type())
                        ? learned(Wire.read(event.type(), event.payload()))
                        : new Learned.Nothing());
    }

    /** What a journey learns from an event. */
    Learned learned(CaseEvent event) {
        return new Learned.Nothing();
    }
}
