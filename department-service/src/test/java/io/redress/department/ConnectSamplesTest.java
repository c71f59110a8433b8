package io.redress.department;

import static io.redress.department.domain.Example.FINANCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of {@code docs/examples/connect}, run as they are against a real broker: heard, killed, started again. */
class ConnectSamplesTest {
    private static final Path SAMPLES = Path.of("..", "docs", "examples", "connect");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static RunningService service;

    private final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void start() {
        service = RunningService.start(DepartmentApplication.class, "department-service", folder.resolve("store"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    @Behaviour("R57")
    void the_node_sample_answers_each_request_once_though_it_is_killed_and_hears_it_twice() throws Exception {
        present("Node.js, to run its sample", "node", "--version");
        present("npm, to install what the Node sample needs", "npm", "--version");
        Path copy = Files.createDirectory(folder.resolve("node"));
        for (String file : List.of("package.json", "package-lock.json", "department-system.js")) {
            Files.copy(SAMPLES.resolve("node").resolve(file), copy.resolve(file));
        }
        Process install = process(copy, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        assertThat(install.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(install.exitValue()).isZero();

        answersOnce("node-desk", copy, "node", "department-system.js");
    }

    @Test
    @Behaviour("R57")
    void the_java_sample_answers_each_request_once_though_it_is_killed_and_hears_it_twice() throws Exception {
        answersOnce(
                "java-desk",
                SAMPLES.resolve("java"),
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "DepartmentSystem.java");
    }

    @Test
    @Behaviour("R57")
    void the_python_sample_answers_each_request_once_though_it_is_killed_and_hears_it_twice() throws Exception {
        present("python3 with confluent_kafka, to run its sample", "/usr/bin/python3", "-c", "import confluent_kafka");
        answersOnce("python-desk", SAMPLES.resolve("python"), "/usr/bin/python3", "-B", "department_system.py");
    }

    /** Hears a request, answers it, is killed, hears it again and a new one, and answers only that. */
    private void answersOnce(String department, Path in, String... command) throws Exception {
        createTopic(Topics.requestsOf(new DepartmentCode(department)));
        RequestRaised first = raise(department);
        Process system = system(department, in, command);
        awaitAnswer(first);
        system.destroyForcibly().waitFor();

        tell(department, first, 1);
        RequestRaised second = raise(department);
        Process again = system(department, in, command);
        awaitAnswer(second);

        assertThat(types(first)).containsOnlyOnce("redress.department.request-answered.v1");
        assertThat(types(second)).containsOnlyOnce("redress.department.request-answered.v1");
        // A refusal of its own marks the end: had an answer been refused, it would have been told before.
        service.send(new ProducerRecord<>(
                Topics.DEPARTMENT_REPLIES,
                first.caseId().value(),
                Wire.write(new Progress("late", first.requestId(), FINANCE, "somebody", "Not mine."))));
        assertThat(service.await(Topics.DEPARTMENT_REFUSALS, first.caseId().value(), 1))
                .hasSize(1);
        again.destroy();
        assertThat(again.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private Process system(String department, Path in, String... command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("REDRESS_BROKERS", service.brokers(), "REDRESS_DEPARTMENT", department));
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(
                folder.resolve(department + ".log").toFile()));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Process process(Path in, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(in.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("install.log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private void awaitAnswer(RequestRaised request) {
        await().atMost(PATIENCE)
                .failFast("The sample has ended", () -> !started.getLast().isAlive())
                .untilAsserted(() -> assertThat(types(request)).contains("redress.department.request-answered.v1"));
    }

    private static List<String> types(RequestRaised request) {
        return service.await(Topics.DEPARTMENTS, request.caseId().value(), 1).stream()
                .map(RunningService::type)
                .toList();
    }

    /** As routing does it: for the departments service, and for the department's own systems. */
    private static RequestRaised raise(String department) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        RequestRaised raised = new RequestRaised(
                caseId,
                RequestId.of(caseId, 1),
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "overcharge",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                Instant.parse("2026-03-02T09:00:00Z"),
                Instant.parse("2026-03-03T09:00:00Z"));
        publish(Topics.ROUTING, raised, 1);
        tell(department, raised, 1);
        return raised;
    }

    private static void tell(String department, RequestRaised raised, long seq) {
        publish(Topics.requestsOf(new DepartmentCode(department)), raised, seq);
    }

    private static void publish(String topic, RequestRaised raised, long seq) {
        service.publish(
                topic,
                "routing",
                raised.caseId().value(),
                seq,
                EventTypes.wireName(RequestRaised.class),
                Wire.write(raised));
    }

    private static void createTopic(String topic) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.brokers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 2, (short) 1))).all().get();
        }
    }

    /** On a developer's machine a language may be missing; where everything is tested, none may. */
    private static void present(String what, String... command) {
        boolean runs = runs(command);
        if (System.getenv("CI") == null) {
            assumeTrue(runs, "Expected " + what);
        }
        assertThat(runs).as(what).isTrue();
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
