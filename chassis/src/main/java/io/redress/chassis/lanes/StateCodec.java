package io.redress.chassis.lanes;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes a service's state as JSON and reads it again; fields unknown to this version are passed over. */
final class StateCodec<S> {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final ObjectReader reader;
    private final ObjectWriter writer;

    StateCodec(Class<S> type) {
        reader = MAPPER.readerFor(type);
        writer = MAPPER.writerFor(type);
    }

    S read(byte[] json) {
        return reader.readValue(json);
    }

    byte[] write(S state) {
        return writer.writeValueAsBytes(state);
    }
}
