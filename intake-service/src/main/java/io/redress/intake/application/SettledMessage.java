package io.redress.intake.application;

import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.DeliveryFact;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A message for which nothing more will be done, as the case's log keeps it.
 *
 * @param at when it was settled
 */
record SettledMessage(Delivery delivery, Instant at) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Tells it from whatever else a case's log may hold. */
    private static final String FIELD = "settledMessage";

    static byte[] write(DeliveryFact.Settled settled) {
        return MAPPER.writeValueAsBytes(MAPPER.createObjectNode()
                .set(FIELD, MAPPER.valueToTree(new SettledMessage(settled.delivery(), settled.at()))));
    }

    /** Empty where the entry is about something else. */
    static Optional<SettledMessage> read(byte[] logged) {
        JsonNode found = MAPPER.readTree(logged).path(FIELD);
        return found.isObject() ? Optional.of(MAPPER.treeToValue(found, SettledMessage.class)) : Optional.empty();
    }
}
