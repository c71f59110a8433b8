package io.redress.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Claim;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.CooperationEvent.CorrectionAcknowledged;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facts and statements over HTTP and Kafka, on the embedded store. */
class ClaimServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode PR = new DepartmentCode("marketing-pr");
    private static final String FRIDAY = "{\"key\": \"delivery.date\", \"value\": \"27 November\"}";
    private static final String TUESDAY =
            "{\"key\": \"Delivery Date\", \"value\": \"1 December\", \"evidence\": \"Mail of the carrier.\"}";
    private static final String CHANGE = "{\"value\": \"1 December\", \"reason\": \"The carrier has moved the tour.\"}";

    private static final String EMPTY = "";

    @TempDir
    static Path stores;

    private static RunningService service;

    private final CaseId caseId = new CaseId(UUID.randomUUID().toString());
    private final String claims = "/api/v1/cases/" + caseId + "/claims";
    private final String statements = "/api/v1/cases/" + caseId + "/statements";

    @BeforeAll
    static void start() {
        service = RunningService.start(ResolutionApplication.class, "resolution-service", stores);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void route() {
        List<Involvement> involvements = Stream.of(FINANCE, LOGISTICS, PR)
                .map(it -> new Involvement(it, RequestId.of(caseId, number(it)), RequestKind.SOLUTION, "handles it"))
                .toList();
        publish(
                Topics.ROUTING,
                "routing",
                1,
                new CaseRouted(
                        caseId,
                        "delivery",
                        Cause.SERVICE_FAILURE,
                        LOGISTICS,
                        involvements,
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "webshop",
                        "en",
                        "delivery-to-logistics",
                        NOW,
                        NOW));
        assertThat(logistics().get(claims, "Redress-At-Least", "routing=1").status())
                .isEqualTo(200);
    }

    @Test
    @Behaviour({"R51", "R52"})
    void of_two_departments_that_state_different_values_at_once_one_is_taken_and_the_other_told_of_it() {
        var one = CompletableFuture.supplyAsync(() -> logistics().post(claims, FRIDAY, "Idempotency-Key", "claim-1"));
        var other = CompletableFuture.supplyAsync(() -> finance().post(claims, TUESDAY, "Idempotency-Key", "claim-2"));
        List<HttpTalk.Answer> answers = List.of(one.join(), other.join());

        assertThat(answers).extracting(HttpTalk.Answer::status).containsExactlyInAnyOrder(201, 409);
        HttpTalk.Answer refused =
                answers.stream().filter(it -> it.status() == 409).findFirst().orElseThrow();
        HttpTalk.Answer taken =
                answers.stream().filter(it -> it.status() == 201).findFirst().orElseThrow();
        assertThat(refused.problem()).isEqualTo("claim-conflict");
        assertThat(refused.json().at("/state/claimId").asString()).isEqualTo("c1");
        assertThat(refused.json().at("/state/value").asString())
                .isEqualTo(taken.json().path("value").asString());
        assertThat(logistics().get(claims).json().path("live").size()).isEqualTo(1);
    }

    @Test
    @Behaviour({"R20", "R52"})
    void a_statement_is_refused_with_all_reasons_and_released_with_live_facts_only() {
        logistics().post(claims, FRIDAY, "Idempotency-Key", "claim-3");
        String free = "{\"channel\": \"private\", \"text\": \"You get 49.90 EUR on Friday.\"}";
        HttpTalk.Answer refused = logistics().post(statements, free, "Idempotency-Key", "one");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json()
                        .path("errors")
                        .valueStream()
                        .map(it -> it.path("detail").asString()))
                .containsExactly(
                        "Expected a claim for 49.90, but it stands in the text by itself.",
                        "Expected a claim for Friday, but it stands in the text by itself.");
        assertThat(logistics()
                        .post(statements, privately("You get {claim:refund.amount}."))
                        .status())
                .isEqualTo(400);
        assertThat(logistics()
                        .post(statements, privately("You get {claim:refund.amount}."), "Idempotency-Key", "one")
                        .problem())
                .isEqualTo("not-sayable");

        String text = privately("It arrives on {claim:delivery.date}.");
        HttpTalk.Answer released = logistics().post(statements, text, "Idempotency-Key", "two");
        assertThat(released.status()).as(released.body()).isEqualTo(201);
        assertThat(released.json().path("text").asString()).isEqualTo("It arrives on 27 November.");
        assertThat(released.header("Redress-Position")).isEqualTo("resolutions=2");
        HttpTalk.Answer again = logistics().post(statements, text, "Idempotency-Key", "two");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(logistics()
                        .post(statements, privately("We are sorry."), "Idempotency-Key", "two")
                        .problem())
                .isEqualTo("idempotency-key-reused");
        assertThat(logistics().get(statements).json().path("statements").size()).isEqualTo(1);
        assertThat(types(2)).endsWith("statement-released");
    }

    @Test
    @Behaviour({"R52", "R126"})
    void who_repeated_a_value_that_changes_is_told_before_the_customer_who_is_corrected_once() {
        logistics().post(claims, FRIDAY, "Idempotency-Key", "claim-4");
        HttpTalk.Answer repeated = finance().post(claims, FRIDAY, "Idempotency-Key", "claim-5");
        assertThat(repeated.status()).isEqualTo(200);
        String arrives = "It arrives on {claim:delivery.date}.";
        logistics().post(statements, privately(arrives), "Idempotency-Key", "one");
        assertThat(pr().post(statements, privately(arrives).replace("private", "public"), "Idempotency-Key", "two")
                        .status())
                .isEqualTo(201);

        String seen = logistics().get(claims).header("ETag");
        String supersede = claims + "/c1/supersede";
        assertThat(logistics().post(supersede, CHANGE).status()).isEqualTo(428);
        assertThat(logistics().post(supersede, CHANGE, "If-Match", "\"77\"").status())
                .isEqualTo(412);
        assertThat(finance().post(supersede, CHANGE, "If-Match", seen).status()).isEqualTo(403);
        assertThat(logistics()
                        .post(supersede, "{\"value\": \"1 December\"}", "If-Match", seen)
                        .pointers())
                .containsExactly("/reason");
        HttpTalk.Answer superseded = logistics().post(supersede, CHANGE, "If-Match", seen);
        assertThat(superseded.status()).as(superseded.body()).isEqualTo(200);
        assertThat(logistics().post(supersede, CHANGE, "If-Match", seen).status())
                .isEqualTo(200);
        assertThat(superseded.json().at("/unheard/0/departments").size()).isEqualTo(2);
        assertThat(logistics().get(statements).json().at("/statements/0/holds").asBoolean())
                .isFalse();

        assertThat(finance().post(claims + "/c1/heard", EMPTY).problem()).isEqualTo("not-what-holds");
        assertThat(finance().post(claims + "/c2/heard", EMPTY).status()).isEqualTo(200);
        assertThat(pr().post(claims + "/c2/heard", EMPTY).status()).isEqualTo(200);

        assertThat(types(8))
                .containsExactly(
                        "claim-made",
                        "claim-repeated",
                        "statement-released",
                        "statement-released",
                        "claim-superseded",
                        "correction-heard",
                        "correction-heard",
                        "customer-corrected");
    }

    @Test
    @Behaviour({"R42", "R51"})
    void whoever_publishes_reads_over_the_topic_what_may_be_published_and_what_does_not_hold_any_more() {
        assertThat(logistics()
                        .post(claims, FRIDAY, "Idempotency-Key", "claim-6")
                        .status())
                .isEqualTo(201);
        String text = privately("It arrives on {claim:delivery.date}.").replace("private", "public");
        assertThat(logistics().post(statements, text, "Idempotency-Key", "one").status())
                .isEqualTo(409);
        assertThat(pr().post(statements, text, "Idempotency-Key", "one").status())
                .isEqualTo(201);

        var mayPublish = service.await(Topics.RESOLUTIONS, caseId.value(), 2).getLast();
        assertThat(mayPublish.key()).isEqualTo(caseId.value());
        assertThat(RunningService.headers(mayPublish))
                .containsEntry("ce_type", "redress.resolution.statement-released.v1")
                .containsKey("ce_id");
        assertThat(Wire.read(RunningService.type(mayPublish), mayPublish.value()))
                .isInstanceOfSatisfying(
                        StatementReleased.class,
                        released -> assertThat(released)
                                .extracting(StatementReleased::channel, StatementReleased::text)
                                .containsExactly(Channel.PUBLIC, "It arrives on 27 November."));

        String seen = logistics().get(claims).header("ETag");
        logistics().post(claims + "/c1/supersede", CHANGE, "If-Match", seen);
        assertThat(pr().get(statements).json().at("/statements/0/holds").asBoolean())
                .isFalse();
        assertThat(pr().post(claims + "/c2/heard", EMPTY).status()).isEqualTo(200);

        var events = service.await(Topics.RESOLUTIONS, caseId.value(), 5);
        assertThat(Wire.read(RunningService.type(events.get(2)), events.get(2).value()))
                .isInstanceOfSatisfying(
                        ClaimSuperseded.class,
                        superseded -> assertThat(superseded.repeatedBy()).containsExactly(PR));
        assertThat(Wire.read(
                        RunningService.type(events.getLast()), events.getLast().value()))
                .isInstanceOfSatisfying(
                        CustomerCorrected.class,
                        corrected -> assertThat(corrected.channels()).containsExactly(Channel.PUBLIC));
    }

    @Test
    @Behaviour("R51")
    void a_contradiction_in_an_answer_is_kept_for_people_to_settle() {
        logistics().post(claims, FRIDAY, "Idempotency-Key", "claim-6");
        publish(
                Topics.DEPARTMENTS,
                "departments",
                1,
                new RequestAnswered(
                        caseId,
                        RequestId.of(caseId, number(FINANCE)),
                        FINANCE,
                        RequestKind.SOLUTION,
                        null,
                        true,
                        "Paid.",
                        List.of(new Claim("delivery.date", "1 December", "Mail of the carrier.")),
                        List.of(),
                        "silvia",
                        NOW));

        HttpTalk.Answer read = logistics().get(claims, "Redress-At-Least", "departments=1");
        assertThat(read.json().at("/contested/0/department").asString()).isEqualTo("finance");
        assertThat(read.json().at("/live/0/department").asString()).isEqualTo("logistics");
        HttpTalk.Answer withdrawn = finance()
                .post(claims + "/c2/withdraw", "{\"reason\": \"An old mail.\"}", "If-Match", read.header("ETag"));
        assertThat(withdrawn.json().path("contested").size()).isZero();
        assertThat(types(4)).endsWith("claim-withdrawn", "contest-ended");
    }

    @Test
    @Behaviour("R36")
    void legal_sees_what_it_must_clear_and_others_do_not_see_the_case() {
        HttpTalk legal = service.as("lena", "department:legal-compliance");
        assertThat(legal.get(claims).status()).isEqualTo(404);
        logistics().post(claims, "{\"key\": \"fault.admitted\", \"value\": \"yes\"}", "Idempotency-Key", "claim-7");

        String seen = legal.get(claims).header("ETag");
        HttpTalk.Answer cleared = legal.post(claims + "/c1/clear", EMPTY, "If-Match", seen);
        assertThat(cleared.status()).as(cleared.body()).isEqualTo(200);
        assertThat(cleared.json().at("/live/0/missing").size()).isZero();
        assertThat(logistics()
                        .post(claims + "/c1/clear", EMPTY, "If-Match", cleared.header("ETag"))
                        .problem())
                .isEqualTo("not-your-gate");
        assertThat(service.as("max", "department:development").get(claims).status())
                .isEqualTo(404);
        assertThat(service.as("webshop", "frontline").get(claims).status()).isEqualTo(403);
        assertThat(logistics()
                        .post(claims + "/c9/withdraw", "{\"reason\": \"Wrong.\"}", "If-Match", cleared.header("ETag"))
                        .status())
                .isEqualTo(404);
        assertThat(logistics()
                        .post(claims, "{\"key\": \"!\"}", "Idempotency-Key", "claim-8")
                        .pointers())
                .containsExactly("/key", "/value");
    }

    @Test
    @Behaviour({"R52", "R126"})
    void a_departments_system_hears_of_a_change_on_its_own_topic_and_says_so_over_kafka() {
        logistics().post(claims, FRIDAY, "Idempotency-Key", "one");
        finance().post(claims, FRIDAY, "Idempotency-Key", "two");
        logistics().post(statements, privately("It arrives on {claim:delivery.date}."), "Idempotency-Key", "three");
        String seen = logistics().get(claims).header("ETag");
        logistics().post(claims + "/c1/supersede", CHANGE, "If-Match", seen);

        assertThat(service.await(Topics.requestsOf(FINANCE), caseId.value(), 1))
                .extracting(RunningService::type)
                .containsExactly("redress.resolution.claim-superseded.v1");
        publish(
                Topics.DEPARTMENTS,
                "departments",
                1,
                new CorrectionAcknowledged(caseId, "c2", FINANCE, "finance-system", Instant.now()));
        assertThat(types(6)).endsWith("claim-superseded", "correction-heard", "customer-corrected");
    }

    @Test
    void claims_are_stated_once_under_a_name_and_read_in_pages() {
        assertThat(logistics().post(claims, FRIDAY).problem()).isEqualTo("idempotency-key-missing");
        HttpTalk.Answer made = logistics().post(claims, FRIDAY, "Idempotency-Key", "one");
        HttpTalk.Answer again = logistics().post(claims, FRIDAY, "Idempotency-Key", "one");
        assertThat(List.of(made.status(), again.status())).containsExactly(201, 201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(logistics().post(claims, TUESDAY, "Idempotency-Key", "one").problem())
                .isEqualTo("idempotency-key-reused");

        finance().post(claims, "{\"key\": \"refund.amount\", \"value\": \"49.90\"}", "Idempotency-Key", "two");
        HttpTalk.Answer first = logistics().get(claims + "?limit=1");
        assertThat(first.json().at("/live/0/claimId").asString()).isEqualTo("c2");
        HttpTalk.Answer second = logistics()
                .get(claims + "?limit=1&cursor=" + first.json().path("next").asString());
        assertThat(second.json().at("/live/0/claimId").asString()).isEqualTo("c1");
        assertThat(second.json().path("next").isMissingNode()).isTrue();
        assertThat(logistics().get(claims + "?limit=0&cursor=x").pointers()).containsExactly("/limit", "/cursor");
    }

    @Test
    @Behaviour("R16")
    void words_without_a_claim_wait_for_a_second_person() {
        HttpTalk.Answer held = logistics().post(statements, privately("We are sorry."), "Idempotency-Key", "sorry");
        assertThat(held.status()).as(held.body()).isEqualTo(202);
        String clear = statements + "/" + held.json().path("statementId").asString() + "/clear";
        assertThat(logistics().post(clear, EMPTY).problem()).isEqualTo("four-eyes");
        assertThat(logistics().get(statements).json().path("held").size()).isEqualTo(1);

        HttpTalk.Answer cleared = finance().post(clear, EMPTY);
        assertThat(cleared.status()).as(cleared.body()).isEqualTo(200);
        assertThat(cleared.json().at("/statements/0/holds").asBoolean()).isTrue();
        assertThat(types(2)).containsExactly("statement-held", "statement-released");
    }

    private static String privately(String text) {
        return "{\"channel\": \"private\", \"text\": \"" + text + "\"}";
    }

    private static HttpTalk logistics() {
        return service.as("felicia", "department:logistics");
    }

    private static HttpTalk finance() {
        return service.as("silvia", "department:finance");
    }

    private static HttpTalk pr() {
        return service.as("paula", "department:marketing-pr");
    }

    private static int number(DepartmentCode department) {
        return List.of(FINANCE, LOGISTICS, PR).indexOf(department) + 1;
    }

    /** What was told about the case, in its order. */
    private List<String> types(int count) {
        return service.await(Topics.RESOLUTIONS, caseId.value(), count).stream()
                .map(RunningService::type)
                .map(type -> type.replace("redress.resolution.", "").replace(".v1", ""))
                .toList();
    }

    private void publish(String topic, String stream, long seq, CaseEvent event) {
        service.publish(topic, stream, caseId.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }
}
