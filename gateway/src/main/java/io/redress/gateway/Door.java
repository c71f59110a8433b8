package io.redress.gateway;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One way in: an address, its methods, and the service behind it. All there are is in {@link #ALL}.
 *
 * @param name names its circuit breaker and time limit
 * @param service the module that answers
 * @param takesStreams whether a body may be of any length; the service bounds its lines
 */
record Door(String name, String service, PathPattern pattern, Set<HttpMethod> methods, boolean takesStreams) {
    private static final String API = "/api/v1";

    /** The most used first. What several could match, the pattern with fewer variables is named before. */
    static final List<Door> ALL = List.of(
            door("complaints", "intake-service", "/complaints", HttpMethod.POST),
            door("import", "intake-service", "/complaints:import", HttpMethod.POST)
                    .withStreams(),
            door("shipments", "intake-service", "/shipments", HttpMethod.POST),
            door("cases", "intake-service", "/cases", HttpMethod.GET),
            door("case", "intake-service", "/cases/{id}", HttpMethod.GET),
            door("messages", "intake-service", "/cases/{id}/messages", HttpMethod.GET),
            door("messages-settle", "intake-service", "/cases/{id}/messages:settle", HttpMethod.POST),
            door("message-templates", "intake-service", "/message-templates", HttpMethod.GET),
            door("message-preview", "intake-service", "/message-templates/{kind}:preview", HttpMethod.POST),
            door("text-errors", "intake-service", "/text-errors", HttpMethod.GET, HttpMethod.POST),
            door("text-error", "intake-service", "/text-errors/{id}", HttpMethod.GET),
            door("text-error-resolution", "intake-service", "/text-errors/{id}/resolution", HttpMethod.POST),
            door("customer", "intake-service", "/customers/{reference}", HttpMethod.GET, HttpMethod.PUT),
            door("favours", "intake-service", "/customers/{reference}/favours", HttpMethod.POST),
            door("duplicates", "intake-service", "/cases/{id}/duplicates", HttpMethod.GET),
            door("merge", "intake-service", "/cases/{id}/merge", HttpMethod.POST),
            door("merge-undo", "intake-service", "/cases/{id}/merge:undo", HttpMethod.POST),
            door("words", "intake-service", "/cases/{id}/words", HttpMethod.POST),
            door("contact-wishes", "intake-service", "/cases/{id}/contact-wishes", HttpMethod.POST),
            door("contacts", "intake-service", "/cases/{id}/contacts", HttpMethod.POST),
            door("consultants", "intake-service", "/consultants", HttpMethod.GET),
            door("consultant-contacts", "intake-service", "/consultants/{id}/contacts", HttpMethod.GET),
            door("drill-scenarios", "intake-service", "/drill-scenarios", HttpMethod.GET),
            door("drills", "intake-service", "/drills", HttpMethod.GET, HttpMethod.POST),
            door("drill", "intake-service", "/drills/{id}", HttpMethod.GET),
            door("drill-answers", "intake-service", "/drills/{id}/answers", HttpMethod.POST),
            door("drill-end", "intake-service", "/drills/{id}/end", HttpMethod.POST),
            door("diagnosis", "intake-service", "/cases/{id}/diagnosis", HttpMethod.POST),
            door("replies", "department-service", "/departments/{code}/requests/{requestId}/replies", HttpMethod.POST),
            door(
                    "deviations",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/deviations",
                    HttpMethod.POST),
            door(
                    "estimate",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/estimate",
                    HttpMethod.POST),
            door("urge", "department-service", "/departments/{code}/requests/{requestId}:urge", HttpMethod.POST),
            door(
                    "judge-urgency",
                    "department-service",
                    "/departments/{code}/requests/{requestId}:judge-urgency",
                    HttpMethod.POST),
            door(
                    "send-back",
                    "department-service",
                    "/departments/{code}/requests/{requestId}:send-back",
                    HttpMethod.POST),
            door("rate", "department-service", "/departments/{code}/requests/{requestId}:rate", HttpMethod.POST),
            door("thank", "department-service", "/departments/{code}/requests/{requestId}:thank", HttpMethod.POST),
            door("deliveries", "department-service", "/departments/{code}/deliveries", HttpMethod.GET),
            door("service", "department-service", "/departments/{code}/service", HttpMethod.GET),
            door("thanks", "department-service", "/departments/{code}/thanks", HttpMethod.GET),
            door("request", "department-service", "/departments/{code}/requests/{requestId}", HttpMethod.GET),
            door(
                    "commitments",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/commitments",
                    HttpMethod.POST),
            door(
                    "commitment-check",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/commitments:check",
                    HttpMethod.POST),
            door(
                    "commitment-correction",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/commitments/{commitmentId}:correct",
                    HttpMethod.POST),
            door("commitment-summary", "department-service", "/departments/{code}/commitments:summary", HttpMethod.GET),
            door("case-commitments", "department-service", "/cases/{id}/commitments", HttpMethod.GET),
            door("urgency", "department-service", "/departments/{code}/urgency", HttpMethod.GET),
            door("urgency-exemptions", "department-service", "/urgency/exemptions", HttpMethod.GET),
            door("worklist", "department-service", "/departments/{code}/worklist", HttpMethod.GET),
            door("worklist-load", "department-service", "/departments/{code}/worklist/load", HttpMethod.GET),
            door("department-messages", "department-service", "/departments/{code}/messages", HttpMethod.POST),
            door("request-fields", "department-service", "/departments/{code}/request-fields", HttpMethod.POST),
            door("cooperation", "department-service", "/cases/{id}/cooperation", HttpMethod.GET),
            door("contributions", "department-service", "/cases/{id}/contributions", HttpMethod.POST),
            door("evidence", "department-service", "/cases/{id}/evidence", HttpMethod.POST),
            door("question", "department-service", "/cases/{id}/questions/{questionId}/answer", HttpMethod.POST),
            door("informal-questions", "department-service", "/cases/{id}/informal-questions", HttpMethod.POST),
            door(
                    "informal-question",
                    "department-service",
                    "/cases/{id}/informal-questions/{questionId}/answer",
                    HttpMethod.POST),
            door("asking", "department-service", "/departments/{code}/requests", HttpMethod.POST),
            door("request-preview", "department-service", "/departments/{code}/requests:preview", HttpMethod.POST),
            door(
                    "negotiation",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/negotiation",
                    HttpMethod.GET),
            door("offers", "department-service", "/departments/{code}/requests/{requestId}/offers", HttpMethod.POST),
            door(
                    "offer-acceptance",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/offers/{offerId}:accept",
                    HttpMethod.POST),
            door(
                    "offer-refusal",
                    "department-service",
                    "/departments/{code}/requests/{requestId}/offers/{offerId}:decline",
                    HttpMethod.POST),
            door("charter", "department-service", "/departments/{code}/charter", HttpMethod.GET, HttpMethod.PUT),
            door("charter-versions", "department-service", "/departments/{code}/charter/versions", HttpMethod.GET),
            door(
                    "charter-agreement",
                    "department-service",
                    "/departments/{code}/charter/versions/{version}:agree",
                    HttpMethod.POST),
            door(
                    "charter-version",
                    "department-service",
                    "/departments/{code}/charter/versions/{version}",
                    HttpMethod.GET),
            door("resolution", "resolution-service", "/cases/{id}/resolution", HttpMethod.GET),
            door("execution", "resolution-service", "/cases/{id}/execution", HttpMethod.GET),
            door("choice", "resolution-service", "/cases/{id}/choice", HttpMethod.POST),
            door("closure", "resolution-service", "/cases/{id}/closure", HttpMethod.POST),
            door("claims", "resolution-service", "/cases/{id}/claims", HttpMethod.GET, HttpMethod.POST),
            door("claim-supersede", "resolution-service", "/cases/{id}/claims/{claimId}/supersede", HttpMethod.POST),
            door("claim-withdraw", "resolution-service", "/cases/{id}/claims/{claimId}/withdraw", HttpMethod.POST),
            door("claim-clear", "resolution-service", "/cases/{id}/claims/{claimId}/clear", HttpMethod.POST),
            door("claim-heard", "resolution-service", "/cases/{id}/claims/{claimId}/heard", HttpMethod.POST),
            door("statements", "resolution-service", "/cases/{id}/statements", HttpMethod.GET, HttpMethod.POST),
            door(
                    "statement-clear",
                    "resolution-service",
                    "/cases/{id}/statements/{statementId}/clear",
                    HttpMethod.POST),
            door(
                    "statement-refuse",
                    "resolution-service",
                    "/cases/{id}/statements/{statementId}/refuse",
                    HttpMethod.POST),
            door("reopening", "resolution-service", "/cases/{id}/reopening", HttpMethod.POST),
            door("case-clocks", "resolution-service", "/cases/{id}/clocks", HttpMethod.GET),
            door("clock-extension", "resolution-service", "/cases/{id}/clocks/{clockId}/extension", HttpMethod.POST),
            door("clocks", "resolution-service", "/clocks", HttpMethod.GET),
            door("put-off-closings", "resolution-service", "/put-off-closings", HttpMethod.GET),
            door("clearances", "resolution-service", "/cases/{id}/clearances", HttpMethod.GET),
            door("clearance", "resolution-service", "/cases/{id}/clearances/{gate}", HttpMethod.POST),
            door("department-clearances", "resolution-service", "/departments/{code}/clearances", HttpMethod.GET),
            door("decline", "resolution-service", "/cases/{id}/decline", HttpMethod.POST),
            door("counter", "resolution-service", "/cases/{id}/counter", HttpMethod.POST),
            door("value-limits", "resolution-service", "/value-limits", HttpMethod.GET),
            door("promises", "resolution-service", "/cases/{id}/promises", HttpMethod.GET),
            door(
                    "promise-correction",
                    "resolution-service",
                    "/cases/{id}/promises/{promiseId}:correct",
                    HttpMethod.POST),
            door("promise-notices", "resolution-service", "/departments/{code}/promise-notices", HttpMethod.GET),
            door("promise-summary", "resolution-service", "/promises:summary", HttpMethod.GET),
            door("impossible-orders", "resolution-service", "/orders:impossible", HttpMethod.POST),
            door("impossible-order", "resolution-service", "/orders:impossible/{orderId}", HttpMethod.GET),
            door("journey", "analytics-service", "/cases/{id}/journey", HttpMethod.GET),
            door("survey", "analytics-service", "/cases/{id}/survey", HttpMethod.POST),
            door("review", "analytics-service", "/cases/{id}/review", HttpMethod.GET, HttpMethod.POST),
            door("reviews", "analytics-service", "/reviews", HttpMethod.GET),
            door("feedback", "analytics-service", "/feedback", HttpMethod.GET),
            door("feedback-summary", "analytics-service", "/feedback:summary", HttpMethod.GET),
            door("public-cases", "analytics-service", "/public-cases", HttpMethod.GET),
            door("public-cases-summary", "analytics-service", "/public-cases:summary", HttpMethod.GET),
            door("service-levels", "analytics-service", "/service-levels", HttpMethod.GET),
            door("routing", "routing-service", "/cases/{id}/routing", HttpMethod.GET),
            door("silence", "routing-service", "/cases/{id}/silence", HttpMethod.GET),
            door("absences", "routing-service", "/absences", HttpMethod.GET, HttpMethod.POST),
            door("absence", "routing-service", "/absences/{id}", HttpMethod.GET),
            door("absence-end", "routing-service", "/absences/{id}/end", HttpMethod.POST),
            door("ownership", "routing-service", "/cases/{id}/ownership", HttpMethod.GET),
            door("handover", "routing-service", "/cases/{id}/handover", HttpMethod.POST),
            door("handover-answer", "routing-service", "/cases/{id}/handover/answer", HttpMethod.POST),
            door("handover-assignment", "routing-service", "/cases/{id}/handover/assign", HttpMethod.POST),
            door("request-assignment", "routing-service", "/cases/{id}/requests/{requestId}/assign", HttpMethod.POST),
            door("known-problems", "routing-service", "/known-problems", HttpMethod.GET, HttpMethod.POST),
            door("known-problem", "routing-service", "/known-problems/{problemId}", HttpMethod.GET, HttpMethod.PUT),
            door("known-problem-end", "routing-service", "/known-problems/{problemId}/end", HttpMethod.POST),
            door("inquiries", "routing-service", "/cases/{id}/inquiries", HttpMethod.GET, HttpMethod.POST),
            door("case-incident", "routing-service", "/cases/{id}/incident", HttpMethod.GET),
            door("incidents", "routing-service", "/incidents", HttpMethod.GET, HttpMethod.POST),
            door("incident", "routing-service", "/incidents/{id}", HttpMethod.GET),
            door("incident-members", "routing-service", "/incidents/{id}/members", HttpMethod.GET),
            door("incident-accounts", "routing-service", "/incidents/{id}/accounts", HttpMethod.POST),
            door("incident-remedy", "resolution-service", "/incidents/{id}/remedy", HttpMethod.GET, HttpMethod.POST),
            door("incident-remedy-approval", "resolution-service", "/incidents/{id}/remedy/approval", HttpMethod.POST),
            door("resources", "resolution-service", "/resources", HttpMethod.GET),
            door("resource", "resolution-service", "/resources/{name}", HttpMethod.GET, HttpMethod.PUT),
            door("incident-decision", "routing-service", "/incidents/{id}/{decision}", HttpMethod.POST),
            door("incident-removal", "routing-service", "/incidents/{id}/members/{caseId}/removal", HttpMethod.POST),
            door("crisis", "routing-service", "/crisis", HttpMethod.GET, HttpMethod.POST, HttpMethod.DELETE),
            door("departments", "routing-service", "/departments", HttpMethod.GET),
            door("routing-rules-check", "routing-service", "/routing-rules:check", HttpMethod.POST),
            door("routing-rules-what-if", "routing-service", "/routing-rules:what-if", HttpMethod.POST),
            door("waits", "routing-service", "/cases/{id}/waits", HttpMethod.GET),
            door("cycle-decision", "routing-service", "/cases/{id}/cycles/{cycleId}/decision", HttpMethod.POST),
            door("impact", "routing-service", "/departments/{code}/impact", HttpMethod.GET));

    static final Set<String> SERVICES = ALL.stream().map(Door::service).collect(Collectors.toUnmodifiableSet());

    /** The door at a path, whatever the method; null if there is none. */
    static @Nullable Door at(PathContainer path) {
        for (Door door : ALL) {
            if (door.pattern.matches(path)) {
                return door;
            }
        }
        return null;
    }

    private static Door door(String name, String service, String path, HttpMethod... methods) {
        return new Door(name, service, PathPatternParser.defaultInstance.parse(API + path), Set.of(methods), false);
    }

    private Door withStreams() {
        return new Door(name, service, pattern, methods, true);
    }
}
