package io.redress.routing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.contracts.Topics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silence and absence in the whole service, in a time of its own. */
class SilenceServiceTest {
    /** A Monday morning; the office opens at seven and closes at fifteen by UTC. */
    private static final Instant MONDAY = Instant.parse("2026-06-08T09:00:00Z");

    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final String OF_FINANCE = "redress.requests.finance.v1";

    @TempDir
    static Path folder;

    private static ControllableTime time = new ControllableTime(MONDAY);
    private static RunningService service;

    private final ToldCase given = new ToldCase(() -> service, () -> time.instant());
    private final CaseId caseId = given.id();
    private final RequestId request = RequestId.of(caseId, 1);
    private final String silence = "/api/v1/cases/" + caseId + "/silence";

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("departments.yaml"), declared());
        service = running();
    }

    private static RunningService running() {
        return RunningService.start(
                RoutingApplication.class,
                "routing-service",
                folder.resolve("stores"),
                time,
                Map.of("redress.routing.departments", "file:" + folder.resolve("departments.yaml")));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R65", "R69", "R124"})
    void silence_is_reminded_goes_to_the_deputy_and_upward_over_a_restart_and_moves_the_date() {
        Instant begin = nextMonday();
        given.complain("overcharge");
        RequestRaised raised = given.told(OF_FINANCE, RequestRaised.class);
        assertThat(raised.dueAt()).isEqualTo(begin.plus(Duration.ofDays(1)));
        Answer asked = service.as("alina", "department:finance").get(silence, "Redress-At-Least", "routing=2");
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.header("ETag")).isNotEmpty();
        assertThat(asked.json().at("/waits/0/stage").asString()).isEqualTo("asked");
        assertThat(asked.json().at("/waits/0/nextAt").asString())
                .isEqualTo(begin.plus(Duration.ofHours(4)).toString());

        time.advance(Duration.ofHours(4));
        WaitReminded reminded = given.told(OF_FINANCE, WaitReminded.class);
        assertThat(reminded.waitId()).isEqualTo(request.value());
        assertThat(reminded.limit()).isEqualTo(begin.plus(Duration.ofHours(4)));
        assertThat(given.told(Topics.ROUTING, WaitReminded.class)).isEqualTo(reminded);

        service.close();
        time.advance(Duration.ofHours(2));
        service = running();
        WaitEscalated deputy = given.told(Topics.ROUTING, WaitEscalated.class);
        assertThat(deputy.level()).isEqualTo(WaitEscalated.Level.DEPUTY);
        assertThat(deputy.to()).isEqualTo(Party.consultant("silvia"));

        time.advance(Duration.ofHours(16).plusMinutes(30));
        assertThat(service.as("anna", "auditor")
                        .get(silence)
                        .json()
                        .at("/waits/0/stage")
                        .asString())
                .isEqualTo("deputy-asked");
        time.advance(Duration.ofMinutes(30));
        DateReestimated moved = given.told(Topics.ROUTING, DateReestimated.class);
        assertThat(moved.from()).isEqualTo(raised.dueAt());
        assertThat(moved.to()).isEqualTo(begin.plus(Duration.ofHours(47)));
        var ofSenior = given.told("redress.requests.senior-management.v1", WaitEscalated.class);
        assertThat(ofSenior.level()).isEqualTo(WaitEscalated.Level.SUPERIOR);
        Answer all = service.as("anna", "auditor").get(silence);
        assertThat(all.json().at("/waits/0/stage").asString()).isEqualTo("superior-asked");
        assertThat(all.json().at("/waits/0/nextAt").isMissingNode()
                        || all.json().at("/waits/0/nextAt").isNull())
                .isTrue();
        assertThat(all.json().at("/promised").asString()).isEqualTo(moved.to().toString());
        assertThat(all.json().at("/reestimates").asInt()).isEqualTo(1);
    }

    @Test
    @Behaviour("R65")
    void a_report_of_progress_breaks_the_silence() {
        Instant begin = nextMonday();
        given.complain("overcharge");
        given.told(OF_FINANCE, RequestRaised.class);
        time.advance(Duration.ofHours(3));
        given.publish(
                Topics.DEPARTMENTS,
                "departments",
                1,
                new ProgressReported(caseId, request, FINANCE, "We have found it.", "Silvia", begin));

        Answer heard = service.as("anna", "supervisor").get(silence, "Redress-At-Least", "departments=1");
        assertThat(heard.json().at("/waits/0/since").asString())
                .isEqualTo(begin.plus(Duration.ofHours(3)).toString());
        assertThat(heard.json().at("/waits/0/nextAt").asString())
                .isEqualTo(begin.plus(Duration.ofHours(23)).toString());
    }

    @Test
    @Behaviour("R65")
    void whoever_is_away_has_a_deputy_who_is_asked_at_once_about_old_waits_and_new_ones() {
        Instant begin = nextMonday();
        given.complain("overcharge");
        given.told(OF_FINANCE, RequestRaised.class);
        String body = absence("department:finance", begin, begin.plus(Duration.ofDays(3)), "consultant:silvia");

        Answer noted = service.as("boss", "supervisor").post("/api/v1/absences", body, "Idempotency-Key", "k" + begin);
        assertThat(noted.status()).isEqualTo(201);
        String address = noted.header("Location");
        assertThat(given.told(OF_FINANCE, WaitEscalated.class).to()).isEqualTo(Party.consultant("silvia"));
        Answer again = service.as("boss", "supervisor").post("/api/v1/absences", body, "Idempotency-Key", "k" + begin);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(address);

        Answer seen = service.as("alina", "department:finance").get(address);
        assertThat(seen.json().path("reason").asString()).isEqualTo("On holiday.");
        Answer others = service.as("luiza", "department:logistics").get("/api/v1/absences?limit=5");
        assertThat(others.json().at("/absences/0/party").asString()).isEqualTo("department:finance");
        assertThat(others.json().at("/absences/0").has("reason")).isFalse();

        assertThat(service.as("luiza", "department:logistics")
                        .post(address + "/end", "", "If-Match", seen.header("ETag"))
                        .problem())
                .isEqualTo("forbidden");
        assertThat(service.as("boss", "supervisor").post(address + "/end", "").status())
                .isEqualTo(428);
        Answer ended = service.as("boss", "supervisor").post(address + "/end", "", "If-Match", seen.header("ETag"));
        assertThat(ended.status()).isEqualTo(200);
        assertThat(service.as("boss", "supervisor")
                        .post(address + "/end", "", "If-Match", seen.header("ETag"))
                        .status())
                .isEqualTo(412);
        assertThat(service.as("boss", "supervisor")
                        .get("/api/v1/absences")
                        .json()
                        .path("absences"))
                .isEmpty();
        assertThat(service.as("boss", "supervisor")
                        .get("/api/v1/absences?state=past")
                        .json()
                        .path("absences"))
                .isNotEmpty();
    }

    @Test
    void an_absence_ends_by_itself() {
        Instant begin = nextMonday();
        String body = absence("consultant:maria", begin, begin.plus(Duration.ofHours(1)), "department:front-desk");
        String address = service.as("maria", "consultant")
                .post("/api/v1/absences", body, "Idempotency-Key", "maria" + begin)
                .header("Location");
        time.advance(Duration.ofHours(1));

        Awaitility.await()
                .untilAsserted(() -> assertThat(service.as("maria", "consultant")
                                .get(address)
                                .json()
                                .path("endedAt")
                                .asString())
                        .isEqualTo(begin.plus(Duration.ofHours(1)).toString()));
    }

    @Test
    void what_is_wrong_with_an_absence_is_told_all_at_once_and_nobody_speaks_for_others() {
        Instant begin = nextMonday();
        String wrong = "{\"party\":\"somebody\",\"deputy\":\"department:board\",\"from\":\"%s\",\"until\":\"%s\"}"
                .formatted(begin, begin);
        Answer refused = service.as("boss", "supervisor").post("/api/v1/absences", wrong, "Idempotency-Key", "w1");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").toString()).contains("/party", "/until");

        String unknown = absence("department:board", begin, begin.plus(Duration.ofDays(1)), "consultant:silvia");
        assertThat(service.as("boss", "supervisor")
                        .post("/api/v1/absences", unknown, "Idempotency-Key", "w2")
                        .json()
                        .path("errors")
                        .toString())
                .contains("/party");
        String foreign = absence("consultant:andrei", begin, begin.plus(Duration.ofDays(1)), "consultant:silvia");
        assertThat(service.as("maria", "consultant")
                        .post("/api/v1/absences", foreign, "Idempotency-Key", "w3")
                        .problem())
                .isEqualTo("forbidden");
        assertThat(service.as("maria", "consultant")
                        .post("/api/v1/absences", foreign)
                        .status())
                .isEqualTo(400);
        assertThat(service.as("maria", "consultant")
                        .get("/api/v1/absences/nonsense")
                        .problem())
                .isEqualTo("not-found");
    }

    @Test
    void silence_is_seen_by_those_who_work_on_the_case() {
        nextMonday();
        given.complain("overcharge");
        given.told(OF_FINANCE, RequestRaised.class);

        assertThat(service.as("luiza", "department:logistics").get(silence).problem())
                .isEqualTo("not-found");
        assertThat(service.as("webshop", "frontline").get(silence).problem()).isEqualTo("forbidden");
    }

    private static String absence(String party, Instant from, Instant until, String deputy) {
        return "{\"party\":\"%s\",\"from\":\"%s\",\"until\":\"%s\",\"deputy\":\"%s\",\"reason\":\"On holiday.\"}"
                .formatted(party, from, until, deputy);
    }

    /** Each test begins on a Monday of its own, after all that the others have left open. */
    private static Instant nextMonday() {
        Instant now = time.instant();
        long weeks = Duration.between(MONDAY, now).toDays() / 7 + 1;
        Instant next = now.equals(MONDAY) ? MONDAY : MONDAY.plus(Duration.ofDays(7 * weeks));
        time.advance(Duration.between(now, next));
        return next;
    }

    private static String declared() throws IOException {
        try (InputStream shipped = SilenceServiceTest.class.getResourceAsStream("/departments.yaml")) {
            String text = new String(Objects.requireNonNull(shipped).readAllBytes(), UTF_8);
            String finance = "handles: [invoice, payment, overcharge, refund, payment-plan]\n";
            assertThat(text).contains(finance);
            return text.replaceFirst(
                            "(?s)" + java.util.regex.Pattern.quote(finance) + "(.*?)answerHours: 24",
                            finance + "$1presence: {calendar: office, deputy: 'consultant:silvia'}\n    answerHours: 8")
                    + """

                    calendars:
                      office:
                        zone: Etc/UTC
                        hours:
                          monday: 07:00-15:00
                          tuesday: 07:00-15:00
                          wednesday: 07:00-15:00
                          thursday: 07:00-15:00
                          friday: 07:00-10:00, 11:00-15:00
                        holidays: RO
                        closed: [2027-12-24]
                    """;
        }
    }
}
