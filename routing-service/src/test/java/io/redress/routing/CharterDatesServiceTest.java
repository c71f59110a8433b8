package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CharterEvent.CharterPublished;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.PublishedCharter;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charters that departments publish, in the whole service, in a time of its own. */
class CharterDatesServiceTest {
    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final DepartmentCode FINANCE = new DepartmentCode("finance");

    @TempDir
    static Path folder;

    private static final ControllableTime TIME = new ControllableTime(NOW);
    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(RoutingApplication.class, "routing-service", folder, TIME);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R80", "R90"})
    void what_a_department_publishes_about_its_time_holds_for_what_it_is_asked_from_then_on() {
        RequestRaised before = raised();
        assertThat(before.charterVersion()).isNull();
        assertThat(before.dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));
        String silence = "/api/v1/cases/" + before.caseId() + "/silence";
        String nextAt = nextAt(silence);

        publish(
                1,
                NOW,
                new PublishedCharter.Ola(30, 240),
                new PublishedCharter.Calendar(
                        "Europe/Bucharest", Map.of("monday", "09:00-12:00, 13:00-15:00"), "RO", null));
        // One hour until noon in Bucharest, two after it, and one on the next Monday.
        RequestRaised under = raisedUnder(1);
        assertThat(under.dueAt()).isEqualTo("2026-03-09T08:00:00Z");
        publish(2, NOW.plus(Duration.ofDays(1)), new PublishedCharter.Ola(30, 60), null);
        publish(3, NOW, null, null);
        assertThat(raisedUnder(3).dueAt()).isEqualTo(NOW.plus(Duration.ofHours(24)));

        assertThat(nextAt(silence)).isEqualTo(nextAt);
        assertThat(nextAt("/api/v1/cases/" + under.caseId() + "/silence")).isEqualTo("2026-03-02T12:00:00Z");
    }

    private static String nextAt(String silence) {
        return service.as("anna", "auditor")
                .get(silence, "Redress-At-Least", "routing=2")
                .json()
                .at("/waits/0/nextAt")
                .asString();
    }

    /** Complains until the version has come round. */
    private static RequestRaised raisedUnder(int version) {
        return Objects.requireNonNull(await().atMost(Duration.ofSeconds(30))
                .until(CharterDatesServiceTest::raised, it -> Objects.equals(it.charterVersion(), version)));
    }

    private static RequestRaised raised() {
        var given = new ToldCase(() -> service, NOW);
        given.complain("overcharge");
        return given.told("redress.requests.finance.v1", RequestRaised.class);
    }

    private static void publish(
            int version,
            Instant from,
            PublishedCharter.@Nullable Ola ola,
            PublishedCharter.@Nullable Calendar calendar) {
        PublishedCharter charter =
                new PublishedCharter(List.of(), List.of(), ola, calendar, null, null, null, null, null);
        tell(
                Topics.CHARTERS,
                "charters",
                FINANCE.value(),
                version,
                new CharterPublished(FINANCE, version, from, charter, null, NOW));
    }

    private static void tell(String topic, String stream, String key, long seq, CaseEvent event) {
        service.publish(topic, stream, key, seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
