package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Through all services: departments serve each other, and what becomes of it for the customer. */
class InternalServiceTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();
    private static final DepartmentCode TECHNICAL = new DepartmentCode("technical");
    /** One request at a time, so that whoever comes forward displaces somebody; and day and night, whatever day it is. */
    private static final String CHARTERS = """
            charters:
              - department: technical
                request:
                  fields:
                    - {name: serial-number, meaning: number on the plate, form: NUMBER, example: EX-300-17,
                       suppliedBy: warehouse, kinds: [INFORMATION]}
                ola: {firstAnswerMinutes: 240, resolutionMinutes: 2880}
                capacity: 1
              - {department: service, urgentAllowance: 1}
            """;

    @TempDir
    static Path folder;

    private static WholeProduct product;
    private static TopicsHeard heard;

    private final HttpTalk andrei = as("andrei", "consultant");
    private final HttpTalk adrian = as("adrian", "department:service");
    private final HttpTalk cristian = as("cristian", "department:technical");
    private final HttpTalk luiza = as("luiza", "department:warehouse");
    private final HttpTalk maria = as("maria", "department:sales");
    private final HttpTalk webshop = as("webshop", "frontline");

    private String theCase = "";
    private String caseId = "";
    private int keys;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path charters = Files.writeString(folder.resolve("charters.yaml"), CHARTERS);
        product = WholeProduct.start(
                folder.resolve("data"),
                Map.of(
                        "redress.routing.departments", example("departments.yaml"),
                        "redress.routing.rules", example("routing-rules.yaml"),
                        "redress.department.charters", charters.toUri().toString()));
        heard = new TopicsHeard(product.kafka());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        heard.close();
        product.close();
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R126"})
    void whoever_speaks_with_the_customer_knows_of_a_later_date_first_and_the_customer_hears_the_same() {
        complaint("C-elena", "VIP");
        String repair = request("service");
        request("sales");
        Instant promised = eventually()
                .until(
                        () -> Instant.parse(andrei.get(theCase + "/silence")
                                .json()
                                .path("promised")
                                .asString(Instant.EPOCH.toString())),
                        it -> it.isAfter(product.now()));
        Instant later = promised.plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.MINUTES);

        Answer said = adrian.post(
                "/api/v1/departments/service/requests/" + repair + "/deviations",
                """
                {"by": "adrian", "kind": "DELAY", "dimension": "TIME", "reason": "The seal comes from abroad.",
                 "newDueAt": "%s", "evidence": "The supplier's mail of this morning."}""".formatted(later),
                "Idempotency-Key",
                key());
        assertThat(said.status()).as(said.body()).isEqualTo(201);

        // With the answer to that one call they can read it, whoever has to speak with the customer next.
        for (HttpTalk insider : List.of(andrei, maria)) {
            JsonNode date = part(insider, repair).path("date");
            assertThat(date.path("dueAt").asString()).isEqualTo(later.toString());
            assertThat(date.at("/deviations/0/reason").asString()).isEqualTo("The seal comes from abroad.");
        }
        JsonNode deviation = one(Topics.DEPARTMENTS, "redress.department.deviation-reported.v1");
        JsonNode moved = one(Topics.ROUTING, "redress.routing.date-reestimated.v1");
        JsonNode told = eventually()
                .until(
                        () -> webshop.get(theCase + "/messages")
                                .json()
                                .path("messages")
                                .valueStream()
                                .filter(it -> it.path("kind").asString().equals("takes-longer"))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();

        assertThat(heard.ids(Topics.ROUTING, caseId, "redress.routing.date-reestimated.v1"))
                .containsExactly(told.path("citing").asString());
        assertThat(List.of(at(deviation, "reportedAt"), at(moved, "reestimatedAt"), at(told, "composedAt")))
                .isSorted();
        assertThat(at(deviation, "newDueAt")).isEqualTo(later);
        assertThat(at(moved, "to")).isEqualTo(later);
        assertThat(andrei.get(theCase + "/silence").json().path("promised").asString())
                .isEqualTo(later.toString());
        assertThat(told.path("body").asString())
                .contains(DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH)
                        .withZone(ZoneId.of("Europe/Rome"))
                        .format(later))
                .doesNotContainIgnoringCase("seal", "supplier", "adrian", "service");
        eventually()
                .untilAsserted(() -> assertThat(maria.get(theCase + "/journey?limit=100")
                                .json()
                                .path("entries")
                                .valueStream()
                                .map(it -> it.path("type").asString()))
                        .contains("redress.department.deviation-reported.v1", "redress.routing.date-reestimated.v1"));
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R126", "R134"})
    void a_promise_that_slips_is_read_inside_and_then_told_to_the_customer_once_with_the_same_date() {
        complaint("C-daria", "STANDARD");
        String repair = request("service");
        answer(luiza, "warehouse", request("warehouse"), "There is one seal.", "");
        answer(
                adrian,
                "service",
                repair,
                "It gets a new seal.",
                ", \"options\": [{\"kind\": \"repair\", \"title\": \"A new seal\", \"days\": 2}]");
        choose();
        JsonNode made = one(Topics.RESOLUTIONS, "redress.resolution.promise-made.v1");
        Instant later = at(made, "dueAt").plus(Duration.ofDays(5)).truncatedTo(ChronoUnit.MINUTES);
        String step = eventually()
                .until(
                        () -> parts(andrei).stream()
                                .filter(it -> it.path("department").asString().equals("service"))
                                .map(it -> it.path("requestId").asString())
                                .filter(it -> !it.equals(repair))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();

        Answer said = adrian.post(
                "/api/v1/departments/service/requests/" + step + "/deviations",
                """
                {"by": "adrian", "kind": "DELAY", "dimension": "TIME", "reason": "The seal comes from abroad.",
                 "newDueAt": "%s"}""".formatted(later),
                "Idempotency-Key",
                key());
        assertThat(said.status()).as(said.body()).isEqualTo(201);

        JsonNode infeasible = one(Topics.RESOLUTIONS, "redress.resolution.promise-infeasible.v1");
        JsonNode notice = one(Topics.RESOLUTIONS, "redress.resolution.promise-notice-given.v1");
        assertThat(at(infeasible, "newDueAt")).isEqualTo(later).isEqualTo(at(notice, "newDueAt"));
        assertThat(sequence("redress.resolution.promise-notice-given.v1"))
                .isEqualTo(sequence("redress.resolution.promise-infeasible.v1") - 1);
        assertThat(maria.get("/api/v1/departments/sales/promise-notices").body())
                .contains(infeasible.path("noticeId").asString(), "The seal comes from abroad.");
        JsonNode told = eventually()
                .until(
                        () -> messages().stream()
                                .filter(it -> it.path("kind").asString().equals("promise-slips"))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
        assertThat(heard.ids(Topics.RESOLUTIONS, caseId, "redress.resolution.promise-infeasible.v1"))
                .containsExactly(told.path("citing").asString());
        assertThat(told.path("body").asString())
                .contains(DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm", Locale.ENGLISH)
                        .withZone(ZoneId.of("Europe/Rome"))
                        .format(later))
                .doesNotContainIgnoringCase("abroad", "adrian", "service");
        one(Topics.ROUTING, "redress.routing.date-reestimated.v1");
        assertThat(messages()).extracting(it -> it.path("kind").asString()).doesNotContain("takes-longer");
    }

    private List<JsonNode> messages() {
        return webshop.get(theCase + "/messages")
                .json()
                .path("messages")
                .valueStream()
                .toList();
    }

    private static int sequenceOf(String eventId) {
        return Integer.parseInt(eventId.substring(eventId.lastIndexOf(':') + 1));
    }

    private int sequence(String type) {
        return sequenceOf(heard.ids(Topics.RESOLUTIONS, caseId, type).getFirst());
    }

    @Test
    @Behaviour({"R84", "R98"})
    void a_thank_you_for_help_that_was_better_than_agreed_carries_what_the_customer_chose() {
        complaint("C-paula", "STANDARD");
        String repair = request("service");
        answer(luiza, "warehouse", request("warehouse"), "There is one seal.", "");
        answer(
                adrian,
                "service",
                repair,
                "It gets a new seal.",
                ", \"options\": [{\"kind\": \"repair\", \"title\": \"A new seal\", \"days\": 2}]");
        String asked = "/api/v1/departments/service/requests/" + repair;

        Answer rated = andrei.post(asked + ":rate", "{}");
        assertThat(rated.status()).as(rated.body()).isEqualTo(200);
        assertThat(rated.json().path("better").asString()).startsWith("It was complete at once, and came ");
        assertThat(one(Topics.DEPARTMENTS, "redress.department.thanks-proposed.v1")
                        .path("requestId")
                        .asString())
                .isEqualTo(repair);
        Answer thanked = andrei.post(asked + ":thank", "{}");
        assertThat(thanked.status()).as(thanked.body()).isEqualTo(200);
        assertThat(thanksOf(adrian, "service", repair).has("outcome")).isFalse();

        choose();

        JsonNode outcome = eventually()
                .until(
                        () -> thanksOf(adrian, "service", repair).path("outcome"),
                        it -> it.path("outcome").asString("").equals("accepted"));
        Instant chosenAt = at(one(Topics.RESOLUTIONS, "redress.resolution.option-chosen.v1"), "chosenAt");
        assertThat(at(outcome, "happenedAt")).isEqualTo(chosenAt);
        JsonNode attached = one(Topics.DEPARTMENTS, "redress.department.thanks-outcome-attached.v1");
        assertThat(attached.path("from").asString()).isEqualTo("front-desk");
        assertThat(attached.path("to").asString()).isEqualTo("service");
        assertThat(at(attached, "happenedAt")).isEqualTo(chosenAt);
    }

    @Test
    @Behaviour({"R60", "R75", "R79", "R82", "R91", "R92", "R93", "R96", "R97", "R127", "R128", "R129", "R130", "R131"})
    void departments_ask_negotiate_and_promise_each_other_what_the_customer_needs() {
        complaint("C-mihail", "STANDARD");
        String repair = request("service");

        String helping = helpThatIsAskedForOnceItLacksNothing(repair);
        String question = theFrontDeskIsNotAskedForWhatTheCaseSays();
        Instant agreed = anotherDateIsAgreedWithWhoeverIsAsked(question);
        whoeverComesLaterByItIsTold(helping, question);
        urgencyOfOnesOwnMakingIsMoreThanThereIsLeft(helping);
        whatIsPromisedIsJudgedLetterByLetter(helping);

        system("technical-1", question, "EX-300 is of spring.");
        system("technical-2", helping, "The seal was baked.");
        assertThat(one(Topics.DEPARTMENTS, "redress.department.commitment-kept.v1")
                        .path("requestId")
                        .asString())
                .isEqualTo(helping);
        assertThat(part(adrian, helping).at("/answer/findings").asString()).isEqualTo("The seal was baked.");
        JsonNode delivered = eventually()
                .until(
                        () -> part(andrei, question),
                        it -> it.path("state").asString().equals("answered"));
        assertThat(at(delivered.path("answer"), "answeredAt")).isBefore(agreed);
    }

    private String helpThatIsAskedForOnceItLacksNothing(String repair) {
        String asking = "/api/v1/departments/technical/requests";
        String body = """
                {"caseId": "%s", "forRequest": "%s", "kind": "INFORMATION", "subject": "Why does it leak?"%s}""";
        Answer refused = adrian.post(asking, body.formatted(caseId, repair, ""), "Idempotency-Key", key());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/fields/serial-number");
        assertThat(refused.json().at("/remedy/missing/0/suppliedBy").asString()).isEqualTo("warehouse");
        assertThat(refused.json().path("remedy").path("template").has("serial-number"))
                .isTrue();
        assertThat(cristian.get("/api/v1/departments/technical/worklist").body())
                .doesNotContain(caseId);

        Answer asked = adrian.post(
                asking,
                body.formatted(caseId, repair, ", \"fields\": {\"serial-number\": \"EX-300-17\"}"),
                "Idempotency-Key",
                key());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String helping = request("technical");
        JsonNode wait = eventually()
                .until(
                        () -> andrei.get(theCase + "/waits")
                                .json()
                                .path("waits")
                                .valueStream()
                                .filter(it -> it.path("requestId").asString("").equals(helping))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst();
        assertThat(wait.path("who").asString()).isEqualTo("department:service");
        assertThat(wait.path("waitedOn").asString()).isEqualTo("department:technical");
        return helping;
    }

    private String theFrontDeskIsNotAskedForWhatTheCaseSays() {
        Answer asked = andrei.post(
                "/api/v1/departments/technical/requests",
                "{\"caseId\": \"%s\", \"kind\": \"INFORMATION\", \"subject\": \"Is it of spring?\"}".formatted(caseId),
                "Idempotency-Key",
                key());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        assertThat(asked.json().at("/filled/0/value").asString()).isEqualTo("EX-300-17");
        return eventually()
                .until(
                        () -> andrei.get(theCase + "/cooperation").json().at("/wanted/0"),
                        it -> it.path("state").asString("").equals("open"))
                .path("requestId")
                .asString();
    }

    private Instant anotherDateIsAgreedWithWhoeverIsAsked(String question) {
        String address = "/api/v1/departments/technical/requests/" + question;
        Instant due = at(andrei.get(address + "/negotiation").json(), "dueAt");
        Answer wished = andrei.post(
                address + "/offers",
                "{\"dueAt\": \"%s\"}".formatted(due.minus(Duration.ofHours(24))),
                "Idempotency-Key",
                key());
        assertThat(wished.status()).as(wished.body()).isEqualTo(201);
        Instant possible = due.minus(Duration.ofHours(12));
        heard.say(new DepartmentReply.Offer(
                "technical-offer",
                new RequestId(question),
                TECHNICAL,
                "the tool of technical",
                possible,
                "The archive opens at noon.",
                null,
                null,
                null));
        JsonNode standing = eventually()
                .until(
                        () -> andrei.get(address + "/negotiation").json().path("standing"),
                        it -> it.path("from").asString("").equals("department:technical"));
        assertThat(standing.path("reason").asString()).isEqualTo("The archive opens at noon.");

        Answer agreed = andrei.send(
                "POST", address + "/offers/" + standing.path("offerId").asString() + ":accept", null);

        assertThat(agreed.status()).as(agreed.body()).isEqualTo(200);
        assertThat(at(agreed.json().path("agreement"), "dueAt")).isEqualTo(possible);
        eventually()
                .until(() -> andrei.get(theCase + "/waits")
                        .json()
                        .path("waits")
                        .valueStream()
                        .anyMatch(it -> it.path("requestId").asString("").equals(question)
                                && it.path("limit").asString("").equals(possible.toString())));
        return possible;
    }

    private void whoeverComesLaterByItIsTold(String helping, String question) {
        JsonNode lost = one(Topics.DEPARTMENTS, "redress.department.place-lost.v1");
        assertThat(lost.path("requestId").asString()).isEqualTo(helping);
        assertThat(lost.path("to").asString()).isEqualTo(question);
        assertThat(lost.path("owner").asString()).isEqualTo("department:service");
        assertThat(cristian.get("/api/v1/departments/technical/requests/" + question)
                        .json()
                        .at("/negotiation/displaces/first/0/requestId")
                        .asString())
                .isEqualTo(helping);
    }

    private void urgencyOfOnesOwnMakingIsMoreThanThereIsLeft(String helping) {
        Answer refused = adrian.post(
                "/api/v1/departments/technical/requests/" + helping + ":urge",
                "{\"cause\": \"late-start\", \"reason\": \"It lay on my desk.\"}",
                "Idempotency-Key",
                key());
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("urgency-spent");
        assertThat(refused.json().path("detail").asString()).contains("this costs 2 and 1 is left");
        JsonNode told = one(Topics.DEPARTMENTS, "redress.department.urgency-refused.v1");
        assertThat(told.path("ownMaking").asString()).contains("late-start");
    }

    private void whatIsPromisedIsJudgedLetterByLetter(String helping) {
        String address = "/api/v1/departments/technical/requests/" + helping + "/commitments";
        Answer vague =
                cristian.post(address, "{\"by\": \"cristian\", \"quantity\": \"soon\"}", "Idempotency-Key", key());
        assertThat(vague.status()).isEqualTo(422);
        assertThat(vague.pointers()).containsExactly("/quantity", "/unit", "/acceptance", "/dueAt", "/zone", "/need");

        heard.say(new DepartmentReply.Commitment(
                "technical-promise",
                new RequestId(helping),
                TECHNICAL,
                "the tool of technical",
                "1",
                "report",
                "Service can say why it leaks.",
                product.now().plus(Duration.ofHours(30)),
                "Europe/Bucharest",
                "defect"));
        JsonNode promise = eventually()
                .until(
                        () -> adrian.get(theCase + "/commitments").json().at("/commitments/0"),
                        it -> it.path("letters").size() == 5);
        assertThat(promise.path("letters")
                        .valueStream()
                        .map(it -> it.path("letter").asString() + " "
                                + it.path("verdict").asString()))
                .containsExactly(
                        "MEASURABLE MET", "AMBITIOUS UNKNOWN", "REALISTIC UNKNOWN", "TIME_BOUND MET", "EFFECTIVE MET");
    }

    /** An answer of technical's own system, which is there when the department has it. */
    private void system(String replyId, String requestId, String findings) {
        heard.say(new DepartmentReply.Answer(
                replyId,
                new RequestId(requestId),
                TECHNICAL,
                "the tool of technical",
                true,
                findings,
                List.of(),
                List.of()));
        eventually().until(() -> part(andrei, requestId).path("state").asString(""), it -> it.equals("answered"));
    }

    private void choose() {
        JsonNode proposal = eventually()
                .until(() -> webshop.get(theCase + "/resolution").json().path("proposal"), it -> it.has("proposalId"));
        Answer chosen = webshop.post(
                theCase + "/choice",
                "{\"proposalId\": \"%s\", \"optionId\": \"%s\"}"
                        .formatted(
                                proposal.path("proposalId").asString(),
                                proposal.at("/options/0/optionId").asString()),
                "If-Match",
                webshop.get(theCase + "/resolution").header("ETag"),
                "Idempotency-Key",
                key());
        assertThat(chosen.status()).as(chosen.body()).isBetween(200, 201);
    }

    private void complaint(String customer, String tier) {
        Answer taken = webshop.post("/api/v1/complaints", """
                {"customer": {"reference": "%s", "tier": "%s"}, "channel": "web",
                 "text": "The pump EX-300 has a defect."}""".formatted(customer, tier), "Idempotency-Key", customer);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        caseId = taken.json().path("caseId").asString();
        theCase = "/api/v1/cases/" + caseId;
    }

    private void answer(HttpTalk who, String department, String requestId, String findings, String more) {
        Answer answered = who.post(
                "/api/v1/departments/" + department + "/requests/" + requestId + "/replies",
                "{\"type\": \"answer\", \"by\": \"somebody\", \"done\": true, \"findings\": \"%s\"%s}"
                        .formatted(findings, more),
                "Idempotency-Key",
                key());
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    /** The first request of the case to a department, once it has it. */
    private String request(String department) {
        return eventually()
                .until(
                        () -> parts(andrei).stream()
                                .filter(it -> it.path("department").asString().equals(department))
                                .toList(),
                        it -> !it.isEmpty())
                .getFirst()
                .path("requestId")
                .asString();
    }

    private JsonNode part(HttpTalk reader, String requestId) {
        return parts(reader).stream()
                .filter(it -> it.path("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> parts(HttpTalk reader) {
        return reader.get(theCase + "/cooperation")
                .json()
                .path("requests")
                .valueStream()
                .toList();
    }

    private static JsonNode thanksOf(HttpTalk reader, String department, String requestId) {
        return reader.get("/api/v1/departments/" + department + "/thanks")
                .json()
                .path("items")
                .valueStream()
                .filter(it -> it.path("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    /** The only event of its kind about the case. */
    private JsonNode one(String topic, String type) {
        List<JsonNode> found = eventually().until(() -> heard.about(topic, caseId, type), it -> !it.isEmpty());
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static Instant at(JsonNode said, String when) {
        return Instant.parse(said.path(when).asString());
    }

    private static HttpTalk as(String person, String role) {
        return product.as(person, role);
    }

    private static String example(String file) {
        return EXAMPLES.resolve(file).toUri().toString();
    }

    private String key() {
        return "key-" + ++keys;
    }

    private static ConditionFactory eventually() {
        return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
