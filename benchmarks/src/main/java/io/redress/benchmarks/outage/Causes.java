package io.redress.benchmarks.outage;

import io.redress.benchmarks.kafka.Reading;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.contracts.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Which remedy each event that says one was carried out is about: the event names where its line begins. */
record Causes(Map<String, String> references) {
    private static final Set<String> DONE =
            Set.of("redress.resolution.account-remedied.v1", "redress.resolution.case-remedied.v1");

    static Causes read(String bootstrapServers, StageTopics topics) {
        Map<String, String> references = new HashMap<>();
        try (Reading reading = Reading.of(bootstrapServers, topics, List.of(Topics.RESOLUTIONS))) {
            reading.forEach((_, _, type, id, _, payload) -> {
                if (DONE.contains(type)) {
                    references.put(
                            id,
                            JsonMapper.shared()
                                    .readTree(payload)
                                    .path("reference")
                                    .asString());
                }
            });
        }
        return new Causes(references);
    }

    /** What the provider calls the remedy that this event is about; empty where it is about none. */
    String reference(String eventId) {
        return references.getOrDefault(eventId, "");
    }
}
