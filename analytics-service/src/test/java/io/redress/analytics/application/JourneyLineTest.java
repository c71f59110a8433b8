package io.redress.analytics.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.analytics.domain.JourneyEntry;
import io.redress.chassis.store.LogEntry;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JourneyLineTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void an_entry_is_shown_with_its_number_and_the_event_as_it_was() {
        assertThat(shown("redress.some-event.v1", "{\"a\" : [1, \"}\"]}"))
                .isEqualTo("{\"number\":7,\"time\":\"2026-03-02T09:00:00Z\",\"stream\":\"intake\","
                        + "\"type\":\"redress.some-event.v1\",\"seq\":2,\"data\":{\"a\" : [1, \"}\"]}}");
    }

    @Test
    void departments_read_the_complaint_but_not_who_complains() {
        String type = EventTypes.wireName(ComplaintReceived.class);
        String entry = shown(
                type, "{\"customer\":{\"reference\":\"C-1\"},\"submittedBy\":\"webshop\",\"text\":\"It broke.\"}");

        assertThat(new String(PersonalFields.leftOut(entry.getBytes(UTF_8)), UTF_8))
                .isEqualTo("{\"number\":7,\"time\":\"2026-03-02T09:00:00Z\",\"stream\":\"intake\",\"type\":\"" + type
                        + "\",\"seq\":2,\"data\":{\"text\":\"It broke.\"}}");
    }

    @Test
    void an_event_without_personal_fields_is_left_as_it_is() {
        byte[] entry = shown("redress.some-event.v1", "{\"customer\":1}").getBytes(UTF_8);

        assertThat(PersonalFields.leftOut(entry)).isSameAs(entry);
    }

    @Test
    void every_withheld_field_is_one_of_its_event() {
        PersonalFields.WITHHELD.forEach((event, fields) -> assertThat(
                        Arrays.stream(event.getRecordComponents()).map(it -> it.getName()))
                .as(event.getSimpleName())
                .containsAll(fields));
    }

    private static String shown(String type, String data) {
        byte[] kept = JourneyLine.kept(new JourneyEntry(NOW, "intake", type, 2, data.getBytes(UTF_8)));
        return new String(JourneyLine.shown(new LogEntry(7, kept)), UTF_8);
    }
}
