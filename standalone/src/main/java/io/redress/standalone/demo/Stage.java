package io.redress.standalone.demo;

import io.redress.contracts.CaseId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/**
 * A case on its way from the first idea to what is carried out: what people are asked for in it, and the calls that each
 * of them has.
 *
 * @param asked what people see to and no system, in the order in which it came
 * @param keys how many writes there have been
 */
record Stage(Rest rest, Telling telling, CaseId caseId, BlockingQueue<RequestRaised> asked, AtomicInteger keys) {
    static final String CUSTOMER = "frontline";
    private static final int PATIENCE = 60;

    /** The next thing of this kind that somebody is asked for. */
    RequestRaised asked(RequestKind kind) throws InterruptedException {
        RequestRaised next = asked.poll(PATIENCE, TimeUnit.SECONDS);
        if (next == null || next.kind() != kind) {
            throw new IllegalStateException("Expected a request of kind " + kind + ", but got "
                    + (next == null ? "none" : next.requestId() + " of kind " + next.kind()));
        }
        return next;
    }

    String theCase() {
        return "/api/v1/cases/" + caseId;
    }

    JsonNode get(String role, String part) {
        return Scene.taken(rest.get(role, theCase() + part));
    }

    /** As whoever calls with the token of this department. */
    static String caller(String department) {
        return "demo-department-" + department;
    }

    void answer(RequestRaised request, String by, boolean done, String findings) throws InterruptedException {
        answer(request, by, done, findings, List.of());
    }

    void answer(RequestRaised request, String by, boolean done, String findings, List<Map<String, ?>> options)
            throws InterruptedException {
        String role = Scene.role(request.department().value());
        String path = path(request);
        // The demo may hear of it before the department's own service does.
        Patience.until("the request", () -> rest.get(role, path).body(), it -> it.has("requestId"));
        Scene.taken(post(
                role,
                path + "/replies",
                Map.of("type", "answer", "by", by, "done", done, "findings", findings, "options", options)));
    }

    static String path(RequestRaised request) {
        return "/api/v1/departments/" + request.department() + "/requests/" + request.requestId();
    }

    Rest.Answer post(String role, String path, Map<String, ?> body) {
        String key = "demo-" + caseId + "-" + keys.incrementAndGet();
        return rest.post(role, path, body, Map.of("Idempotency-Key", key));
    }

    /** A decision about what was just seen. */
    Rest.Answer decide(String role, String seen, String path, Map<String, ?> body) {
        return rest.post(
                role,
                theCase() + path,
                body,
                Map.of("If-Match", rest.get(role, theCase() + seen).etag()));
    }

    /** What the customer is proposed, once it is another proposal than this one. */
    JsonNode proposal(String otherThan) throws InterruptedException {
        return Patience.until(
                "a proposal",
                () -> rest.get(CUSTOMER, theCase() + "/resolution").body().path("proposal"),
                it -> !it.path("proposalId").asString(otherThan).equals(otherThan));
    }

    /** What the customer has chosen, as it is recorded. */
    JsonNode choose(JsonNode proposal, JsonNode option) {
        return Scene.taken(decide(
                        CUSTOMER,
                        "/resolution",
                        "/choice",
                        Map.of(
                                "proposalId", proposal.path("proposalId").asString(),
                                "optionId", option.path("optionId").asString())))
                .path("chosen");
    }

    /** The option of this kind. */
    static JsonNode option(JsonNode proposal, String kind) {
        return proposal.path("options")
                .valueStream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Expected an option " + kind + ", but got none"));
    }

    /** An option in a line: what it is, what it costs, how long it takes, and what is unfavourable about it. */
    static String line(JsonNode option) {
        JsonNode cost = option.path("cost");
        int days = option.path("days").asInt();
        return "%s \"%s\": %s, %s%s"
                .formatted(
                        option.path("optionId").asString(),
                        option.path("title").asString(),
                        cost.has("amount")
                                ? cost.path("amount").asString() + " "
                                        + cost.path("currency").asString()
                                : "costs nothing",
                        days == 0 ? "at once" : days + (days == 1 ? " day" : " days"),
                        option.path("disadvantage").asString("").isEmpty()
                                ? ""
                                : "; but: " + option.path("disadvantage").asString());
    }
}
