package io.redress.analytics.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.contracts.CustomerMessageEvent;
import io.redress.contracts.Topics;
import java.util.Set;

/** Records what the customer was told. */
public final class ReactToCustomerMessages extends ReactToTopic {
    private static final String IN_NO_CASE = "account-messages";

    public ReactToCustomerMessages() {
        super(Topics.CUSTOMER_MESSAGES, Entries.typesOf(CustomerMessageEvent.class), Set.of());
    }

    /** What customers are told who have no case is part of no journey. */
    @Override
    public boolean concerns(IncomingEvent event) {
        return super.concerns(event) && !event.stream().equals(IN_NO_CASE);
    }
}
