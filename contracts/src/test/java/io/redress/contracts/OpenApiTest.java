package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class OpenApiTest {
    private static final JsonNode DOCUMENT = Documents.yaml("/api-docs/openapi.yaml");
    private static final Set<String> ROLES = Set.of(
            "frontline",
            "department:{code}",
            "department-system",
            "consultant",
            "supervisor",
            "auditor",
            "department:senior-management",
            "department:product-management",
            "department:marketing-pr");

    /** Writes that are about no case, or about any number of them. */
    private static final Set<String> WITHOUT_A_CASE = Set.of(
            "post /api/v1/complaints:import",
            "post /api/v1/message-templates/{kind}:preview",
            "post /api/v1/known-problems",
            "post /api/v1/known-problems/{problemId}/end",
            "post /api/v1/customers/{reference}/favours",
            "post /api/v1/absences",
            "post /api/v1/absences/{id}/end",
            "post /api/v1/departments/{code}/request-fields",
            "post /api/v1/drills",
            "post /api/v1/drills/{id}/answers",
            "post /api/v1/drills/{id}/end",
            "post /api/v1/departments/{code}/charter/versions/{version}:agree",
            "post /api/v1/routing-rules:check",
            "post /api/v1/routing-rules:what-if",
            "post /api/v1/departments/{code}/requests/{requestId}/commitments:check",
            "post /api/v1/departments/{code}/requests:preview",
            "post /api/v1/orders:impossible",
            "post /api/v1/shipments");

    @Test
    void it_is_an_openapi_document() {
        assertThat(Documents.problems("https://redress.example/meta/openapi", DOCUMENT))
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(References.dangling(DOCUMENT)).isEmpty();
    }

    @Test
    void every_component_is_used() {
        Set<String> used = new TreeSet<>();
        References.visit(DOCUMENT, (pointer, node) -> used.add(node.path("$ref").asString("")));
        List<String> unused = new ArrayList<>();
        DOCUMENT.path("components")
                .properties()
                .forEach(kind -> kind.getValue().propertyNames().forEach(name -> {
                    String ref = "#/components/" + kind.getKey() + "/" + name;
                    if (!used.contains(ref) && !kind.getKey().equals("securitySchemes")) {
                        unused.add(ref);
                    }
                }));

        assertThat(unused).isEmpty();
    }

    @Test
    void every_schema_is_one() {
        DOCUMENT.at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(
                                Documents.problems("https://json-schema.org/draft/2020-12/schema", schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void every_example_of_a_body_satisfies_its_schema() {
        List<String> checked = new ArrayList<>();
        References.visit(DOCUMENT, (pointer, node) -> {
            if (node.path("schema").isObject()
                    && node.path("examples").isObject()
                    && !pointer.endsWith("event-stream")) {
                node.path("examples").properties().forEach(example -> {
                    JsonNode value =
                            References.follow(DOCUMENT, example.getValue()).path("value");
                    assertThat(Documents.problems(DOCUMENT, node.path("schema"), value))
                            .as(pointer + " " + example.getKey())
                            .isEmpty();
                    checked.add(pointer);
                });
            }
        });

        assertThat(checked).hasSizeGreaterThan(20);
    }

    @Test
    void an_example_of_a_request_without_a_required_field_does_not_satisfy_its_schema() {
        operations().forEach((name, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json");
            body.path("examples").forEach(example -> {
                JsonNode value = References.follow(DOCUMENT, example).path("value");
                List<String> mayBeAbsent = value.propertyNames().stream()
                        .filter(field -> Documents.problems(DOCUMENT, body.path("schema"), without(value, field))
                                .isEmpty())
                        .toList();
                assertThat(List.of(
                                "tier",
                                "language",
                                "clientReference",
                                "channel",
                                "onBehalfOf",
                                "attachments",
                                "contacts",
                                "preferredChannel",
                                "who",
                                "caseId",
                                "claims",
                                "options",
                                "inquiryId",
                                "href",
                                "words",
                                "tone",
                                "formality",
                                "values",
                                "cause",
                                "by",
                                "how",
                                "mood",
                                "smallTalk",
                                "reason",
                                "rightOwner",
                                "product",
                                "lot",
                                "customerGroup",
                                "seenIn",
                                "validFrom",
                                "validUntil",
                                "answerBy",
                                "region",
                                "since",
                                "handles",
                                "request",
                                "ola",
                                "calendar",
                                "capacity",
                                "urgentAllowance",
                                "progressEveryMinutes",
                                "marginPercent",
                                "guide",
                                "forRequest",
                                "fields",
                                "wantedBy",
                                "missing",
                                "newDueAt",
                                "evidence",
                                "alternatives",
                                "resources"))
                        .as(name)
                        .containsAll(mayBeAbsent);
            });
        });
    }

    private static JsonNode without(JsonNode value, String field) {
        ObjectNode rest = (ObjectNode) value.deepCopy();
        rest.remove(field);
        return rest;
    }

    @Test
    void every_example_of_a_value_satisfies_its_schema() {
        List<String> checked = new ArrayList<>();
        References.visit(DOCUMENT, (pointer, node) -> {
            if (node.path("examples").isArray()) {
                node.path("examples")
                        .forEach(value -> assertThat(Documents.problems(DOCUMENT, node, value))
                                .as(pointer)
                                .isEmpty());
                checked.add(pointer);
            }
        });

        assertThat(checked).isNotEmpty();
    }

    @Test
    void a_request_with_an_unknown_field_does_not_satisfy_its_schema() {
        operations().forEach((name, operation) -> {
            JsonNode body = operation.at("/requestBody/content/application~1json/schema");
            if (!body.isMissingNode()) {
                JsonNode schema = References.follow(DOCUMENT, body);
                List<JsonNode> shapes = schema.has("oneOf")
                        ? schema.path("oneOf")
                                .valueStream()
                                .map(shape -> References.follow(DOCUMENT, shape))
                                .toList()
                        : List.of(schema);
                assertThat(shapes)
                        .as(name)
                        .allMatch(shape -> !shape.path("additionalProperties").asBoolean(true));
            }
        });
    }

    @Test
    void operations_have_names_of_their_own_and_known_roles() {
        List<String> names = new ArrayList<>();
        operations().forEach((name, operation) -> {
            names.add(operation.path("operationId").asString());
            operation
                    .path("security")
                    .forEach(way -> assertThat(ROLES)
                            .as(name)
                            .containsAll(way.path("bearer")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()));
        });

        assertThat(names).doesNotHaveDuplicates().doesNotContain("");
    }

    @Test
    void every_operation_says_what_comes_back_and_every_refusal_is_a_problem_document() {
        operations().forEach((name, operation) -> {
            JsonNode responses = operation.path("responses");
            assertThat(responses.propertyNames()).as(name).contains("401", "403", "429", "503");
            assertThat(responses.propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
            responses.properties().stream()
                    .filter(response -> !response.getKey().startsWith("2"))
                    .forEach(response -> assertThat(References.follow(DOCUMENT, response.getValue())
                                    .path("content")
                                    .propertyNames())
                            .as(name + " " + response.getKey())
                            .containsExactly("application/problem+json"));
        });
    }

    @Test
    void every_write_says_where_its_case_stands() {
        operations().forEach((name, operation) -> {
            if (name.startsWith("post") && !WITHOUT_A_CASE.contains(name)) {
                operation.path("responses").properties().stream()
                        .filter(response -> response.getKey().startsWith("2"))
                        .forEach(response -> assertThat(References.follow(DOCUMENT, response.getValue())
                                        .path("headers")
                                        .propertyNames())
                                .as(name)
                                .contains("Redress-Case", "Redress-Position", "ETag"));
            }
        });
    }

    @Test
    void the_interface_is_complete() {
        assertThat(operations().keySet())
                .containsExactlyInAnyOrder(
                        "post /api/v1/complaints",
                        "post /api/v1/complaints:import",
                        "get /api/v1/customers/{reference}",
                        "put /api/v1/customers/{reference}",
                        "post /api/v1/customers/{reference}/favours",
                        "get /api/v1/cases",
                        "get /api/v1/cases/{id}",
                        "get /api/v1/cases/{id}/messages",
                        "post /api/v1/cases/{id}/messages:settle",
                        "post /api/v1/text-errors",
                        "get /api/v1/text-errors",
                        "get /api/v1/text-errors/{id}",
                        "post /api/v1/text-errors/{id}/resolution",
                        "get /api/v1/message-templates",
                        "post /api/v1/message-templates/{kind}:preview",
                        "get /api/v1/cases/{id}/duplicates",
                        "post /api/v1/cases/{id}/merge",
                        "post /api/v1/cases/{id}/merge:undo",
                        "post /api/v1/cases/{id}/words",
                        "post /api/v1/cases/{id}/diagnosis",
                        "post /api/v1/cases/{id}/contact-wishes",
                        "post /api/v1/cases/{id}/contacts",
                        "get /api/v1/consultants",
                        "get /api/v1/consultants/{id}/contacts",
                        "get /api/v1/drill-scenarios",
                        "post /api/v1/drills",
                        "get /api/v1/drills",
                        "get /api/v1/drills/{id}",
                        "post /api/v1/drills/{id}/answers",
                        "post /api/v1/drills/{id}/end",
                        "get /api/v1/incidents",
                        "post /api/v1/incidents",
                        "get /api/v1/incidents/{id}",
                        "post /api/v1/incidents/{id}/opening",
                        "post /api/v1/incidents/{id}/dismissal",
                        "post /api/v1/incidents/{id}/closure",
                        "post /api/v1/incidents/{id}/mode",
                        "post /api/v1/incidents/{id}/accounts",
                        "get /api/v1/resources",
                        "get /api/v1/resources/{name}",
                        "put /api/v1/resources/{name}",
                        "get /api/v1/incidents/{id}/remedy",
                        "post /api/v1/incidents/{id}/remedy",
                        "post /api/v1/incidents/{id}/remedy/approval",
                        "get /api/v1/incidents/{id}/members",
                        "post /api/v1/incidents/{id}/members/{caseId}/removal",
                        "get /api/v1/cases/{id}/incident",
                        "get /api/v1/crisis",
                        "post /api/v1/crisis",
                        "delete /api/v1/crisis",
                        "get /api/v1/departments",
                        "get /api/v1/cases/{id}/routing",
                        "get /api/v1/cases/{id}/silence",
                        "post /api/v1/absences",
                        "get /api/v1/absences",
                        "get /api/v1/absences/{id}",
                        "post /api/v1/absences/{id}/end",
                        "get /api/v1/cases/{id}/ownership",
                        "post /api/v1/cases/{id}/requests/{requestId}/assign",
                        "post /api/v1/cases/{id}/handover",
                        "post /api/v1/cases/{id}/handover/answer",
                        "post /api/v1/cases/{id}/handover/assign",
                        "post /api/v1/known-problems",
                        "get /api/v1/known-problems",
                        "get /api/v1/known-problems/{problemId}",
                        "put /api/v1/known-problems/{problemId}",
                        "post /api/v1/known-problems/{problemId}/end",
                        "post /api/v1/cases/{id}/inquiries",
                        "get /api/v1/cases/{id}/inquiries",
                        "get /api/v1/departments/{code}/charter",
                        "put /api/v1/departments/{code}/charter",
                        "get /api/v1/departments/{code}/charter/versions",
                        "get /api/v1/departments/{code}/charter/versions/{version}",
                        "post /api/v1/departments/{code}/charter/versions/{version}:agree",
                        "post /api/v1/departments/{code}/requests/{requestId}:urge",
                        "post /api/v1/departments/{code}/requests/{requestId}:judge-urgency",
                        "get /api/v1/departments/{code}/urgency",
                        "get /api/v1/urgency/exemptions",
                        "post /api/v1/departments/{code}/requests/{requestId}:send-back",
                        "post /api/v1/departments/{code}/requests/{requestId}:rate",
                        "post /api/v1/departments/{code}/requests/{requestId}:thank",
                        "get /api/v1/departments/{code}/service",
                        "get /api/v1/departments/{code}/deliveries",
                        "get /api/v1/departments/{code}/worklist/load",
                        "get /api/v1/departments/{code}/thanks",
                        "post /api/v1/routing-rules:check",
                        "post /api/v1/routing-rules:what-if",
                        "get /api/v1/cases/{id}/waits",
                        "post /api/v1/cases/{id}/cycles/{cycleId}/decision",
                        "get /api/v1/departments/{code}/impact",
                        "post /api/v1/shipments",
                        "get /api/v1/departments/{code}/worklist",
                        "get /api/v1/departments/{code}/requests/{requestId}",
                        "post /api/v1/departments/{code}/requests/{requestId}/replies",
                        "post /api/v1/departments/{code}/messages",
                        "post /api/v1/departments/{code}/request-fields",
                        "post /api/v1/departments/{code}/requests/{requestId}/deviations",
                        "post /api/v1/departments/{code}/requests/{requestId}/estimate",
                        "post /api/v1/departments/{code}/requests/{requestId}/commitments",
                        "post /api/v1/departments/{code}/requests/{requestId}/commitments:check",
                        "post /api/v1/departments/{code}/requests/{requestId}/commitments/{commitmentId}:correct",
                        "get /api/v1/departments/{code}/commitments:summary",
                        "get /api/v1/cases/{id}/commitments",
                        "post /api/v1/departments/{code}/requests:preview",
                        "get /api/v1/departments/{code}/requests/{requestId}/negotiation",
                        "post /api/v1/departments/{code}/requests/{requestId}/offers",
                        "post /api/v1/departments/{code}/requests/{requestId}/offers/{offerId}:accept",
                        "post /api/v1/departments/{code}/requests/{requestId}/offers/{offerId}:decline",
                        "get /api/v1/cases/{id}/cooperation",
                        "post /api/v1/cases/{id}/questions/{questionId}/answer",
                        "post /api/v1/cases/{id}/contributions",
                        "post /api/v1/cases/{id}/evidence",
                        "post /api/v1/cases/{id}/informal-questions",
                        "post /api/v1/cases/{id}/informal-questions/{questionId}/answer",
                        "post /api/v1/departments/{code}/requests",
                        "get /api/v1/cases/{id}/resolution",
                        "get /api/v1/cases/{id}/execution",
                        "post /api/v1/cases/{id}/choice",
                        "post /api/v1/cases/{id}/closure",
                        "get /api/v1/cases/{id}/claims",
                        "post /api/v1/cases/{id}/claims",
                        "post /api/v1/cases/{id}/claims/{claimId}/supersede",
                        "post /api/v1/cases/{id}/claims/{claimId}/withdraw",
                        "post /api/v1/cases/{id}/claims/{claimId}/clear",
                        "post /api/v1/cases/{id}/claims/{claimId}/heard",
                        "get /api/v1/cases/{id}/statements",
                        "post /api/v1/cases/{id}/statements",
                        "post /api/v1/cases/{id}/statements/{statementId}/clear",
                        "post /api/v1/cases/{id}/statements/{statementId}/refuse",
                        "post /api/v1/cases/{id}/reopening",
                        "get /api/v1/cases/{id}/clocks",
                        "post /api/v1/cases/{id}/clocks/{clockId}/extension",
                        "get /api/v1/clocks",
                        "get /api/v1/put-off-closings",
                        "get /api/v1/cases/{id}/clearances",
                        "post /api/v1/cases/{id}/clearances/{gate}",
                        "get /api/v1/departments/{code}/clearances",
                        "post /api/v1/cases/{id}/decline",
                        "post /api/v1/cases/{id}/counter",
                        "get /api/v1/value-limits",
                        "get /api/v1/cases/{id}/promises",
                        "post /api/v1/cases/{id}/promises/{promiseId}:correct",
                        "get /api/v1/departments/{code}/promise-notices",
                        "get /api/v1/promises:summary",
                        "post /api/v1/orders:impossible",
                        "get /api/v1/orders:impossible/{orderId}",
                        "get /api/v1/cases/{id}/journey",
                        "post /api/v1/cases/{id}/survey",
                        "get /api/v1/cases/{id}/review",
                        "post /api/v1/cases/{id}/review",
                        "get /api/v1/reviews",
                        "get /api/v1/feedback",
                        "get /api/v1/feedback:summary",
                        "get /api/v1/service-levels",
                        "get /api/v1/public-cases",
                        "get /api/v1/public-cases:summary");
    }

    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> !method.getKey().equals("parameters"))
                        .forEach(method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
        return operations;
    }
}
