package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.LiveStream;
import io.redress.chassis.testing.LiveStream.Event;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A worklist as it changes, read by clients over HTTP. */
class LiveWorklistServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode PROMPT = new DepartmentCode("prompt");
    private static final int MOST_STREAMS = 3;

    @TempDir
    static Path folder;

    private static RunningService service;

    private final AskedCase given = new AskedCase(() -> service, NOW);
    private final RequestId r1 = given.request(1);
    private final RequestId r2 = given.request(2);

    @BeforeAll
    static void start() throws IOException {
        Path charters = Files.writeString(folder.resolve("charters.yaml"), """
                charters:
                  - department: prompt
                    ola: {firstAnswerMinutes: 60, resolutionMinutes: 300}
                """);
        service = RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder.resolve("stores"),
                new ControllableTime(NOW),
                Map.of(
                        "redress.department.charters",
                        charters.toUri().toString(),
                        "redress.department.live.most-streams",
                        Integer.toString(MOST_STREAMS),
                        "redress.department.live.look-every",
                        "200ms",
                        "redress.department.live.heartbeat-every",
                        "100ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour("R72")
    void a_reader_sees_the_page_and_then_each_entry_that_changes_and_goes_on_where_it_was() throws Exception {
        DepartmentCode code = anyDepartment();
        given.route(FINANCE);
        given.raise(r1, code, null);
        given.awaitOpen(r1, code);
        String lastId;
        try (LiveStream live = follow(code, "")) {
            assertThat(live.status()).isEqualTo(200);
            await().untilAsserted(() -> assertThat(live.events()).hasSize(1));
            Event page = live.events().getFirst();
            assertThat(page.name()).isEqualTo("page");
            assertThat(json(page).at("/items/0/requestId").asString()).isEqualTo(r1.value());

            given.raise(r2, code, null);
            await().untilAsserted(() -> assertThat(live.events()).hasSize(2));
            assertThat(live.events().getLast().name()).isEqualTo("entry-changed");
            assertThat(json(live.events().getLast()).path("requestId").asString())
                    .isEqualTo(r2.value());
            await().until(live::hasHeartbeat);
            lastId = live.events().getLast().id();
        }
        given.answer(r1, code, "a1");
        try (LiveStream again = follow(code, lastId)) {
            await().untilAsserted(() -> assertThat(again.events()).hasSize(1));
            Event gone = again.events().getFirst();
            assertThat(gone.name()).isEqualTo("entry-gone");
            assertThat(json(gone).path("requestId").asString()).isEqualTo(r1.value());
        }
        try (LiveStream unknown = follow(code, "17")) {
            await().untilAsserted(() ->
                    assertThat(unknown.events()).extracting(Event::name).containsExactly("page"));
            assertThat(json(unknown.events().getFirst()).path("items")).hasSize(1);
        }
    }

    @Test
    @Behaviour("R72")
    void an_entry_says_when_the_work_must_begin_and_how_much_time_is_left_until_then() {
        given.route(FINANCE);
        given.raise(r1, PROMPT, null);
        given.awaitOpen(r1, PROMPT);
        String worklist = "/api/v1/departments/prompt/worklist";

        JsonNode entry = given.department(PROMPT).get(worklist).json().at("/items/0");
        assertThat(entry.path("requestId").asString()).isEqualTo(r1.value());
        // Due in a day, and the work takes the four hours between the first answer and the solution.
        assertThat(entry.path("latestStart").asString()).isEqualTo("2026-03-03T05:00:00Z");
        assertThat(entry.path("slackSeconds").asLong()).isEqualTo(20 * 3600);

        given.reply(r1, PROMPT, "p1", "{\"type\": \"progress\", \"by\": \"Silvia\", \"note\": \"Half of it.\"}");
        assertThat(given.department(PROMPT)
                        .get(worklist)
                        .json()
                        .at("/items/0/latestStart")
                        .asString())
                .isEqualTo("2026-03-03T07:00:00Z");
    }

    @Test
    void only_so_many_follow_at_one_time_and_who_leaves_makes_room() throws Exception {
        DepartmentCode code = anyDepartment();
        List<LiveStream> all = List.of(follow(code, ""), follow(code, ""), follow(code, ""));
        assertThat(all)
                .hasSize(MOST_STREAMS)
                .allSatisfy(it -> assertThat(it.status()).isEqualTo(200));
        HttpTalk own = given.department(code);
        HttpTalk.Answer refused = own.get(worklist(code), "Accept", "text/event-stream");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        assertThat(own.get(worklist(code)).status()).isEqualTo(200);

        all.forEach(LiveStream::close);
        await().untilAsserted(() -> {
            try (LiveStream room = follow(code, "")) {
                assertThat(room.status()).isEqualTo(200);
            }
        });
    }

    @Test
    void bad_input_and_strangers_get_what_they_deserve() {
        DepartmentCode code = anyDepartment();
        HttpTalk own = given.department(code);
        String stream = "text/event-stream";
        assertThat(given.department(FINANCE)
                        .get(worklist(code), "Accept", stream)
                        .problem())
                .isEqualTo("not-found");
        assertThat(service.as("app", "frontline")
                        .get(worklist(code), "Accept", stream)
                        .problem())
                .isEqualTo("forbidden");
        assertThat(own.get(worklist(code) + "?cursor=x&limit=0&state=lost", "Accept", stream)
                        .pointers())
                .containsExactlyInAnyOrder("/cursor", "/limit", "/state");
    }

    private LiveStream follow(DepartmentCode code, String lastEventId) throws IOException, InterruptedException {
        return new LiveStream(given.department(code), worklist(code), lastEventId);
    }

    private static String worklist(DepartmentCode code) {
        return "/api/v1/departments/" + code + "/worklist";
    }

    private static DepartmentCode anyDepartment() {
        return new DepartmentCode("d" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "x");
    }

    private static JsonNode json(Event event) {
        return JsonMapper.shared().readTree(event.data());
    }
}
