package io.redress.standalone.demo;

import io.redress.contracts.CaseId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Where departments serve each other: the case, who needs whom, and the calls that people of each side have.
 *
 * @param own what the client is asked for, and needs the supplier for
 * @param keys how many writes there have been
 */
record Scene(Rest rest, Telling telling, RequestRaised own, String supplier, AtomicInteger keys) {
    static final String CONSULTANT = "consultant";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE d MMM HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    CaseId caseId() {
        return own.caseId();
    }

    String client() {
        return own.department().value();
    }

    String clientRole() {
        return role(client());
    }

    String supplierRole() {
        return role(supplier);
    }

    static String role(String department) {
        return "department:" + department;
    }

    /** The client's own request. */
    String ownPath() {
        return "/api/v1/departments/" + client() + "/requests/" + own.requestId();
    }

    /** A request to the supplier. */
    String path(String request) {
        return "/api/v1/departments/" + supplier + "/requests/" + request;
    }

    String cooperation() {
        return "/api/v1/cases/" + caseId() + "/cooperation";
    }

    Rest.Answer post(String role, String path, Map<String, ?> body) {
        String key = "demo-" + own.requestId() + "-" + keys.incrementAndGet();
        return rest.post(role, path, body, Map.of("Idempotency-Key", key));
    }

    JsonNode get(String role, String path) {
        return taken(rest.get(role, path));
    }

    /** What a call that has to succeed has answered. */
    static JsonNode taken(Rest.Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException("Expected it to be taken, but got " + answer.status() + ": "
                    + answer.body().path("detail").asString(""));
        }
        return answer.body();
    }

    /** What a call that has to be refused has answered. */
    static JsonNode refused(Rest.Answer answer) {
        if (answer.ok()) {
            throw new IllegalStateException("Expected it to be refused, but it was taken");
        }
        return answer.body();
    }

    /** The supplier's request with this subject, once it has it. */
    JsonNode asked(String subject) throws InterruptedException {
        return Patience.until(
                "a request to " + supplier,
                () -> rest.get(CONSULTANT, cooperation())
                        .body()
                        .path("requests")
                        .valueStream()
                        .filter(it -> it.path("subject").asString().equals(subject))
                        .findFirst()
                        .orElse(MissingNode.getInstance()),
                it -> it.path("state").asString("").equals("open"));
    }

    /** How people call a request of a known case, as in r2. */
    static String label(String request) {
        return request.substring(request.lastIndexOf('-') + 1);
    }

    static String date(JsonNode instant) {
        return DATE.format(Instant.parse(instant.asString()));
    }
}
