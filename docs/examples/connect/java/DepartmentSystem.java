import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A department's own system: hears what the department is asked for, and answers. Needs kafka-clients and Jackson 3 on the
 * class path. Ends cleanly on SIGTERM; may be killed and started again at any time.
 */
public final class DepartmentSystem {
    private static final String DEPARTMENT = setting("REDRESS_DEPARTMENT", "finance");
    private static final String BROKERS = setting("REDRESS_BROKERS", "127.0.0.1:9092");

    private static final String REQUESTS = "redress.requests." + DEPARTMENT + ".v1";
    private static final String REPLIES = "redress.department-replies.v1";
    private static final String REFUSALS = "redress.department-refusals.v1";
    private static final String RAISED = "redress.routing.request-raised.v1";
    private static final String REFUSED = "redress.refusals.reply-refused.v1";

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * Spares work where a request is delivered twice in a row. What protects against doing it twice is the reply id below,
     * because this list is gone after a restart. Work with effects outside belongs into your own store, under the request
     * id.
     */
    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > 10_000;
        }
    });

    public static void main(String[] arguments) throws Exception {
        new DepartmentSystem().run();
    }

    /**
     * What the department finds out. The same request must give the same answer, or be answered from what was stored: under
     * one reply id there is one text.
     */
    private static Map<String, Object> answer(JsonNode request) {
        String requestId = request.path("requestId").asString();
        return Map.of(
                "type", "answer",
                "replyId", DEPARTMENT + "-system:" + requestId + ":answer",
                "requestId", requestId,
                "department", DEPARTMENT,
                "by", DEPARTMENT + " system",
                "done", true,
                "findings", "Looked into: " + request.path("subject").asString(),
                "claims", List.of(Map.of("key", "invoice.state", "value", "charged once")));
    }

    private void hear(Producer<String, String> producer, ConsumerRecord<String, String> in)
            throws ExecutionException, InterruptedException {
        String type = header(in, "ce_type");
        if (in.topic().equals(REFUSALS)) {
            JsonNode refusal = JSON.readTree(in.value());
            if (REFUSED.equals(type) && refusal.path("department").asString("").equals(DEPARTMENT)) {
                System.err.println("refused " + refusal.path("replyId").asString("") + ": "
                        + refusal.path("code").asString() + ": " + refusal.path("reason").asString());
            }
            return;
        }
        String eventId = header(in, "ce_id");
        if (!RAISED.equals(type) || seen.contains(eventId)) {
            return;
        }
        JsonNode request = JSON.readTree(in.value());
        // What was known before the complaint is answered already.
        if (!request.has("knownAnswer")) {
            // The key is the case id. An answer to what was offered accepts it, too.
            String caseId = request.path("caseId").asString();
            producer.send(new ProducerRecord<>(REPLIES, caseId, JSON.writeValueAsString(answer(request))))
                    .get();
            System.out.println("answered " + request.path("requestId").asString());
        }
        seen.add(eventId);
    }

    private void run() throws ExecutionException, InterruptedException {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", BROKERS,
                        "group.id", DEPARTMENT + "-system",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", false,
                        // One that was killed holds up its successor no longer than this.
                        "session.timeout.ms", 10_000),
                new StringDeserializer(),
                new StringDeserializer());
        Thread main = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.wakeup();
            try {
                main.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        try (consumer;
                Producer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", BROKERS, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            consumer.subscribe(List.of(REQUESTS, REFUSALS));
            System.out.println("listening");
            while (true) {
                for (ConsumerRecord<String, String> in : consumer.poll(Duration.ofMillis(500))) {
                    hear(producer, in);
                    // Only now: whatever happens before, the request is delivered again.
                    consumer.commitSync(Map.of(
                            new TopicPartition(in.topic(), in.partition()), new OffsetAndMetadata(in.offset() + 1)));
                }
            }
        } catch (WakeupException ended) {
            // By the hook above.
        }
    }

    private static String header(ConsumerRecord<?, ?> in, String name) {
        Header header = in.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String setting(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
