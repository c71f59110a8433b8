package io.redress.analytics.adapter.kafka;

import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.Topics;
import java.util.Set;

/** Records that a case was one of many; what happens to the incident itself is no part of any journey. */
public final class ReactToIncidentEvents extends ReactToTopic {
    public ReactToIncidentEvents() {
        super(
                Topics.INCIDENTS,
                Set.of(EventTypes.wireName(IncidentJoined.class), EventTypes.wireName(IncidentLeft.class)),
                Set.of());
    }
}
