package io.redress.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.redress.chassis.http.HttpTalk;
import io.redress.chassis.http.HttpTalk.Answer;
import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.EventTypes;
import io.redress.contracts.KnownAnswer;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A case of its own about an overcharge: routing tells the department service of it, departments are asked, and what is told of it is read back. */
final class AskedCase {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<RunningService> service;
    private final Instant now;
    private final CaseId id = new CaseId(UUID.randomUUID().toString());
    private long seq;

    /**
     * @param service given once it runs
     * @param now when all of it happens
     */
    AskedCase(Supplier<RunningService> service, Instant now) {
        this.service = service;
        this.now = now;
    }

    CaseId id() {
        return id;
    }

    RequestId request(int number) {
        return RequestId.of(id, number);
    }

    /** The next event that routing tells of the case. */
    void publish(CaseEvent event) {
        service.get()
                .publish(
                        Topics.ROUTING,
                        "routing",
                        id.value(),
                        ++seq,
                        EventTypes.wireName(event.getClass()),
                        Wire.write(event));
    }

    /** To Andrei of the front desk, and the department answers for it. */
    void route(DepartmentCode lead) {
        publish(new CaseRouted(
                id,
                "overcharge",
                Cause.SERVICE_FAILURE,
                lead,
                List.of(),
                new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                new Customer("C-4711", Customer.Tier.STANDARD),
                "app",
                "en",
                "overcharge",
                now,
                now));
    }

    /** A request for information, due in a day. */
    void raise(RequestId request, DepartmentCode department, @Nullable RequestId parent) {
        raise(request, department, RequestKind.INFORMATION, "Look into it.", parent, null);
    }

    /** A request that is due in a day. */
    void raise(
            RequestId request,
            DepartmentCode department,
            RequestKind kind,
            String subject,
            @Nullable RequestId parent,
            @Nullable KnownAnswer known) {
        publish(new RequestRaised(
                id,
                request,
                department,
                kind,
                "overcharge",
                subject,
                "You charged me twice!",
                "en",
                null,
                now,
                now.plus(Duration.ofDays(1)),
                parent,
                null,
                known));
    }

    /** Waits until the department has the request. */
    void awaitOpen(RequestId request, DepartmentCode department) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(department(department)
                                .get(address(request, department))
                                .status())
                        .isEqualTo(200));
    }

    Answer reply(RequestId request, DepartmentCode department, String key, String json) {
        return department(department).post(address(request, department) + "/replies", json, "Idempotency-Key", key);
    }

    /** The department is done with the request. */
    void answer(RequestId request, DepartmentCode department, String key) {
        Answer answered = reply(request, department, key, """
                {"type": "answer", "by": "Silvia", "done": true, "findings": "Twice."}""");
        assertThat(answered.status()).as(answered.body()).isEqualTo(201);
    }

    /** What a department's own system says. */
    void say(DepartmentReply reply) {
        service.get().send(new ProducerRecord<>(Topics.DEPARTMENT_REPLIES, id.value(), Wire.write(reply)));
    }

    HttpTalk department(DepartmentCode code) {
        return service.get().as("of-" + code, "department:" + code);
    }

    static String address(RequestId request, DepartmentCode department) {
        return "/api/v1/departments/" + department + "/requests/" + request;
    }

    static void awaitIn(String path, HttpTalk reader, String pointer, String value) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(reader.get(path).json().at(pointer).asString(""))
                                .isEqualTo(value));
    }

    /** The first event of this kind that the others are told about the case. */
    <T extends CaseEvent> T told(Class<T> type) {
        return told(type, 1).getFirst();
    }

    /** The first of these; waits for them. */
    <T extends CaseEvent> List<T> told(Class<T> type, int count) {
        return service.get().await(Topics.DEPARTMENTS, id.value(), count, EventTypes.wireName(type)).stream()
                .map(it -> type.cast(Wire.read(RunningService.type(it), it.value())))
                .toList();
    }
}
