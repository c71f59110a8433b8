package io.redress.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.ClearanceEvent.ProposalCountered;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.TextErrorReported;
import io.redress.contracts.CustomerMessageEvent.TextErrorResolved;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.CrisisLifted;
import io.redress.contracts.Owner;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** One voice, from outside: what customers read, what can be read beforehand, what is done about errors in it. */
class VoiceServiceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ERRORS = "/api/v1/text-errors";
    private static final String TEMPLATES = "/api/v1/message-templates";
    private static final ControllableTime TIME = new ControllableTime(Instant.parse("2026-11-23T09:00:00Z"));

    private static RunningService intake;
    private static HttpTalk app;
    private static HttpTalk sofia;

    @BeforeAll
    static void start(@TempDir Path folder) {
        intake = RunningService.start(IntakeApplication.class, "intake-service", folder, TIME);
        app = intake.as("webshop", "frontline");
        sofia = intake.as("sofia", "supervisor");
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @ParameterizedTest
    @Behaviour({"R14", "R15", "R17", "R21", "R138", "R145", "R153"})
    @CsvSource(delimiter = '|', textBlock = """
            en | My invoice is wrong, you charged me twice!             | formal   | Dear Ana,      | empathetic
            it | La fattura è sbagliata, mi avete addebitato due volte! | informal | Ciao Ana,      | empathetic
            ro | Factura este greșită, mi-ați luat banii de două ori!   | informal | Salut, Ana,    | empathetic
            pl | Faktura jest błędna, pobraliście pieniądze dwa razy!   | formal   | Dzień dobry, Ana, | empathetic
            """)
    void the_first_answer_addresses_the_customer_as_wished_and_says_who_can_be_reached(
            String language, String text, String formality, String greeting, String tone) {
        CaseId caseId = file(language, text, ",\"contact\":{\"name\":\"Ana\",\"formality\":\"" + formality + "\"}");

        CustomerMessageComposed message = messages(caseId, 1).getFirst();

        assertThat(message.kind()).isEqualTo("acknowledgement");
        assertThat(message.body()).startsWith(greeting).contains("@frontdesk.example", "+44 20 7946 01", "2026");
        assertThat(message.formality()).isEqualTo(formality);
        assertThat(message.tone()).isEqualTo(tone);
        assertThat(message.toneReason()).isNotBlank();
        assertThat(message.templateVersion()).startsWith(language + "-");
        assertThat(message.uses()).isEmpty();
        assertThat(message.citing()).isEqualTo(caseId + ":intake:2");
    }

    @Test
    @Behaviour({"R48", "R50", "R113"})
    void in_a_crisis_of_the_whole_organisation_everybody_is_answered_alike_until_it_is_lifted() {
        CaseId organisation = IncidentEvent.OfOrganisation.KEY;
        var declared = new CrisisDeclared("c1", "Data has leaked.", "mihai", TIME.instant());
        publish(Topics.INCIDENTS, "incidents", organisation, declared);
        try {
            awaitFirstAnswer("en", "My invoice is wrong, you charged me twice!", "crisis", "serious situation");
            awaitFirstAnswer(
                    "pl", "Faktura jest błędna, pobraliście pieniądze dwa razy!", "crisis", "poważną sytuacją");
        } finally {
            var lifted = new CrisisLifted("c1", "Everybody was told.", "mihai", TIME.instant());
            intake.publish(
                    Topics.INCIDENTS,
                    "incidents",
                    organisation.value(),
                    2,
                    EventTypes.wireName(CrisisLifted.class),
                    Wire.write(lifted));
            awaitFirstAnswer("en", "My invoice is wrong, you charged me twice!", "acknowledgement", "charged");
        }
    }

    private static void awaitFirstAnswer(String language, String text, String kind, String words) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            CustomerMessageComposed first =
                    messages(file(language, text, ""), 1).getFirst();
            assertThat(first.kind()).isEqualTo(kind);
            assertThat(first.body()).contains(words);
        });
    }

    @Test
    @Behaviour("R145")
    void an_unknown_way_of_address_is_refused() {
        var answer = app.post(
                "/api/v1/complaints",
                complaint("en", "My invoice is wrong!", ",\"contact\":{\"formality\":\"rude\",\"role\":\"king\"}"),
                key());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.pointers())
                .containsExactlyInAnyOrder("/customer/contact/formality", "/customer/contact/role");
    }

    @Test
    @Behaviour("R69")
    void while_a_case_waits_the_customer_is_told_for_what_and_when_it_is_late_that_it_is() {
        CaseId caseId = file("en", "My invoice is wrong, you charged me twice!", "");
        assertThat(sentence(caseId)).startsWith("We are working out who can solve this best.");

        publish(Topics.ROUTING, "routing", caseId, routed(caseId));
        awaitSentence(caseId, "Colleagues are examining the figures");
        TIME.advance(Duration.ofHours(27));
        CustomerMessageComposed late = messages(caseId, 2).getLast();
        assertThat(late.kind()).isEqualTo("still-working");
        assertThat(late.body())
                .contains("Colleagues are examining the figures", "This message comes late", "24 November");
        assertThat(late.toneReason()).isEqualTo("came-late");

        publish(Topics.DEPARTMENTS, "departments", caseId, answered(caseId));
        awaitSentence(caseId, "The facts are known, and we are preparing what we can offer you.");
        TIME.advance(Duration.ofHours(48).minusMinutes(2));
        CustomerMessageComposed inTime = messages(caseId, 3).getLast();
        assertThat(inTime.body())
                .contains("we are preparing what we can offer you")
                .doesNotContain("comes late", "finance", "Silvia");
    }

    @Test
    @Behaviour({"R65", "R69", "R124"})
    void that_a_result_comes_later_is_told_at_once_in_the_customers_language_with_the_new_date_and_no_names() {
        CaseId caseId = file("ro", "Factura este greșită, mi-ați luat banii de două ori!", "");
        publish(Topics.ROUTING, "routing", caseId, routed(caseId));
        awaitSentence(caseId, "Colegii verifică sum");
        Instant now = TIME.instant();
        Instant expected = now.plus(Duration.ofHours(30));
        DateReestimated moved = new DateReestimated(
                caseId, now.plus(Duration.ofHours(24)), expected, "Finance has not answered in time.", now);
        intake.publish(
                Topics.ROUTING, "routing", caseId.value(), 2, EventTypes.wireName(moved.getClass()), Wire.write(moved));

        CustomerMessageComposed told = messages(caseId, 2).getLast();
        assertThat(told.kind()).isEqualTo("takes-longer");
        assertThat(told.citing()).isEqualTo(caseId + ":routing:2");
        assertThat(told.tone()).isEqualTo("empathetic");
        assertThat(told.body()).contains("durează mai mult decât plănuisem").doesNotContain("Finance", "{{");
        assertThat(sofia.get("/api/v1/cases/" + caseId).json().at("/next/by").asString())
                .isEqualTo(expected.toString());
    }

    @Test
    @Behaviour({"R12", "R109"})
    void a_counter_is_confirmed_once_and_the_case_is_with_the_departments_until_the_next_proposal() {
        CaseId caseId = file("it", "La fattura è sbagliata, mi avete addebitato due volte!", "");
        Instant now = TIME.instant();
        Option refund = new Option("o1", "refund", "Un rimborso", null, 5, null, List.of());
        resolved(
                caseId,
                1,
                new SolutionsProposed(caseId, "p1", List.of(refund), "Una.", null, now, now.plus(Duration.ofDays(9))));
        ProposalCountered countered =
                new ProposalCountered(caseId, "p1", 3, Dimension.TIME, "Entro venerdì.", null, 2, "webshop", now, 0);
        resolved(caseId, 2, countered);
        resolved(caseId, 2, countered);

        CustomerMessageComposed told = messages(caseId, 3).getLast();
        assertThat(told.kind()).isEqualTo("thinking-again");
        assertThat(told.body()).contains("“Entro venerdì”", "Giorni lavorativi: 2.", "non possiamo più");
        assertThat(step(caseId)).isEqualToIgnoringCase("coordinate");

        resolved(
                caseId,
                3,
                new SolutionsProposed(caseId, "p2", List.of(refund), "Una.", null, now, now.plus(Duration.ofDays(9))));
        assertThat(messages(caseId, 4))
                .last()
                .extracting(CustomerMessageComposed::kind)
                .isEqualTo("proposal");
        assertThat(step(caseId)).isEqualToIgnoringCase("propose");
    }

    private static String step(CaseId caseId) {
        return sofia.get("/api/v1/cases/" + caseId).json().path("step").asString();
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R126"})
    void a_promise_that_slips_is_told_after_those_inside_know_and_with_the_same_numbers() {
        CaseId caseId = file("it", "La fattura è sbagliata, mi avete addebitato due volte!", "");
        Instant now = TIME.instant();
        Instant promised = now.plus(Duration.ofDays(3));
        Instant expected = Instant.parse("2026-12-24T12:00:00Z");
        DepartmentCode finance = new DepartmentCode("finance");
        String promise = caseId + "-p1";
        String notice = promise + "-n1";
        String cause = "Finance has no money.";
        resolved(caseId, 1, new OptionChosen(caseId, "p1", "o1", "Un rimborso", "anna", now));
        resolved(
                caseId, 2, new PromiseMade(caseId, promise, "o1", "Un rimborso", promised, now, List.of(), null, null));
        resolved(
                caseId,
                3,
                new PromiseNoticeGiven(
                        caseId,
                        promise,
                        notice,
                        List.of(new DepartmentCode("front-desk")),
                        Dimension.TIME,
                        Kind.DELAY,
                        promised,
                        expected,
                        null,
                        null,
                        cause,
                        finance,
                        now));
        resolved(
                caseId,
                4,
                new PromiseInfeasible(
                        caseId,
                        promise,
                        notice,
                        Dimension.TIME,
                        Kind.DELAY,
                        promised,
                        expected,
                        null,
                        null,
                        cause,
                        "e",
                        now,
                        finance,
                        List.of(),
                        now,
                        null,
                        null));

        CustomerMessageComposed told = messages(caseId, 3).getLast();
        assertThat(told.kind()).isEqualTo("promise-slips");
        assertThat(told.citing()).isEqualTo(caseId + ":resolutions:4");
        assertThat(told.toneReason()).isEqualTo("promise-broken");
        assertThat(told.body())
                .contains("Non possiamo mantenere".toLowerCase(java.util.Locale.ROOT), "24 dicembre")
                .doesNotContain("Finance", "{{");
    }

    @Test
    @Behaviour({"R106", "R111", "R126"})
    void what_is_offered_in_place_of_a_choice_is_no_failure_and_what_goes_on_is_told_once_with_its_date() {
        CaseId caseId = file("ro", "Factura este greșită, mi-ați luat banii de două ori!", "");
        Instant now = TIME.instant();
        Instant end = now.plus(Duration.ofDays(9));
        Instant dueAt = Instant.parse("2027-01-24T12:00:00Z");
        Option voucher = new Option("o1", "voucher", "Un voucher", null, 1, null, List.of());
        Option repair = new Option("o2", "repair", "O reparație", null, 5, null, List.of());
        resolved(caseId, 1, new OptionChosen(caseId, "p1", "o1", "O reparație", "anna", now));
        resolved(
                caseId,
                2,
                new SolutionsProposed(
                        caseId,
                        "p2",
                        List.of(voucher, repair),
                        null,
                        "Continuăm.",
                        now,
                        end,
                        null,
                        null,
                        new GoesOn("o2", List.of(Dimension.TIME))));
        CustomerMessageComposed offer = messages(caseId, 3).getLast();
        assertThat(offer.kind()).isEqualTo("offered-instead");
        assertThat(offer.toneReason()).isEqualTo("promise-broken");
        assertThat(offer.body())
                .contains("continuăm cu ce ați ales: O reparație.", "mai târziu", "- Un voucher (")
                .doesNotContain("- O reparație", "{{");

        ChoiceUpheld upheld =
                new ChoiceUpheld(caseId, "p2", "o2", "O reparație", now, ChoiceUpheld.Reason.SILENCE, dueAt);
        resolved(caseId, 3, upheld);
        resolved(caseId, 3, upheld);
        resolved(caseId, 4, new SolutionExecuted(caseId, "o2", "O reparație", now));

        List<CustomerMessageComposed> all = messages(caseId, 5);
        assertThat(all).extracting(CustomerMessageComposed::kind).endsWith("choice-goes-on", "executed");
        CustomerMessageComposed goesOn = all.get(3);
        assertThat(goesOn.citing()).isEqualTo(caseId + ":resolutions:3");
        assertThat(goesOn.body()).contains("nu ne-ați spus", "O reparație.", "24 ianuarie 2027");
    }

    private static void resolved(CaseId caseId, long seq, ResolutionEvent event) {
        intake.publish(
                Topics.RESOLUTIONS,
                "resolutions",
                caseId.value(),
                seq,
                EventTypes.wireName(event.getClass()),
                Wire.write(event));
    }

    @Test
    void the_texts_can_be_read_before_any_customer_reads_them() {
        JsonNode list = sofia.get(TEMPLATES).json();

        assertThat(list.path("kinds").valueStream().map(it -> it.path("kind").asString()))
                .contains("acknowledgement", "holding", "still-working");
        assertThat(list.path("texts").size()).isEqualTo(8);
        for (JsonNode kind : list.path("kinds")) {
            for (JsonNode texts : list.path("texts")) {
                var shown = sofia.post(
                        TEMPLATES + "/" + kind.path("kind").asString() + ":preview",
                        "{\"language\":\"%s\",\"formality\":\"%s\",\"tone\":\"firm\"}"
                                .formatted(
                                        texts.path("language").asString(),
                                        texts.path("formality").asString()));
                assertThat(shown.status()).isEqualTo(200);
                assertThat(shown.json().path("body").asString()).isNotBlank().doesNotContain("{{");
                assertThat(shown.json().path("version")).isEqualTo(texts.path("version"));
            }
        }
    }

    @Test
    @Behaviour("R21")
    void a_preview_takes_values_of_ones_own_and_refuses_those_it_has_no_place_for() {
        var own = sofia.post(TEMPLATES + "/proposal:preview", """
                {"language": "pl", "tone": "empathetic", "values": {"customer": "Jan\\r\\nNowak", "options": [
                  {"title": "Zwrot", "time": "od razu", "disadvantage": ""},
                  {"title": "Naprawa", "time": "w ciągu 2 dni", "disadvantage": ""},
                  {"title": "Wymiana", "time": "w ciągu 5 dni", "disadvantage": ""}]}}
                """);
        var refused = sofia.post(TEMPLATES + "/reminder:preview", """
                {"language": "en", "values": {"drawback": "x", "customer": 7, "a/b": true}}
                """);

        assertThat(own.json().path("body").asString())
                .startsWith("Dzień dobry, Jan Nowak,")
                .contains("Są 3 rozwiązania", "- Wymiana (w ciągu 5 dni)\n");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers())
                .containsExactlyInAnyOrder("/values/drawback", "/values/customer", "/values/a~1b");
        assertThat(sofia.post(TEMPLATES + "/nonsense:preview", "{\"language\":\"en\"}")
                        .status())
                .isEqualTo(404);
        assertThat(sofia.post(TEMPLATES + "/reminder:preview", "{\"language\":\"fr\",\"tone\":\"rude\"}")
                        .pointers())
                .containsExactlyInAnyOrder("/language", "/tone");
        assertThat(app.get(TEMPLATES).status()).isEqualTo(403);
        assertThat(app.post(TEMPLATES + "/reminder:preview", "{\"language\":\"en\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    @Behaviour("R20")
    void an_error_in_a_text_can_be_reported_by_whoever_sees_the_case_and_is_dealt_with_once() {
        CaseId caseId = file("en", "My invoice is wrong, you charged me twice!", "");
        String messageId = messages(caseId, 1).getFirst().messageId();
        String body = report(messageId, "It says \\\"you invoice\\\".");
        String[] key = key();

        var reported = app.post(ERRORS, body, key);
        var again = app.post(ERRORS, body, key);
        var other = app.post(ERRORS, report(messageId, "Something else."), key);
        String id = reported.json().path("id").asString();

        assertThat(reported.status()).isEqualTo(201);
        assertThat(reported.header("Location")).isEqualTo(ERRORS + "/" + id);
        assertThat(reported.json().path("kind").asString()).isEqualTo("acknowledgement");
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(reported.json());
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(other.status()).isEqualTo(422);

        assertThat(ids(sofia.get(ERRORS + "?status=open"))).contains(id);
        var resolved = sofia.post(ERRORS + "/" + id + "/resolution", "{\"how\":\"Corrected.\"}");
        assertThat(resolved.json().path("status").asString()).isEqualTo("resolved");
        assertThat(sofia.post(ERRORS + "/" + id + "/resolution", "{\"how\":\"Corrected.\"}")
                        .status())
                .isEqualTo(200);
        assertThat(sofia.post(ERRORS + "/" + id + "/resolution", "{\"how\":\"Otherwise.\"}")
                        .problem())
                .isEqualTo("already-resolved");
        assertThat(ids(sofia.get(ERRORS + "?status=open"))).doesNotContain(id);
        assertThat(ids(sofia.get(ERRORS + "?status=resolved"))).contains(id);
        assertThat(app.get(ERRORS + "/" + id)
                        .json()
                        .path("resolution")
                        .path("how")
                        .asString())
                .isEqualTo("Corrected.");

        // Composed, sent, reported, resolved; when it was sent is nobody's choice.
        assertThat(events(caseId, 4))
                .extracting(Object::getClass)
                .containsSubsequence(TextErrorReported.class, TextErrorResolved.class);
    }

    @Test
    void who_may_not_see_the_case_cannot_report_or_read_anything_about_it() {
        CaseId caseId = file("en", "My invoice is wrong, you charged me twice!", "");
        String body = "{\"caseId\":\"" + caseId + "\",\"where\":\"Greeting\",\"what\":\"Wrong name.\"}";
        String id = app.post(ERRORS, body, key()).json().path("id").asString();
        HttpTalk stranger = intake.as("stranger", "frontline");

        assertThat(stranger.post(ERRORS, body, key()).status()).isEqualTo(404);
        assertThat(stranger.get(ERRORS + "/" + id).status()).isEqualTo(404);
        assertThat(stranger.get(ERRORS).status()).isEqualTo(403);
        assertThat(app.post(ERRORS + "/" + id + "/resolution", "{\"how\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(sofia.post(ERRORS + "/" + UUID.randomUUID() + "-e1/resolution", "{\"how\":\"x\"}")
                        .status())
                .isEqualTo(404);
        assertThat(app.post(ERRORS, "{\"where\":\" \"}", key()).pointers())
                .containsExactlyInAnyOrder("/messageId", "/where", "/what");
        assertThat(app.post(ERRORS, report("nonsense", "x"), key()).pointers()).containsExactly("/messageId");
    }

    private static List<String> ids(HttpTalk.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private static String report(String messageId, String what) {
        return "{\"messageId\":\"" + messageId + "\",\"where\":\"Second paragraph\",\"what\":\"" + what + "\"}";
    }

    private static CaseId file(String language, String text, String contact) {
        return new CaseId(app.post("/api/v1/complaints", complaint(language, text, contact), key())
                .json()
                .path("caseId")
                .asString());
    }

    private static String complaint(String language, String text, String contact) {
        return "{\"customer\":{\"reference\":\"C-" + UUID.randomUUID() + "\"" + contact
                + "},\"channel\":\"web\",\"language\":\"" + language + "\",\"text\":\"" + text + "\"}";
    }

    private static String sentence(CaseId caseId) {
        return app.get("/api/v1/cases/" + caseId)
                .json()
                .path("next")
                .path("sentence")
                .asString();
    }

    private static void awaitSentence(CaseId caseId, String expected) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(sentence(caseId)).contains(expected));
    }

    private static List<CaseEvent> events(CaseId caseId, int count) {
        return intake.await(Topics.CUSTOMER_MESSAGES, caseId.value(), count).stream()
                .map(record -> Wire.read(RunningService.type(record), record.value()))
                .toList();
    }

    private static List<CustomerMessageComposed> messages(CaseId caseId, int count) {
        return intake
                .await(
                        Topics.CUSTOMER_MESSAGES,
                        caseId.value(),
                        count,
                        EventTypes.wireName(CustomerMessageComposed.class))
                .stream()
                .map(record -> Wire.read(RunningService.type(record), record.value()))
                .map(CustomerMessageComposed.class::cast)
                .toList();
    }

    private static void publish(String topic, String stream, CaseId caseId, CaseEvent event) {
        intake.publish(topic, stream, caseId.value(), 1, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    private static CaseRouted routed(CaseId caseId) {
        DepartmentCode finance = new DepartmentCode("finance");
        return new CaseRouted(
                caseId,
                "invoice",
                Cause.SERVICE_FAILURE,
                finance,
                List.of(new Involvement(finance, RequestId.of(caseId, 1), RequestKind.SOLUTION, "invoices")),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-1", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "invoices",
                TIME.instant(),
                TIME.instant());
    }

    private static RequestAnswered answered(CaseId caseId) {
        return new RequestAnswered(
                caseId,
                RequestId.of(caseId, 1),
                new DepartmentCode("finance"),
                RequestKind.SOLUTION,
                null,
                true,
                "Charged twice.",
                List.of(),
                List.of(),
                "Silvia",
                TIME.instant());
    }

    private static String[] key() {
        return new String[] {"Idempotency-Key", UUID.randomUUID().toString()};
    }
}
