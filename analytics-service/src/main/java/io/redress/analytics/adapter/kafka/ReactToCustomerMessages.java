package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.Learned;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.Topics;
import java.util.Set;

/** Records what the customer was told. */
public final class ReactToCustomerMessages implements Reaction<JourneyCommand> {
    private static final Set<String> TYPES = Entries.typesOf(CustomerMessageEvent.class);

    @Override
    public String topic() {
        return Topics.CUSTOMER_MESSAGES;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public JourneyCommand command(IncomingEvent event) {
        return new RecordEvent(Entries.of(event), new Learned.Nothing());
    }
}
