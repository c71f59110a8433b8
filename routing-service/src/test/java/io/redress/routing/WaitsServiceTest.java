package io.redress.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementOvertaken;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateOverdue;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.EventTypes;
import io.redress.contracts.MissingField;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who waits for whom, on a real broker and over HTTP. */
class WaitsServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String FINANCE = "finance";
    private static final String LOGISTICS = "logistics";
    private static final String LEGAL = "legal-compliance";

    @TempDir
    static Path folder;

    private static RunningService service;

    private final ToldCase given = new ToldCase(() -> service, NOW);
    private final CaseId caseId = given.id();
    private final String waits = "/api/v1/cases/" + caseId + "/waits";
    private int told;

    @BeforeAll
    static void start() {
        service = RunningService.start(
                RoutingApplication.class,
                "routing-service",
                folder,
                Clock.fixed(NOW.plus(Duration.ofHours(1)), java.time.ZoneOffset.UTC),
                Map.of("redress.routing.waits.count-every", "200ms"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    @Behaviour({"R10", "R22", "R60", "R62", "R85"})
    void the_chain_from_the_customer_to_whoever_holds_the_case_up_is_one_sentence_and_data() {
        complain("overcharge", "crash");
        help(1, FINANCE, LOGISTICS);
        help(3, LOGISTICS, LEGAL);

        JsonNode view = read("consultant", "departments=2");

        assertThat(view.path("sentence").asString())
                .isEqualTo(
                        "The customer is waiting because the consultant waits for Finance to answer (r1), which waits"
                                + " for help from Logistics and operations (r3), which waits for help from Legal and compliance"
                                + " (r4), until 2026-03-05 10:00 UTC.");
        assertThat(view.at("/rootBlocker/party").asString()).isEqualTo("department:legal-compliance");
        assertThat(view.at("/rootBlocker/requestId").asString()).isEqualTo(caseId + "-r4");
        assertThat(view.path("criticalPath")
                        .valueStream()
                        .map(it -> it.path("id").asString()))
                .containsExactly("request:r1", "help:r3", "help:r4");
        assertThat(view.path("waits")).hasSize(4);
        assertThat(view.path("waits")
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals("request:r2"))
                        .findFirst()
                        .orElseThrow()
                        .path("critical")
                        .asBoolean())
                .isFalse();
        assertThat(view.at("/criticalPath/0/limit").asString()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(view.path("asOf").path("departments").asLong()).isEqualTo(2);

        assertThat(service.as("d", "department:legal-compliance")
                        .get(waits)
                        .json()
                        .path("sentence"))
                .isEqualTo(view.path("sentence"));
        assertThat(service.as("d", "department:marketing-pr").get(waits).problem())
                .isEqualTo("not-found");
        assertThat(roots(3))
                .containsExactly("department:finance", "department:logistics", "department:legal-compliance");
        answered(4, LEGAL);
        answered(3, LOGISTICS);
        assertThat(roots(5)).endsWith("department:logistics", "department:finance");
    }

    @Test
    @Behaviour({"R60", "R75"})
    void an_offered_date_is_waited_for_until_the_other_side_has_answered() {
        complain("overcharge");
        DepartmentCode finance = new DepartmentCode(FINANCE);
        RequestId request = RequestId.of(caseId, 1);
        department(new ExpectationOffered(
                caseId,
                request,
                finance,
                "offer-1",
                1,
                Party.consultant("andrei"),
                Party.department(finance),
                NOW.plus(Duration.ofHours(6)),
                "Andrei",
                NOW.plus(Duration.ofMinutes(10)),
                NOW.plus(Duration.ofHours(4)),
                null,
                null,
                null,
                null,
                null,
                null));

        JsonNode waiting = read("consultant", "departments=1").at("/waits");
        assertThat(waiting)
                .filteredOn(it -> it.at("/what").asString().equals("agreement"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at("/waitedOn").asString()).isEqualTo("department:finance");
                    assertThat(it.at("/critical").asBoolean()).isFalse();
                });
        department(new OfferDeclined(
                caseId,
                request,
                finance,
                "offer-1",
                Party.department(finance),
                "Two recalls go before.",
                "Silvia",
                NOW.plus(Duration.ofMinutes(20))));
        assertThat(read("consultant", "departments=2").at("/waits"))
                .noneMatch(it -> it.at("/what").asString().equals("agreement"));
    }

    @Test
    @Behaviour("R60")
    void a_question_back_is_waited_for_until_it_is_answered() {
        complain("overcharge");
        department(new QuestionAsked(
                caseId,
                RequestId.of(caseId, 1),
                "q1",
                new DepartmentCode(FINANCE),
                Party.consultant("andrei"),
                "Which invoice?",
                "Silvia",
                NOW.plus(Duration.ofMinutes(10))));

        JsonNode view = read("consultant", "departments=1");
        assertThat(view.at("/rootBlocker/party").asString()).isEqualTo("consultant:andrei");
        assertThat(view.at("/criticalPath/1/waitedSeconds").asLong()).isEqualTo(3_000);
        assertThat(view.at("/criticalPath/1/workingSeconds").asLong()).isEqualTo(3_000);
        assertThat(view.at("/criticalPath/1/requestId").asString()).isEqualTo(caseId + "-r1");

        department(new QuestionAnswered(
                caseId, RequestId.of(caseId, 1), "q1", new DepartmentCode(FINANCE), "March.", "Andrei", NOW));
        assertThat(read("consultant", "departments=2").at("/rootBlocker/party").asString())
                .isEqualTo("department:finance");
    }

    @Test
    @Behaviour({"R58", "R66"})
    void what_a_consultant_asks_for_is_waited_for_at_once_and_so_is_the_form_that_comes_back() {
        complain("overcharge");
        department(new RequestWanted(
                caseId,
                "wanted-1",
                Party.consultant("andrei"),
                new DepartmentCode(LEGAL),
                RequestKind.SOLUTION,
                "Issue the purchase request.",
                "andrei",
                NOW,
                null,
                null));

        JsonNode view = read("consultant", "departments=1");
        assertThat(view.path("waits").valueStream().map(it -> it.path("id").asString()))
                .containsExactly("request:r1", "request:r2");
        assertThat(view.at("/rootBlocker/party").asString()).isEqualTo("department:legal-compliance");

        department(new QuestionAsked(
                caseId,
                RequestId.of(caseId, 2),
                "question-1",
                new DepartmentCode(LEGAL),
                Party.consultant("andrei"),
                "To begin, legal-compliance needs: contract.",
                "charter of legal-compliance",
                NOW,
                List.of(new MissingField("contract", "its number", "C-1", null, null))));
        assertThat(read("consultant", "departments=2").path("sentence").asString())
                .contains("Legal and compliance to answer (r2), which waits for an answer");
    }

    @Test
    @Behaviour({"R83", "R95", "R124", "R125", "R126"})
    void a_word_that_is_owed_is_waited_for_and_a_later_date_moves_the_wait_and_then_what_the_customer_is_told() {
        complain("overcharge");
        RequestId r1 = RequestId.of(caseId, 1);
        DepartmentCode finance = new DepartmentCode(FINANCE);
        Instant later = NOW.plus(Duration.ofDays(3));
        department(new ProgressOverdue(caseId, r1, finance, NOW, 3_600, 1, NOW.plus(Duration.ofHours(1))));
        department(new EstimateOverdue(caseId, r1, finance, NOW, NOW));
        assertThat(kinds(read("consultant", "departments=2"))).contains("progress", "estimate");

        department(new DeviationReported(
                caseId,
                r1,
                "deviation-1",
                finance,
                DeviationEvent.Kind.DELAY,
                DeviationEvent.Dimension.TIME,
                "The bank is late.",
                NOW.plus(Duration.ofDays(1)),
                later,
                false,
                "Silvia",
                NOW));

        JsonNode view = read("consultant", "departments=3");
        assertThat(kinds(view)).containsExactly("request");
        assertThat(view.at("/criticalPath/0/limit").asString()).isEqualTo(later.toString());
        assertThat(service.await(Topics.ROUTING, caseId.value(), 1, EventTypes.wireName(DateReestimated.class)))
                .singleElement()
                .satisfies(it -> assertThat(
                                Wire.mapper().readTree(it.value()).path("to").asString())
                        .isEqualTo(later.toString()));
    }

    private static List<String> kinds(JsonNode view) {
        return view.path("waits")
                .valueStream()
                .map(it -> it.path("what").asString())
                .toList();
    }

    @Test
    @Behaviour("R69")
    void the_customers_own_client_learns_what_is_waited_for_and_no_name_of_ours() {
        complain("overcharge");
        help(1, FINANCE, LOGISTICS);

        Answer ours = service.as("webshop", "frontline").get(waits, "Redress-At-Least", "departments=1");

        assertThat(ours.json().path("what").asString()).isEqualTo("our-work");
        assertThat(ours.json().path("since").asString()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(ours.json().path("until").asString()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(ours.body().toLowerCase(java.util.Locale.ROOT)).doesNotContain("finance", "logistics", "andrei");
        assertThat(ours.header("ETag")).isNotEmpty();
        assertThat(service.as("another-shop", "frontline").get(waits).problem()).isEqualTo("not-found");

        answered(1, FINANCE);
        given.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                1,
                new SolutionsProposed(
                        caseId,
                        "p1",
                        List.of(new Option("o1", "refund", "Money back", null, 3, null, List.of())),
                        "There is only one.",
                        null,
                        NOW,
                        NOW.plus(Duration.ofDays(14))));
        JsonNode theirs = service.as("webshop", "frontline")
                .get(waits, "Redress-At-Least", "resolutions=1,departments=2")
                .json();
        assertThat(theirs.path("what").asString()).isEqualTo("your-choice");
        assertThat(theirs.path("until").asString()).isEqualTo("2026-03-16T09:00:00Z");
    }

    @Test
    @Behaviour({"R50", "R60"})
    void what_is_not_said_before_others_agree_is_waited_for_and_seen_by_whoever_must_agree() {
        complain("overcharge");
        var senior = service.as("stefan", "department:senior-management");
        assertThat(senior.get(waits).problem()).isEqualTo("not-found");

        given.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                1,
                new StatementHeld(
                        caseId,
                        "s1",
                        Channel.PRIVATE,
                        List.of("crisis-communication-needs-senior-management"),
                        List.of(new DepartmentCode("senior-management")),
                        new DepartmentCode(FINANCE),
                        "felicia",
                        NOW));
        Answer held = senior.get(waits, "Redress-At-Least", "resolutions=1");
        assertThat(held.json().path("waits"))
                .filteredOn(it -> it.path("what").asString().equals("statement"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.path("id").asString()).isEqualTo("statement:s1:senior-management");
                    assertThat(it.path("who").asString()).isEqualTo("department:finance");
                    assertThat(it.path("waitedOn").asString()).isEqualTo("department:senior-management");
                    assertThat(it.path("since").asString()).isEqualTo(NOW.toString());
                });
        assertThat(service.as("eva", "supervisor")
                        .get("/api/v1/cases/" + caseId + "/silence")
                        .body())
                .contains("statement:s1:senior-management");

        given.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                2,
                new StatementOvertaken(caseId, "s1", List.of("delivery.date"), new DepartmentCode(FINANCE), NOW));
        assertThat(service.as("eva", "supervisor")
                        .get(waits, "Redress-At-Least", "resolutions=2")
                        .body())
                .doesNotContain("statement:s1");
        assertThat(senior.get(waits).problem()).isEqualTo("not-found");
    }

    @Test
    @Behaviour("R63")
    void a_circle_is_told_to_the_superior_who_decides_and_the_gauge_goes_back() {
        complain("overcharge");
        help(1, FINANCE, LOGISTICS);
        help(2, LOGISTICS, FINANCE);

        var found = service.await(
                        "redress.requests.senior-management.v1",
                        caseId.value(),
                        1,
                        EventTypes.wireName(WaitCycleFound.class))
                .getFirst();
        assertThat(Wire.read(RunningService.type(found), found.value()))
                .isInstanceOfSatisfying(
                        WaitCycleFound.class,
                        it -> assertThat(it.requests())
                                .containsExactly(RequestId.of(caseId, 1), RequestId.of(caseId, 2)));
        awaitCycles(1);
        JsonNode impact = service.as("doina", "department:senior-management")
                .get("/api/v1/departments/senior-management/impact?limit=200")
                .json();
        assertThat(impact.path("items")
                        .valueStream()
                        .filter(it -> it.path("caseId").asString().equals(caseId.value())))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.at("/cycles/0/cycleId").asString()).isEqualTo("r1-r2");
                    assertThat(it.at("/waits/0/what").asString()).isEqualTo("decision");
                    assertThat(it.path("customer").toString()).isEqualTo("{\"tier\":\"STANDARD\"}");
                });

        Answer seen = service.as("doina", "department:senior-management").get(waits);
        String etag = seen.header("ETag");
        String decision = "/api/v1/cases/" + caseId + "/cycles/r1-r2/decision";
        String body = "{\"goFirst\":\"" + caseId + "-r2\",\"reason\":\"Weigh the parcel without the invoice.\"}";
        assertThat(service.as("d", "department:finance")
                        .post(decision, body, "If-Match", etag)
                        .problem())
                .isEqualTo("forbidden");
        assertThat(service.as("d", "department:marketing-pr")
                        .post(decision, body, "If-Match", etag)
                        .problem())
                .isEqualTo("not-found");
        var doina = service.as("doina", "department:senior-management");
        assertThat(doina.post(decision, body).status()).isEqualTo(428);
        assertThat(doina.post(decision, body, "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(doina.post(decision.replace("r1-r2", "r1-r9"), body, "If-Match", etag)
                        .problem())
                .isEqualTo("not-found");
        assertThat(doina.post(decision, body.replace("-r2", "-r3"), "If-Match", etag)
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/goFirst");
        assertThat(doina.post(decision, "{\"goFirst\":\"r2\"}", "If-Match", etag)
                        .json()
                        .path("errors"))
                .hasSize(2);

        Answer decided = doina.post(decision, body, "If-Match", etag);

        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.header("Redress-Position")).startsWith("routing=");
        assertThat(decided.json().path("cycles")).isEmpty();
        assertThat(decided.json().at("/rootBlocker/party").asString()).isEqualTo("department:logistics");
        var broken = service.await(Topics.ROUTING, caseId.value(), 1, EventTypes.wireName(WaitCycleBroken.class))
                .getFirst();
        assertThat(Wire.read(RunningService.type(broken), broken.value()))
                .isInstanceOfSatisfying(WaitCycleBroken.class, it -> {
                    assertThat(it.by()).isEqualTo("doina");
                    assertThat(it.goFirst()).isEqualTo(RequestId.of(caseId, 2));
                });
        awaitCycles(0);
    }

    @Test
    @Behaviour("R86")
    void a_department_sees_who_waits_for_it_and_whom_that_concerns() {
        complain("overcharge");
        help(1, FINANCE, LOGISTICS);
        read("consultant", "departments=1");
        String impact = "/api/v1/departments/logistics/impact?limit=200";

        JsonNode ours = affected(service.as("d", "department:logistics").get(impact));
        assertThat(ours.at("/waits/0/who").asString()).isEqualTo("department:finance");
        assertThat(ours.at("/waits/0/what").asString()).isEqualTo("help");
        assertThat(ours.at("/waits/0/behind").toString()).isEqualTo("[\"department:finance\",\"consultant:andrei\"]");
        assertThat(ours.path("customer").toString()).isEqualTo("{\"tier\":\"STANDARD\"}");
        assertThat(affected(service.as("c", "consultant").get(impact))
                        .at("/customer/reference")
                        .asString())
                .isEqualTo("C-1042");
        assertThat(service.as("d", "department:finance").get(impact).problem()).isEqualTo("not-found");
        assertThat(service.as("d", "supervisor")
                        .get("/api/v1/departments/procurement/impact")
                        .problem())
                .isEqualTo("not-found");
        assertThat(service.as("d", "supervisor")
                        .get("/api/v1/departments/logistics/impact?limit=0")
                        .status())
                .isEqualTo(422);
        assertThat(service.as("d", "supervisor")
                        .get("/api/v1/departments/logistics/impact?cursor=abc")
                        .status())
                .isEqualTo(400);

        answered(2, LOGISTICS);
        read("consultant", "departments=2");
        assertThat(service.as("d", "department:logistics").get(impact).body()).doesNotContain(caseId.value());
    }

    private JsonNode affected(Answer answer) {
        return answer.json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("caseId").asString().equals(caseId.value()))
                .findFirst()
                .orElseThrow();
    }

    private void awaitCycles(int count) {
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(service.meters()).containsPattern("redress_wait_cycles(\\{.*})? " + count));
    }

    private List<String> roots(int count) {
        return service
                .await(Topics.ROUTING, caseId.value(), count, EventTypes.wireName(RootBlockerChanged.class))
                .stream()
                .map(it -> Wire.mapper().readTree(it.value()).path("to").asString())
                .toList();
    }

    private JsonNode read(String role, String atLeast) {
        return service.as("somebody", role)
                .get(waits, "Redress-At-Least", "intake=2," + atLeast)
                .json();
    }

    private void help(int number, String by, String from) {
        department(new HelpRequested(
                caseId,
                RequestId.of(caseId, number),
                "h" + number,
                new DepartmentCode(by),
                new DepartmentCode(from),
                RequestKind.INFORMATION,
                "Where is the parcel?",
                "Silvia",
                NOW));
    }

    private void answered(int number, String by) {
        department(new RequestAnswered(
                caseId,
                RequestId.of(caseId, number),
                new DepartmentCode(by),
                RequestKind.INFORMATION,
                null,
                true,
                "It is on its way.",
                List.of(),
                List.of(),
                "Silvia",
                NOW));
    }

    private void department(CaseEvent event) {
        given.publish(Topics.DEPARTMENTS, "departments", ++told, event);
    }

    private void complain(String... natures) {
        given.complain(natures);
        read("consultant", "routing=1");
    }
}
