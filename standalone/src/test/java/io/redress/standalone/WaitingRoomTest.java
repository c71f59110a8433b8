package io.redress.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The waiting room of the anecdote, person by person: everybody waits for somebody, and yet the case is always Andrei's,
 * each request is always somebody's, and George knows what he waits for.
 */
class WaitingRoomTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples").toAbsolutePath();

    @TempDir
    static Path folder;

    private static WholeProduct product;
    private static TopicsHeard heard;

    private final HttpTalk andrei = as("andrei", "consultant");
    private final HttpTalk cristian = as("cristian", "department:technical");
    private final HttpTalk felicia = as("felicia", "department:operations");
    private final HttpTalk adrian = as("adrian", "department:service");
    private final HttpTalk maria = as("maria", "department:sales");
    private final HttpTalk alina = as("alina", "department:project-management");
    private final HttpTalk catalin = as("catalin", "department:procurement");
    private final HttpTalk luiza = as("luiza", "department:warehouse");
    private final HttpTalk mihai = as("mihai", "department:presales");
    private final HttpTalk doina = as("doina", "department:senior-management");
    private final HttpTalk george = as("webshop", "frontline");

    private String caseId = "";
    private String theCase = "";
    private String repair = "";
    private String support = "";
    private String input = "";
    private int keys;

    @BeforeAll
    static void start() throws InterruptedException {
        product = WholeProduct.start(
                folder,
                Map.of(
                        "redress.routing.departments", example("departments.yaml"),
                        "redress.routing.rules", example("routing-rules.yaml"),
                        "redress.department.charters", example("charters.yaml")));
        heard = new TopicsHeard(product.kafka());
    }

    @AfterAll
    static void stop() throws InterruptedException {
        heard.close();
        product.close();
    }

    @Test
    @Behaviour({"R59", "R60", "R61", "R62", "R63", "R64", "R65", "R66", "R67", "R68", "R69", "R70", "R71"})
    void nobody_in_the_waiting_room_waits_unknown_to_the_others() throws InterruptedException {
        feliciaKnowsOfTheProblemFromPresales();
        georgeComplainsAndAndreiTakesIt();
        adrianWaitsForTechnicalSupport();
        cristianWaitsForOperationalInput();
        operationsAndTechnicalWaitForEachOther();
        mariaShowsTheSignedDocuments();
        mihaiKnowsSomethingThatIsNotHis();
        catalinMissesThePurchaseRequest();
        luizaWantsItInTheFormatUsed();
        alinaAnswersNeitherPhoneNorMail();
        georgeWaits();
        feliciaCristianAndAdrianAnswer();
        georgeHasHisPumpAndTheCaseWasAndreisAllTheTime();
    }

    private void feliciaKnowsOfTheProblemFromPresales() {
        Answer recorded = felicia.post("/api/v1/known-problems", """
                {"title": "Seals of the EX-300 of spring leak", "department": "operations", "natures": ["defect"],
                 "product": {"name": "EX-300"}, "seenIn": ["presales"],
                 "findings": "The seals of spring were stored too warm."}""", "Idempotency-Key", key());
        assertThat(recorded.status()).as(recorded.body()).isEqualTo(201);
        eventually().until(() -> {
            String other = complaint("C-" + key(), "The pump EX-300 has a defect.");
            eventually().until(() -> andrei.get(other + "/routing").status() == 200);
            return !andrei.get(other + "/routing").json().path("knownProblems").isEmpty();
        });
    }

    private void georgeComplainsAndAndreiTakesIt() {
        theCase = complaint("C-george", "Pompa EX-300 e defectă și curge apa. Vreau pe cineva competent!");
        caseId = theCase.substring(theCase.lastIndexOf('/') + 1);
        repair = request("service", "");
        JsonNode known = requests().filter("operations", "answered").getFirst();
        assertThat(known.at("/preAnswered/title").asString()).isEqualTo("Seals of the EX-300 of spring leak");
        assertThat(known.at("/answer/by").asString()).isEqualTo("felicia");
        answer(luiza, "warehouse", request("warehouse", ""), "There is no spare seal.", "");
        everythingHasOneOwner();
    }

    private void adrianWaitsForTechnicalSupport() {
        assertThat(adrian.get("/api/v1/departments/service/worklist").body()).contains(repair);
        support = help(adrian, "service", repair, "technical", "Why does it leak?", "");
        everythingHasOneOwner();
    }

    private void cristianWaitsForOperationalInput() {
        input = help(cristian, "technical", support, "operations", "At which pressure does it run?", "");

        JsonNode wait = eventually().until(() -> waitOn("department:operations"), found -> !found.isMissingNode());
        assertThat(wait.path("who").asString()).isEqualTo("department:technical");
        assertThat(wait.path("what").asString()).isEqualTo("help");
        assertThat(wait.path("requestId").asString()).isEqualTo(input);
        assertThat(Instant.parse(wait.path("since").asString())).isBefore(product.now());
        JsonNode waits = adrian.get(theCase + "/waits").json();
        assertThat(waits.path("sentence").asString())
                .startsWith("The customer is waiting because the consultant waits for Service to answer")
                .contains("which waits for help from Technical", "which waits for help from Operations");
        assertThat(waits.at("/rootBlocker/party").asString()).isEqualTo("department:operations");
        eventually()
                .until(() -> heard.about(Topics.ROUTING, caseId, "redress.routing.root-blocker-changed.v1").stream()
                        .anyMatch(it -> it.path("to").asString().equals("department:operations")
                                && it.path("sentence").equals(waits.path("sentence"))));
        everythingHasOneOwner();
    }

    private void operationsAndTechnicalWaitForEachOther() {
        String inTheCircle = help(felicia, "operations", input, "technical", "Which pressure does it bear?", "");
        eventually()
                .until(() -> doina.get(theCase + "/waits").json().path("cycles").size() == 1);
        Answer found = doina.get(theCase + "/waits");
        assertThat(found.json().at("/rootBlocker/party").asString()).isEqualTo("department:senior-management");
        String cycle = found.json().at("/cycles/0/cycleId").asString();

        Answer decided = doina.post(
                theCase + "/cycles/" + cycle + "/decision",
                "{\"goFirst\": \"%s\", \"reason\": \"Measure it as it is.\"}".formatted(input),
                "If-Match",
                found.header("ETag"));

        assertThat(decided.status()).as(decided.body()).isEqualTo(200);
        assertThat(decided.json().at("/rootBlocker/party").asString()).isEqualTo("department:operations");
        eventually().until(() -> requests().stateOf(inTheCircle).equals("withdrawn"));
        everythingHasOneOwner();
    }

    private void mariaShowsTheSignedDocuments() {
        String before = movable();
        Answer shown = maria.post(theCase + "/evidence", """
                {"title": "The signed order", "href": "https://documents.example/4711"}""", "Idempotency-Key", key());

        assertThat(shown.status()).as(shown.body()).isEqualTo(201);
        assertThat(cooperation().at("/evidence/0/by").asString()).isEqualTo("maria");
        assertThat(movable()).isEqualTo(before);
        everythingHasOneOwner();
    }

    private void mihaiKnowsSomethingThatIsNotHis() {
        String asked = help(adrian, "service", repair, "presales", "What was promised?", "");
        String decline = "{\"type\": \"decline\", \"by\": \"mihai\", \"reason\": \"Sales promised it.\"%s}";
        assertThat(reply(mihai, "presales", asked, decline.formatted("")).pointers())
                .containsExactly("/rightOwner");
        Answer said = mihai.post(
                theCase + "/contributions", "{\"text\": \"It was to run at 4 bar.\"}", "Idempotency-Key", key());
        assertThat(said.status()).as(said.body()).isEqualTo(201);
        assertThat(reply(mihai, "presales", asked, decline.formatted(", \"rightOwner\": \"sales\""))
                        .status())
                .isEqualTo(201);
        String offered = request("sales", "");
        everythingHasOneOwner();
        assertThat(ownerOf(asked)).isEqualTo("department:presales");
        answer(maria, "sales", offered, "Four bar were promised.", "");
        everythingHasOneOwner();
    }

    private void catalinMissesThePurchaseRequest() {
        String asking = "Order a seal.";
        Answer refused = reply(adrian, "service", repair, helping("procurement", asking, ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/fields/purchase-request");
        assertThat(refused.body()).contains("PR-20417", "project-management can say it");
        assertThat(adrian.get("/api/v1/departments/procurement/charter").body()).contains("purchase-request");

        String order = help(adrian, "service", repair, "procurement", asking, "\"Cerere de achizitie\": \"pr 30 001\"");

        JsonNode read = eventually()
                .until(
                        () -> catalin.get("/api/v1/departments/procurement/requests/" + order)
                                .json(),
                        it -> it.has("fields"));
        assertThat(read.path("fields").toString()).isEqualTo("{\"purchase-request\":\"PR30001\"}");
        answer(catalin, "procurement", order, "It is ordered.", "");
        everythingHasOneOwner();
    }

    private void luizaWantsItInTheFormatUsed() {
        heard.say(new DepartmentReply.Help(
                key(),
                new RequestId(repair),
                new DepartmentCode("service"),
                "the tool of service",
                new DepartmentCode("warehouse"),
                RequestKind.INFORMATION,
                "Keep it for us.",
                Map.of("article", "the seal", "needed-by", "soon")));
        eventually()
                .until(() -> heard.refusals(Topics.DEPARTMENT_REPLIES + ".department-dlt", caseId)
                        .contains("unfit-request"));

        String kept = help(
                adrian,
                "service",
                repair,
                "warehouse",
                "Keep it for us.",
                "\"articol\": \"a-4410\", \"Termen\": \"1.12.2026\"");

        JsonNode read = eventually()
                .until(
                        () -> luiza.get("/api/v1/departments/warehouse/requests/" + kept)
                                .json(),
                        it -> it.has("fields"));
        assertThat(read.path("fields").toString()).isEqualTo("{\"article\":\"A-4410\",\"needed-by\":\"2026-12-01\"}");
        answer(luiza, "warehouse", kept, "It is kept.", "");
        everythingHasOneOwner();
    }

    private void alinaAnswersNeitherPhoneNorMail() {
        String asked = help(adrian, "service", repair, "project-management", "Until when is it needed?", "");
        assertThat(alina.get("/api/v1/departments/project-management/worklist").body())
                .contains(asked);
        JsonNode promised = andrei.get(theCase + "/silence").json().path("promised");
        int told = messages().size();
        everythingHasOneOwner();

        product.leap(Duration.ofHours(9));
        awaitStage(asked, "reminded");
        product.leap(Duration.ofHours(5));
        awaitStage(asked, "deputy-asked");
        product.leap(Duration.ofHours(3));
        awaitStage(asked, "superior-asked");

        assertThat(heard.about(Topics.ROUTING, caseId, "redress.routing.wait-escalated.v1"))
                .filteredOn(it -> it.path("waitId").asString().equals(asked))
                .extracting(it -> it.path("to").asString())
                .containsExactly("department:sales", "department:senior-management");
        assertThat(andrei.get(theCase + "/silence").json().path("promised")).isNotEqualTo(promised);
        eventually().until(() -> messages().size() > told);
        everythingHasOneOwner();
    }

    private void georgeWaits() {
        Answer waits = george.get(theCase + "/waits");
        assertThat(waits.json().path("what").asString()).isEqualTo("our-work");
        assertThat(Instant.parse(waits.json().path("until").asString())).isAfter(product.now());
        assertThat(List.of(waits.body(), messages().toString()))
                .allSatisfy(it -> assertThat(it.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("operations", "technical", "project", "alina", "cristian", "felicia"));
        assertThat(waitOn("department:service").path("waitedSeconds").asLong())
                .isGreaterThanOrEqualTo(Duration.ofHours(17).toSeconds());
    }

    private void feliciaCristianAndAdrianAnswer() {
        Answer said = felicia.post(
                theCase + "/contributions", "{\"text\": \"Spring stood in the sun.\"}", "Idempotency-Key", key());
        assertThat(said.status()).as(said.body()).isEqualTo(201);
        String contribution =
                cooperation().at("/contributions/1/contributionId").asString();
        answer(felicia, "operations", input, "It runs at 4 bar.", "");
        answer(cristian, "technical", support, "The seal was baked.", ", \"cites\": [\"" + contribution + "\"]");
        assertThat(cooperation().at("/contributions/1/usedIn/0").asString()).isEqualTo(support);
        everythingHasOneOwner();
        answer(
                adrian,
                "service",
                repair,
                "It gets a new seal.",
                ", \"options\": [{\"kind\": \"repair\", \"title\": \"A new seal\", \"days\": 2}]");
        eventually()
                .until(() -> waits().path("waits")
                        .valueStream()
                        .allMatch(it -> it.path("what").asString().equals("choice")));
        everythingHasOneOwner();
    }

    private void georgeHasHisPumpAndTheCaseWasAndreisAllTheTime() {
        JsonNode proposal = eventually()
                .until(() -> george.get(theCase + "/resolution").json().path("proposal"), it -> it.has("proposalId"));
        Answer chosen = george.post(
                theCase + "/choice",
                "{\"proposalId\": \"%s\", \"optionId\": \"%s\"}"
                        .formatted(
                                proposal.path("proposalId").asString(),
                                proposal.at("/options/0/optionId").asString()),
                "If-Match",
                george.get(theCase + "/resolution").header("ETag"),
                "Idempotency-Key",
                key());
        assertThat(chosen.status()).as(chosen.body()).isBetween(200, 201);
        eventually().until(() -> !requests().filter("service", "open").isEmpty());
        everythingHasOneOwner();
        answer(
                adrian,
                "service",
                requests()
                        .filter("service", "open")
                        .getFirst()
                        .path("requestId")
                        .asString(),
                "Done.",
                "");
        eventually()
                .until(() -> george.get(theCase + "/resolution")
                        .json()
                        .path("state")
                        .asString()
                        .equals("executed"));
        everythingHasOneOwner();
        Answer closed = george.post(
                theCase + "/closure", "{\"satisfied\": true, \"words\": \"Mulțumesc.\"}", "Idempotency-Key", key());
        assertThat(closed.status()).as(closed.body()).isBetween(200, 201);

        JsonNode ended =
                eventually().until(() -> andrei.get(theCase + "/ownership").json(), it -> !it.has("owner"));
        assertThat(ended.path("history").valueStream().filter(it -> !it.has("requestId")))
                .singleElement()
                .satisfies(it -> assertThat(it.path("owner").asString()).isEqualTo("consultant:andrei"));
        assertThat(andrei.get(theCase).json().at("/owner/id").asString()).isEqualTo("andrei");
    }

    /** The case is Andrei's, and each request that is open for its department is exactly one party's for routing. */
    private void everythingHasOneOwner() {
        assertThat(andrei.get(theCase).json().at("/owner/id").asString()).isEqualTo("andrei");
        eventually().untilAsserted(() -> {
            JsonNode ownership = andrei.get(theCase + "/ownership").json();
            assertThat(ownership.at("/owner/party").asString()).isEqualTo("consultant:andrei");
            assertThat(ownership
                            .path("requests")
                            .valueStream()
                            .map(it -> it.path("requestId").asString()))
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(requests().open());
            assertThat(ownership
                            .path("requests")
                            .valueStream()
                            .map(it -> it.path("owner").asString()))
                    .allMatch(it -> it.startsWith("department:"));
        });
    }

    private String ownerOf(String requestId) {
        return andrei.get(theCase + "/ownership")
                .json()
                .path("requests")
                .valueStream()
                .filter(it -> it.path("requestId").asString().equals(requestId))
                .map(it -> it.path("owner").asString())
                .findFirst()
                .orElse("nobody");
    }

    private static String complaint(String customer, String text) {
        Answer taken = product.as("webshop", "frontline")
                .post(
                        "/api/v1/complaints",
                        "{\"customer\": {\"reference\": \"%s\"}, \"channel\": \"web\", \"text\": \"%s\"}"
                                .formatted(customer, text),
                        "Idempotency-Key",
                        customer);
        assertThat(taken.status()).as(taken.body()).isEqualTo(201);
        return "/api/v1/cases/" + taken.json().path("caseId").asString();
    }

    private static String helping(String from, String subject, String fields) {
        return "{\"type\": \"help\", \"by\": \"somebody\", \"from\": \"%s\", \"kind\": \"INFORMATION\", \"subject\": \"%s\"%s}"
                .formatted(from, subject, fields.isEmpty() ? "" : ", \"fields\": {" + fields + "}");
    }

    /** Asks for help, and waits until the other has the request. */
    private String help(HttpTalk who, String department, String requestId, String from, String subject, String fields) {
        Answer asked = reply(who, department, requestId, helping(from, subject, fields));
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        return request(from, subject);
    }

    private void answer(HttpTalk who, String department, String requestId, String findings, String more) {
        Answer answered = reply(
                who,
                department,
                requestId,
                "{\"type\": \"answer\", \"by\": \"somebody\", \"done\": true, \"findings\": \"%s\"%s}"
                        .formatted(findings, more));
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    private Answer reply(HttpTalk who, String department, String requestId, String body) {
        return who.post(
                "/api/v1/departments/" + department + "/requests/" + requestId + "/replies",
                body,
                "Idempotency-Key",
                key());
    }

    /** The newest request to a department that still has to answer it; blank subject for any. */
    private String request(String department, String subject) {
        Predicate<JsonNode> meant =
                it -> subject.isEmpty() || it.path("subject").asString().equals(subject);
        return eventually()
                .until(
                        () -> requests().toAnswer(department).stream()
                                .filter(meant)
                                .toList(),
                        it -> !it.isEmpty())
                .getLast()
                .path("requestId")
                .asString();
    }

    private Parts requests() {
        return new Parts(cooperation().path("requests").valueStream().toList());
    }

    private JsonNode cooperation() {
        return andrei.get(theCase + "/cooperation").json();
    }

    private JsonNode waits() {
        return andrei.get(theCase + "/waits").json();
    }

    private JsonNode waitOn(String party) {
        return waits().path("waits")
                .valueStream()
                .filter(it -> it.path("waitedOn").asString().equals(party))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    /** All that evidence could move and must not: requests with their dates and progress, waits, the customer's date. */
    private String movable() {
        return cooperation().path("requests").toString()
                + waits().path("waits")
                        .valueStream()
                        .map(it -> it.path("id").asString() + it.path("limit"))
                        .toList()
                + andrei.get(theCase).json().path("next");
    }

    private JsonNode messages() {
        return george.get(theCase + "/messages").json().path("messages");
    }

    private void awaitStage(String requestId, String stage) {
        eventually()
                .until(() -> andrei.get(theCase + "/silence")
                        .json()
                        .path("waits")
                        .valueStream()
                        .anyMatch(it -> it.path("waitId").asString().equals(requestId)
                                && it.path("stage").asString().equals(stage)));
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

    /** The parts of departments in a case. */
    private record Parts(List<JsonNode> all) {
        private static final List<String> OPEN = List.of("open", "on-offer", "offered");

        List<JsonNode> filter(String department, String state) {
            return all.stream()
                    .filter(it -> it.path("department").asString().equals(department)
                            && it.path("state").asString().equals(state))
                    .toList();
        }

        List<JsonNode> toAnswer(String department) {
            return all.stream()
                    .filter(it -> it.path("department").asString().equals(department)
                            && List.of("open", "offered")
                                    .contains(it.path("state").asString()))
                    .toList();
        }

        List<String> open() {
            return all.stream()
                    .filter(it -> OPEN.contains(it.path("state").asString()))
                    .map(it -> it.path("requestId").asString())
                    .toList();
        }

        String stateOf(String requestId) {
            return all.stream()
                    .filter(it -> it.path("requestId").asString().equals(requestId))
                    .map(it -> it.path("state").asString())
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
