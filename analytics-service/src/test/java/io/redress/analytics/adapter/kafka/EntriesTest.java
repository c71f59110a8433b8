package io.redress.analytics.adapter.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CharterEvent;
import io.redress.contracts.DepartmentRefusal;
import io.redress.contracts.EventTypes;
import io.redress.contracts.FeedbackEvent;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.KnownProblemEvent;
import io.redress.contracts.ReviewEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {

    @Test
    void every_event_of_every_other_stage_is_recorded_if_it_happened_in_a_case() {
        Set<String> recorded = new HashSet<>(Entries.typesOf(ReviewEvent.class));
        recorded.addAll(Entries.typesOf(FeedbackEvent.class));
        recorded.addAll(Entries.typesOf(IncidentEvent.OfIncident.class));
        recorded.addAll(Entries.typesOf(IncidentEvent.OfOrganisation.class));
        recorded.addAll(Entries.typesOf(IncidentRemedyEvent.OfIncident.class));
        recorded.addAll(Entries.typesOf(IncidentRemedyEvent.OfAccount.class));
        recorded.addAll(Entries.typesOf(KnownProblemEvent.class));
        recorded.addAll(Entries.typesOf(CharterEvent.class));
        // It is told to the sender of a reply that was not taken, so nothing has happened.
        recorded.addAll(Entries.typesOf(DepartmentRefusal.class));
        List.of(
                        new ReactToIntakeEvents(),
                        new ReactToCustomerMessages(),
                        new ReactToRoutingEvents(),
                        new ReactToIncidentEvents(),
                        new ReactToDepartmentEvents(),
                        new ReactToResolutionEvents())
                .forEach(reaction -> recorded.addAll(((Reaction<?>) reaction).types()));

        assertThat(recorded).isEqualTo(EventTypes.all().keySet());
    }

    @Test
    void an_event_is_taken_over_byte_by_byte() {
        byte[] payload = "{\"a\": {\"b\": [1, \"ă\"]}}\n".getBytes(UTF_8);

        assertThat(Entries.of(event(payload)).data()).isSameAs(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "{\"a\":1}}", "{}{}", "{\"a\":1,}", "{} x", "{\"a\":\"\n\"}"})
    void what_would_break_a_journey_is_refused(String payload) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entries.of(event(payload.getBytes(UTF_8))))
                .withMessageContaining("JSON object");
    }

    private static IncomingEvent event(byte[] payload) {
        return new IncomingEvent("case", "routing", 1, "topic", "type", Instant.EPOCH, "", payload);
    }
}
