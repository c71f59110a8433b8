package io.redress.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.CommitmentEvent.CommitmentCorrected;
import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMade;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.CommitmentEvent.Verdict;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Promises of departments on a real broker and the embedded store. */
class CommitmentServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    static Path folder;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final RequestId requestId = RequestId.of(caseId, 1);

    @BeforeAll
    static void start() {
        service = RunningService.start(
                DepartmentApplication.class,
                "department-service",
                folder,
                Clock.systemUTC(),
                Map.of(
                        "redress.department.remember-for", "1ms",
                        "redress.department.commitments.judge-every", "100ms",
                        "redress.department.commitments.measure-every", "200ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R80", "R127", "R128", "R129", "R130", "R131"})
    void a_promise_is_judged_letter_by_letter_and_what_is_none_is_refused_with_all_reasons() {
        raise("tailors", requestId, NOW, null);
        HttpTalk tailors = of("tailors");

        Answer nothing = tailors.post(path("tailors", ""), "{}", "Idempotency-Key", "c1");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.pointers())
                .containsExactly("/by", "/quantity", "/unit", "/acceptance", "/dueAt", "/zone", "/need");
        Answer noNeed = make("tailors", "c1", promise(in(5)).replace("overcharge", "world peace"));
        assertThat(noNeed.pointers()).containsExactly("/need");
        assertThat(tailors.post(path("tailors", ""), promise(in(5))).status()).isEqualTo(400);

        Answer made = make("tailors", "c1", promise(in(5)));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Redress-Position")).isEqualTo("departments=3");
        JsonNode commitment = made.json().path("commitment");
        assertThat(commitment.path("state").asString()).isEqualTo("to-keep");
        assertThat(commitment.path("letters")).hasSize(5);
        assertThat(commitment.at("/letters/1/verdict").asString()).isEqualTo("UNKNOWN");
        assertThat(commitment.at("/used/comparables").asInt()).isZero();
        assertThat(commitment.path("used").has("medianSeconds")).isFalse();

        Answer again = make("tailors", "c1", promise(in(5)));
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(make("tailors", "c1", promise(in(6))).problem()).isEqualTo("idempotency-key-reused");
        Answer second = make("tailors", "c2", promise(in(6)));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("already-committed");
        CommitmentMade told = told(CommitmentMade.class);
        assertThat(told.need()).isEqualTo("overcharge");
        assertThat(told.zone()).isEqualTo("Europe/Rome");
    }

    @Test
    @Behaviour({"R128", "R129"})
    void before_it_is_made_a_promise_can_be_compared_with_finished_work() {
        finish("smiths", 12, Duration.ofHours(10));
        raise("smiths", requestId, Instant.now(), null);

        Answer padded = check("smiths", promise(in(24 * 9)));
        assertThat(padded.status()).isEqualTo(200);
        assertThat(padded.json().path("mayBeMade").asBoolean()).isTrue();
        assertThat(padded.json().at("/used/comparables").asInt()).isEqualTo(12);
        assertThat(padded.json().at("/used/medianSeconds").asLong()).isBetween(36_000L, 36_120L);
        assertThat(padded.json().at("/letters/1/verdict").asString()).isEqualTo("UNMET");
        assertThat(padded.json().at("/letters/2/verdict").asString()).isEqualTo("MET");
        Answer tooShort = check("smiths", promise(in(2)));
        assertThat(tooShort.json().at("/letters/1/verdict").asString()).isEqualTo("MET");
        assertThat(tooShort.json().at("/letters/2/verdict").asString()).isEqualTo("UNMET");
        Answer nothing = check("smiths", "{}");
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.json().path("mayBeMade").asBoolean()).isFalse();
        assertThat(service.as("anna", "auditor")
                        .get("/api/v1/cases/" + caseId + "/commitments")
                        .json()
                        .path("commitments"))
                .isEmpty();
    }

    @Test
    void what_others_have_promised_does_not_exist_for_who_has_no_part_in_the_case() {
        raise("weavers", requestId, NOW, null);
        make("weavers", "c1", promise(in(5)));
        String all = "/api/v1/cases/" + caseId + "/commitments";

        HttpTalk foreign = of("strangers");
        assertThat(foreign.get(all).status()).isEqualTo(404);
        assertThat(foreign.post(path("weavers", ""), promise(in(5)), "Idempotency-Key", "k")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.post(path("strangers", ""), promise(in(5)), "Idempotency-Key", "k")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.post(path("weavers", ":check"), "{}").status()).isEqualTo(404);
        assertThat(foreign.get("/api/v1/departments/weavers/commitments:summary")
                        .status())
                .isEqualTo(404);
        assertThat(foreign.post(path("weavers", "/commitment-1:correct"), correction(in(9)), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(404);
        assertThat(service.as("eve", "frontline").get(all).status()).isEqualTo(403);
        assertThat(of("weavers")
                        .get(all)
                        .json()
                        .at("/commitments/0/commitmentId")
                        .asString())
                .isEqualTo("commitment-1");
        assertThat(of("weavers")
                        .post(path("weavers", "/commitment-9:correct"), correction(in(9)), "If-Match", "\"2\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Behaviour("R133")
    void a_correction_is_open_and_keeps_what_was_promised_first() {
        raise("potters", requestId, NOW, null);
        Answer made = make("potters", "c1", promise(in(5)));
        String path = path("potters", "/commitment-1:correct");
        HttpTalk potters = of("potters");

        assertThat(potters.post(path, correction(in(9))).status()).isEqualTo(428);
        assertThat(potters.post(path, correction(in(9)), "If-Match", "\"1\"").status())
                .isEqualTo(412);
        assertThat(potters.post(path, "{\"dimension\": \"TIME\"}", "If-Match", made.header("ETag"))
                        .pointers())
                .containsExactly("/by", "/reason", "/dueAt");
        assertThat(potters.post(path, correction(NOW.minusSeconds(9)), "If-Match", made.header("ETag"))
                        .pointers())
                .containsExactly("/dueAt");
        Answer corrected = potters.post(path, correction(in(9)), "If-Match", made.header("ETag"));

        assertThat(corrected.status()).isEqualTo(200);
        JsonNode commitment = corrected.json().path("commitment");
        assertThat(commitment.path("dueAt").asString()).isEqualTo(in(9).toString());
        assertThat(commitment.at("/original/dueAt").asString()).isEqualTo(in(5).toString());
        assertThat(commitment.at("/corrections/0/reason").asString()).isEqualTo("The supplier is late.");
        assertThat(told(CommitmentCorrected.class).previousDueAt()).isEqualTo(in(5));
    }

    @Test
    @Behaviour("R139")
    void a_missed_date_is_told_in_that_instant_and_not_healed_by_a_later_one() {
        raise("masons", requestId, NOW, null);
        Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MILLIS);
        assertThat(make("masons", "c1", promise(soon)).status()).isEqualTo(201);

        CommitmentMissed missed = told(CommitmentMissed.class);
        assertThat(missed.part()).isEqualTo(Part.ORIGINAL);
        assertThat(missed.missedAt()).isEqualTo(soon);
        HttpTalk masons = of("masons");
        Answer seen = masons.get("/api/v1/cases/" + caseId + "/commitments");
        assertThat(seen.json().at("/commitments/0/state").asString()).isEqualTo("late");
        Answer corrected = masons.post(
                path("masons", "/commitment-1:correct"), correction(in(9)), "If-Match", seen.header("ETag"));
        assertThat(corrected.status()).isEqualTo(200);
        answer("masons", requestId, "");

        CommitmentKept kept = told(CommitmentKept.class);
        assertThat(kept.asFirstPromised()).isFalse();
        JsonNode summary =
                masons.get("/api/v1/departments/masons/commitments:summary").json();
        assertThat(summary.at("/original/kept").asInt()).isZero();
        assertThat(summary.at("/latest/kept").asInt()).isEqualTo(1);
        assertThat(summary.path("late").asInt()).isEqualTo(1);
        assertThat(summary.has("paddingIndex")).isFalse();
    }

    @Test
    @Behaviour({"R57", "R127", "R139"})
    void a_departments_own_system_promises_over_its_topic_and_is_judged_a_moment_later() {
        raise("printers", requestId, NOW, null);
        send(new DepartmentReply.Commitment(
                "c1",
                requestId,
                new DepartmentCode("printers"),
                "press",
                "3",
                "leaflets",
                "All are readable.",
                in(5),
                "Europe/Rome",
                "overcharge"));

        assertThat(told(CommitmentJudged.class).letters())
                .extracting(it -> it.verdict())
                .containsExactly(Verdict.MET, Verdict.UNKNOWN, Verdict.UNKNOWN, Verdict.MET, Verdict.MET);
        send(new DepartmentReply.Answer(
                "a1", requestId, new DepartmentCode("printers"), "press", true, "Two.", null, null, null, "2"));
        assertThat(told(CommitmentMissed.class).part()).isEqualTo(Part.FULL);
    }

    @Test
    void what_is_no_commitment_goes_to_the_dead_letters_with_the_reason() {
        raise("bakers", requestId, NOW, null);
        send(new DepartmentReply.Commitment(
                "c1",
                requestId,
                new DepartmentCode("bakers"),
                "oven",
                "3",
                "loaves",
                "They are warm.",
                in(5),
                "Europe/Rome",
                "world peace"));

        var refused = service.await(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId.value(), 1);
        assertThat(RunningService.headers(refused.getFirst()).get("redress_refusal_code"))
                .isEqualTo("no-commitment");
    }

    @Test
    @Behaviour("R132")
    void margins_that_departments_add_to_each_other_are_found_and_the_honest_date_is_proposed() {
        finish("painters", 10, Duration.ofHours(4));
        finish("carpenters", 10, Duration.ofHours(4));
        Instant begin = Instant.now();
        RequestId help = RequestId.of(caseId, 2);
        raise("carpenters", requestId, begin, null);
        raise("painters", help, begin, requestId);
        String child = "/api/v1/departments/painters/requests/" + help + "/commitments";
        assertThat(of("painters")
                        .post(child, promise(in(24)), "Idempotency-Key", "c1")
                        .status())
                .isEqualTo(201);

        Answer both = make("carpenters", "c1", promise(in(48)));

        JsonNode chain = both.json().at("/chains/0");
        assertThat(chain.path("stacked").asBoolean()).isTrue();
        assertThat(chain.at("/requests/0").asString()).isEqualTo(help.value());
        Instant honest = Instant.parse(chain.path("honest").asString());
        assertThat(honest).isBetween(begin.plus(Duration.ofHours(7)), begin.plus(Duration.ofHours(9)));
        MarginsStacked told = told(MarginsStacked.class);
        assertThat(told.requests()).containsExactly(help, requestId);
        assertThat(told.foundPercent()).isGreaterThan(told.marginPercent());
        assertThat(service.as("carla", "consultant")
                        .get("/api/v1/cases/" + caseId + "/commitments")
                        .json()
                        .at("/chains/0/stacked")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Behaviour({"R132", "R139"})
    void a_department_that_is_always_early_shows_its_padding() {
        for (int i = 0; i < 10; i++) {
            RequestId request = RequestId.of(new CaseId(UUID.randomUUID().toString()), 1);
            raise("glaziers", request, NOW, null);
            assertThat(of("glaziers")
                            .post(
                                    "/api/v1/departments/glaziers/requests/" + request + "/commitments",
                                    promise(in(50)),
                                    "Idempotency-Key",
                                    "c1")
                            .status())
                    .isEqualTo(201);
            answer("glaziers", request, "");
        }

        JsonNode summary = service.as("sam", "supervisor")
                .get("/api/v1/departments/glaziers/commitments:summary")
                .json();
        assertThat(summary.path("early").asInt()).isEqualTo(10);
        assertThat(summary.path("paddingIndex").asDouble()).isGreaterThan(0.9);
        assertThat(summary.at("/original/share").asDouble()).isEqualTo(1.0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(service.meters())
                        .contains("redress_padding_index{department=\"glaziers\"}")
                        .contains("redress_otif_ratio{against=\"original\",department=\"glaziers\"} 1.0"));
    }

    private static HttpTalk of(String department) {
        return service.as("silvia", "department:" + department);
    }

    private static Instant in(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }

    private String path(String department, String rest) {
        return "/api/v1/departments/" + department + "/requests/" + requestId + "/commitments" + rest;
    }

    private Answer make(String department, String key, String json) {
        return of(department).post(path(department, ""), json, "Idempotency-Key", key);
    }

    private Answer check(String department, String json) {
        return of(department).post(path(department, ":check"), json.replace("\"by\": \"Silvia\",", ""));
    }

    private static String promise(Instant dueAt) {
        return """
                {"by": "Silvia", "quantity": "2", "unit": "invoices", "acceptance": "Both agree.",
                 "dueAt": "%s", "zone": "Europe/Rome", "need": "overcharge"}""".formatted(dueAt);
    }

    private static String correction(Instant dueAt) {
        return """
                {"by": "Silvia", "dimension": "TIME", "reason": "The supplier is late.", "dueAt": "%s"}""".formatted(dueAt);
    }

    /** Raises requests that began a while ago, and answers them now. */
    private static void finish(String department, int many, Duration took) {
        for (int i = 0; i < many; i++) {
            RequestId request = RequestId.of(new CaseId(UUID.randomUUID().toString()), 1);
            raise(department, request, Instant.now().minus(took), null);
            answer(department, request, "");
        }
    }

    private static void answer(String department, RequestId request, String more) {
        Answer answered = of(department)
                .post(
                        "/api/v1/departments/" + department + "/requests/" + request + "/replies",
                        "{\"type\": \"answer\", \"by\": \"Silvia\", \"done\": true, \"findings\": \"Found.\"" + more
                                + "}",
                        "Idempotency-Key",
                        "a1");
        assertThat(answered.status()).isEqualTo(201);
    }

    private static void raise(String department, RequestId request, Instant at, @Nullable RequestId parent) {
        RequestRaised raised = new RequestRaised(
                request.caseId(),
                request,
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                at,
                NOW.plus(Duration.ofDays(3)),
                parent,
                null,
                null);
        service.publish(
                Topics.ROUTING,
                "routing",
                request.caseId().value(),
                Long.parseLong(request.value().substring(request.value().lastIndexOf('r') + 1)),
                EventTypes.wireName(RequestRaised.class),
                Wire.write(raised));
        await().atMost(PATIENCE)
                .until(() -> of(department)
                                .get("/api/v1/departments/" + department + "/requests/" + request)
                                .status()
                        == 200);
    }

    private void send(DepartmentReply reply) {
        service.send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, caseId.value(), Wire.write(reply)));
    }

    private <T> T told(Class<T> type) {
        String name = EventTypes.wireName(type);
        return type.cast(Wire.read(
                name,
                service.await(Topics.DEPARTMENTS, caseId.value(), 1, name)
                        .getFirst()
                        .value()));
    }
}
