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
    private static final String IN_NO_CASE = "account-messages";
    private static final Set<String> TYPES = Entries.typesOf(CustomerMessageEvent.class);

    @Override
    public String topic() {
        return Topics.CUSTOMER_MESSAGES;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    /** What customers are told who have no case is part of no journey. */
    @Override
    public boolean concerns(IncomingEvent event) {
        return TYPES.contains(event.type()) && !event.stream().equals(IN_NO_CASE);
    }

    @Override
    public JourneyCommand command(IncomingEvent event) {
        return new RecordEvent(Entries.of(event), new Learned.Nothing());
    }
}
