package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyEntry;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.EventTypes;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Makes entries of events without building objects: an event is looked through once, to see that it is JSON. */
final class Entries {
    private static final JsonFactory JSON = new JsonFactory();

    private Entries() {}

    /** The wire names of all events of one producer. */
    static Set<String> typesOf(Class<? extends CaseEvent> producer) {
        return EventTypes.all().entrySet().stream()
                .filter(event -> producer.isAssignableFrom(event.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The entry of an event.
     *
     * @throws IllegalArgumentException where its content is not one JSON object
     */
    static JourneyEntry of(IncomingEvent event) {
        if (!isOneObject(event.payload())) {
            throw new IllegalArgumentException("Expected one JSON object, but got something else");
        }
        return new JourneyEntry(event.time(), event.stream(), event.type(), event.seq(), event.payload());
    }

    private static boolean isOneObject(byte[] payload) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), payload)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null;
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
