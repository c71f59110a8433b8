package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class AsyncApiTest {
    private static final JsonNode DOCUMENT = Documents.yaml("/api-docs/asyncapi.yaml");
    private static final String REQUESTS = "redress.requests.{department}.v1";

    @Test
    void it_is_an_asyncapi_document() {
        assertThat(Documents.problems("https://redress.example/meta/asyncapi", DOCUMENT))
                .isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        assertThat(References.dangling(DOCUMENT)).isEmpty();
    }

    @Test
    void every_topic_has_a_channel() {
        Set<String> topics = new TreeSet<>(Topics.fixed());
        topics.add(REQUESTS);

        assertThat(channels().keySet()).isEqualTo(topics);
        assertThat(Topics.requestsOf(new DepartmentCode("finance")))
                .isEqualTo(REQUESTS.replace("{department}", "finance"));
    }

    @Test
    void every_channel_carries_exactly_what_its_producer_may_say() {
        Map<String, Set<String>> expected = new TreeMap<>(Map.of(
                Topics.COMPLAINTS,
                wireNames(IntakeEvent.class),
                Topics.CUSTOMER_MESSAGES,
                wireNames(CustomerMessageEvent.class),
                Topics.ROUTING,
                wireNames(RoutingEvent.class),
                Topics.INCIDENTS,
                wireNames(IncidentEvent.class),
                REQUESTS,
                Set.of(
                        EventTypes.wireName(RoutingEvent.RequestRaised.class),
                        EventTypes.wireName(RoutingEvent.RequestWithdrawn.class),
                        EventTypes.wireName(WaitEvent.WaitCycleFound.class),
                        EventTypes.wireName(OwnershipEvent.OfferReturned.class),
                        EventTypes.wireName(OwnershipEvent.OwnershipMoved.class),
                        EventTypes.wireName(OwnershipEvent.OwnerDecided.class),
                        EventTypes.wireName(KnowledgeEvent.KnowledgeSought.class),
                        EventTypes.wireName(SilenceEvent.WaitReminded.class),
                        EventTypes.wireName(SilenceEvent.WaitEscalated.class),
                        EventTypes.wireName(ClaimEvent.ClaimSuperseded.class),
                        EventTypes.wireName(ClaimEvent.ClaimWithdrawn.class),
                        EventTypes.wireName(ClaimEvent.StatementHeld.class)),
                Topics.KNOWLEDGE,
                wireNames(KnownProblemEvent.class),
                Topics.DEPARTMENTS,
                wireNames(DepartmentEvent.class),
                Topics.DEPARTMENT_REPLIES,
                wireNames(DepartmentReply.class),
                Topics.RESOLUTIONS,
                wireNames(ResolutionEvent.class),
                Topics.REVIEWS,
                wireNames(ReviewEvent.class)));
        expected.put(Topics.DEPARTMENT_REFUSALS, wireNames(DepartmentRefusal.class));
        expected.put(Topics.CHARTERS, wireNames(CharterEvent.class));
        expected.put(Topics.FEEDBACK, wireNames(FeedbackEvent.class));

        assertThat(channels()).isEqualTo(expected);
    }

    @Test
    void only_replies_are_received_and_every_channel_is_used() {
        Map<String, String> actions = new TreeMap<>();
        DOCUMENT.path("operations")
                .forEach(operation -> actions.put(
                        References.follow(DOCUMENT, operation.path("channel"))
                                .path("address")
                                .asString(),
                        operation.path("action").asString()));

        assertThat(actions.keySet()).isEqualTo(channels().keySet());
        actions.forEach((topic, action) ->
                assertThat(action).as(topic).isEqualTo(topic.equals(Topics.DEPARTMENT_REPLIES) ? "receive" : "send"));
    }

    @Test
    void every_message_has_the_schema_of_its_name() {
        messages()
                .forEach((name, message) -> assertThat(
                                message.at("/payload/schema/$ref").asString())
                        .isEqualTo("../schemas/" + name + ".json"));

        assertThat(messages().keySet()).isEqualTo(WireTypes.all().keySet());
    }

    @Test
    void the_examples_are_the_golden_samples() {
        Map<String, JsonNode> examples = new TreeMap<>();
        messages()
                .forEach((name, message) -> message.path("examples")
                        .forEach(example -> examples.put(
                                name + (example.path("name").asString().equals("minimal") ? ".minimal" : ""),
                                example.path("payload"))));

        assertThat(examples).isEqualTo(Documents.folder("/golden"));
    }

    @Test
    void the_headers_of_every_example_are_those_of_a_cloud_event() {
        List<String> checked = new ArrayList<>();
        messages()
                .forEach((name, message) -> message.path("examples").forEach(example -> {
                    if (!name.startsWith("redress.reply.")) {
                        JsonNode headers = example.path("headers");
                        assertThat(Documents.problems(DOCUMENT, DOCUMENT.at("/components/schemas/CloudEvent"), headers))
                                .isEmpty();
                        assertThat(headers.path("ce_type").asString()).isEqualTo(name);
                        assertThat(headers.path("ce_dataschema").asString())
                                .isEqualTo(Wire.dataSchema(name).toString());
                        assertThat(headers.path("ce_subject")).isEqualTo(subject(example.path("payload")));
                        checked.add(name);
                    }
                }));

        assertThat(checked).hasSizeGreaterThanOrEqualTo(EventTypes.all().size());
    }

    /** What an event is about: nearly always a case. */
    private static JsonNode subject(JsonNode payload) {
        for (String key : List.of("caseId", "incidentId", "problemId")) {
            if (payload.has(key)) {
                return payload.path(key);
            }
        }
        return StringNode.valueOf(
                payload.has("department")
                        ? payload.path("department").asString()
                        : IncidentEvent.OfOrganisation.KEY.value());
    }

    private static Set<String> wireNames(Class<?> sealed) {
        return leaves(sealed).map(EventTypes::wireName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(AsyncApiTest::leaves);
    }

    private static Map<String, Set<String>> channels() {
        Map<String, Set<String>> channels = new TreeMap<>();
        DOCUMENT.path("channels")
                .forEach(channel -> channels.put(
                        channel.path("address").asString(),
                        channel.path("messages")
                                .valueStream()
                                .map(message -> References.follow(DOCUMENT, message)
                                        .path("name")
                                        .asString())
                                .collect(Collectors.toCollection(TreeSet::new))));
        return channels;
    }

    private static Map<String, JsonNode> messages() {
        Map<String, JsonNode> messages = new TreeMap<>();
        DOCUMENT.at("/components/messages")
                .forEach(message -> messages.put(message.path("name").asString(), message));
        return messages;
    }
}
