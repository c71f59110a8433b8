package io.redress.chassis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PendingEventTest {

    @Test
    void documents_about_the_same_case_publish_under_its_id() {
        assertThat(event("member:c-1").subject()).isEqualTo("c-1");
        assertThat(event("member:c-1").id()).isEqualTo("c-1:incidents:3");
        assertThat(event("member:c-1").key()).isEqualTo(new PendingEvent.Key("member:c-1", "incidents", 3));
        assertThat(event("c-1").subject()).isEqualTo("c-1");
    }

    private static PendingEvent event(String document) {
        return new PendingEvent(document, "incidents", 3, "topic", "type", Instant.EPOCH, "", new byte[0]);
    }
}
