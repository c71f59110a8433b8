package io.redress.standalone.demo;

import io.redress.contracts.CaseEvent;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.contracts.Wire;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files the samples and plays everybody else. Filing again after a restart finds the same cases, because it uses the
 * same idempotency keys.
 */
public final class Demo implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    /** Slow enough to be watched. */
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMillis(400);
    /** When something breaks for everybody, everybody writes at once. */
    private static final Duration BETWEEN_OUTAGE_REPORTS = Duration.ofMillis(100);

    private final Rest rest;
    private final Map<String, Story> stories = new ConcurrentHashMap<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().daemon().name("demo-", 0).factory());
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;
    private final SimulatedDepartments departments;
    private final SimulatedCustomers customers;
    private final FirstAnswers firstAnswers;
    private final SeniorManagement senior;
    private final CoordinationTales tales;
    private final InternalService internalService;
    private final Settlement settlement;
    private final RemedyFirst remedyFirst;
    private final OutageReports outage = OutageReports.shipped();
    private final Supervisor supervisor;
    private final Thread listening;
    private volatile boolean closed;

    /**
     * Starts playing.
     *
     * @param tokens by role, as the standalone hands them out
     * @param out where a visitor reads what customers are told first
     */
    public Demo(URI gateway, String bootstrapServers, Map<String, String> tokens, PrintStream out) {
        rest = new Rest(gateway, tokens);
        firstAnswers = new FirstAnswers(rest, out);
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "client.id", "demo"),
                new StringSerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "group.id", "demo",
                        "group.instance.id", "demo",
                        "auto.offset.reset", "earliest",
                        "metadata.max.age.ms", "5000"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Telling telling = new Telling(out, gateway, tokens.getOrDefault("supervisor", ""));
        tales = new CoordinationTales(rest, later, telling);
        senior = new SeniorManagement(rest, later);
        departments = new SimulatedDepartments(producer, later, this::storyOf, tales::chainStands);
        internalService = new InternalService(rest, telling, departments::answers);
        settlement = new Settlement(rest, telling, departments::answers);
        remedyFirst = new RemedyFirst(rest, telling);
        supervisor = new Supervisor(rest, later, telling, outage, departments::remedied);
        customers = new SimulatedCustomers(rest, later, this::storyOf);
        listening = Thread.ofPlatform().daemon().name("demo").start(this::play);
    }

    private void play() {
        try {
            for (Sample sample : Sample.all()) {
                file(sample, Story.of(sample.number()), Map.of());
                Thread.sleep(BETWEEN_COMPLAINTS);
                if (sample.number() == 0) {
                    consumer.subscribe(Pattern.compile("redress\\.requests\\..+\\.v1|"
                            + Stream.of(
                                            Topics.ROUTING,
                                            Topics.INCIDENTS,
                                            Topics.DEPARTMENTS,
                                            Topics.RESOLUTIONS,
                                            Topics.REVIEWS)
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|"))));
                }
                listen(Duration.ofMillis(10));
            }
            String remedied = "";
            for (Sample affected : RemedyFirst.complaints()) {
                remedied = file(affected, Story.REMEDIED_FIRST, Map.of("product", RemedyFirst.PRODUCT));
            }
            remedyFirst.begin(remedied);
            for (Sample report : outage.complaints()) {
                file(report, Story.OUTAGE, Map.of("product", outage.product()));
                Thread.sleep(BETWEEN_OUTAGE_REPORTS);
                listen(Duration.ofMillis(10));
            }
            while (!closed) {
                listen(Duration.ofMillis(500));
            }
        } catch (WakeupException | InterruptedException | InterruptException stopped) {
            // The demo is over.
        } catch (RuntimeException e) {
            if (!closed) {
                LOG.warn("The demo has stopped playing; the product goes on", e);
            }
        } finally {
            consumer.close();
        }
    }

    private String file(Sample sample, Story story, Map<String, String> concerns) {
        Map<String, Object> body = new LinkedHashMap<>(concerns);
        body.put("customer", Map.of("reference", sample.customerReference(), "tier", sample.tier()));
        body.put("channel", sample.channel());
        body.put("language", sample.language());
        body.put("text", sample.text());
        Rest.Answer answer = rest.post(
                "frontline", "/api/v1/complaints", body, Map.of("Idempotency-Key", "demo-" + sample.number()));
        if (!answer.ok()) {
            LOG.warn("A sample complaint was not taken: {}", answer.status());
            return "";
        }
        String caseId = answer.body().path("caseId").asString();
        stories.put(caseId, story);
        firstAnswers.filed(sample, caseId);
        String next = answer.body().path("next").path("what").asString();
        if (next.equals("customer-is-heard")) {
            customers.contented(caseId);
        }
        return caseId;
    }

    private void listen(Duration patience) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
            var type = record.headers().lastHeader("ce_type");
            if (type == null) {
                continue;
            }
            var event = Wire.read(new String(type.value(), StandardCharsets.UTF_8), record.value());
            if (record.topic().equals(Topics.ROUTING)) {
                // Requests are on it, too, but departments listen to their own topics.
                routed(event);
            } else if (event instanceof RequestRaised request) {
                Story story = storyOf(record.key());
                if (!internalService.takes(request, story) && !settlement.takes(request, story)) {
                    departments.asked(request);
                }
            } else if (event instanceof IncidentProposed proposed) {
                supervisor.heard(proposed);
            } else if (event instanceof AccountRemedied remedied) {
                remedyFirst.heard(remedied);
            } else if (event instanceof RequestAnswered answer) {
                departments.heard(answer);
            } else if (stories.containsKey(record.key())) {
                // A visitor's own complaint is answered too, but choosing is for the visitor.
                customers.heard(event);
            }
        }
    }

    private void routed(CaseEvent event) {
        if (!(event instanceof RoutingEvent routing)
                || !stories.containsKey(event.caseId().value())) {
            return;
        }
        tales.heard(routing);
        if (routing instanceof WaitCycleFound found) {
            senior.heard(found);
        } else if (routing instanceof WaitCycleBroken broken) {
            departments.heard(broken);
        }
    }

    private Story storyOf(String caseId) {
        return stories.getOrDefault(caseId, Story.FINISHED);
    }

    @Override
    public void close() {
        closed = true;
        later.shutdownNow();
        internalService.close();
        settlement.close();
        remedyFirst.close();
        consumer.wakeup();
        try {
            listening.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofSeconds(2));
    }
}
