package io.redress.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What everybody may see, from events and over HTTP. */
class PublicExposureServiceTest {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode PR = new DepartmentCode("marketing-pr");
    private static final Owner ANDREI = new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk"));
    private static final Customer CUSTOMER = new Customer("C-1042", Customer.Tier.STANDARD);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant SAID = NOW.minusSeconds(60);

    @TempDir
    static Path stores;

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(AnalyticsApplication.class, "analytics-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R55")
    void
            which_cases_are_public_how_long_without_an_answer_and_what_was_prevented_stands_in_lists_numbers_and_metrics() {
        CaseId hidden = aCase(false);
        CaseId open = aCase(true);
        CaseId answered = aCase(true);
        publish(Topics.RESOLUTIONS, "resolutions", contested(answered), 1);
        publish(Topics.RESOLUTIONS, "resolutions", released(answered, Channel.PRIVATE), 2);
        publish(Topics.RESOLUTIONS, "resolutions", released(answered, Channel.PUBLIC), 3);

        await().untilAsserted(() -> assertThat(ids("answered")).containsExactly(answered.value()));
        await().untilAsserted(() -> assertThat(ids("unanswered")).containsExactly(open.value()));
        assertThat(ids("ended")).isEmpty();
        JsonNode waiting = pr().get("/api/v1/public-cases").json().at("/cases/0");
        assertThat(waiting.path("channel").asString()).isEqualTo("social");
        assertThat(waiting.path("publicSince").asString()).isEqualTo(SAID.toString());
        assertThat(waiting.path("silentSeconds").asLong()).isGreaterThanOrEqualTo(60);
        assertThat(waiting.has("answeredAt")).isFalse();

        JsonNode weeks = pr().get("/api/v1/public-cases:summary?weeks=2").json().path("weeks");
        assertThat(weeks.size()).isEqualTo(1);
        assertThat(weeks.at("/0/complete").asBoolean()).isTrue();
        JsonNode social = weeks.at("/0/channels/0");
        assertThat(social.path("channel").asString()).isEqualTo("social");
        assertThat(social.path("cases").asInt()).isEqualTo(2);
        assertThat(social.path("unanswered").asInt()).isEqualTo(1);
        assertThat(social.path("answered").asInt()).isEqualTo(1);
        assertThat(social.path("contradictionsPrevented").asInt()).isEqualTo(1);
        assertThat(social.path("averageSilenceSeconds").asLong()).isGreaterThanOrEqualTo(30);
        assertThat(service.meters())
                .contains("redress_public_cases_total{")
                .contains("channel=\"social\"")
                .contains("redress_public_silence_seconds_count{")
                .contains("redress_public_contradictions_prevented_total{")
                .doesNotContain(hidden.value());
    }

    @Test
    void only_those_who_answer_in_public_and_those_who_watch_over_it_read_it() {
        for (String address : List.of("/api/v1/public-cases", "/api/v1/public-cases:summary")) {
            assertThat(service.as("silvia", "department:finance").get(address).status())
                    .isEqualTo(403);
            assertThat(service.as("vera", "supervisor").get(address).status()).isEqualTo(200);
        }
        assertThat(pr().get("/api/v1/public-cases?state=secret").pointers()).containsExactly("/state");
        assertThat(pr().get("/api/v1/public-cases:summary?weeks=27").pointers()).containsExactly("/weeks");
        assertThat(pr().get("/api/v1/public-cases?cursor=x").status()).isEqualTo(400);
    }

    private static HttpTalk pr() {
        return service.as("paula", "department:marketing-pr");
    }

    private static List<String> ids(String state) {
        Answer seen = pr().get("/api/v1/public-cases?state=" + state);
        assertThat(seen.status()).as(seen.body()).isEqualTo(200);
        return seen.json()
                .path("cases")
                .valueStream()
                .map(it -> it.path("caseId").asString())
                .toList();
    }

    private static CaseId aCase(boolean isPublic) {
        CaseId id = new CaseId(UUID.randomUUID().toString());
        publish(
                Topics.COMPLAINTS,
                "intake",
                new ComplaintReceived(
                        id, null, "webshop", CUSTOMER, "social", "en", "Twice!", ANDREI, SAID, null, null, null, null,
                        null, null),
                1);
        publish(
                Topics.ROUTING,
                "routing",
                new CaseRouted(
                        id,
                        "overcharge",
                        Cause.SERVICE_FAILURE,
                        FINANCE,
                        List.of(),
                        ANDREI,
                        CUSTOMER,
                        "webshop",
                        "en",
                        "overcharge-to-finance",
                        NOW,
                        NOW,
                        "1",
                        new Facts(
                                List.of(new Problem("overcharge", Cause.SERVICE_FAILURE)),
                                Customer.Tier.STANDARD,
                                isPublic,
                                false,
                                false,
                                "BOTH",
                                null,
                                null),
                        List.of(),
                        null,
                        null,
                        SAID),
                1);
        return id;
    }

    private static ClaimContested contested(CaseId id) {
        return new ClaimContested(
                id, "refund.amount", "c2", "10 EUR", FINANCE, "silvia", "c1", "20 EUR", PR, NOW, null, null);
    }

    private static StatementReleased released(CaseId id, Channel channel) {
        return new StatementReleased(id, "s-" + channel, channel, "We look into it.", List.of(), PR, "paula", NOW);
    }

    private static void publish(String topic, String stream, CaseEvent event, long seq) {
        service.publish(
                topic, stream, event.caseId().value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
