package io.redress.routing;

import io.redress.chassis.testing.RunningService;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** A case of its own, of which Andrei of the front desk takes care: intake and the departments tell routing of it. */
final class ToldCase {
    private final Supplier<RunningService> service;
    private final InstantSource clock;
    private final CaseId id = new CaseId(UUID.randomUUID().toString());

    /**
     * @param service given once it runs
     * @param clock when things happen
     */
    ToldCase(Supplier<RunningService> service, InstantSource clock) {
        this.service = service;
        this.clock = clock;
    }

    /** @param now when all of it happens */
    ToldCase(Supplier<RunningService> service, Instant now) {
        this(service, InstantSource.fixed(now));
    }

    CaseId id() {
        return id;
    }

    /** The webshop files it for a customer, and it is about these natures; the first two events of intake. */
    void complain(String... natures) {
        publish(
                Topics.COMPLAINTS,
                "intake",
                1,
                new ComplaintReceived(
                        id,
                        null,
                        "webshop",
                        new Customer("C-1042", Customer.Tier.STANDARD),
                        "web",
                        "en",
                        "You charged me twice!",
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        clock.instant()));
        List<Hypothesis> about = Arrays.stream(natures)
                .map(it -> new Hypothesis(it, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule"))
                .toList();
        publish(
                Topics.COMPLAINTS,
                "intake",
                2,
                new ComplaintDiagnosed(id, about, -0.3, false, false, "test", clock.instant()));
    }

    /** The event with this number on a stream of the case. */
    void publish(String topic, String stream, long seq, CaseEvent event) {
        service.get().publish(topic, stream, id.value(), seq, EventTypes.wireName(event.getClass()), Wire.write(event));
    }

    /** The first event of this type that is told about the case on a topic; waits for it. */
    <T extends CaseEvent> T told(String topic, Class<T> type) {
        var first = service.get()
                .await(topic, id.value(), 1, EventTypes.wireName(type))
                .getFirst();
        return type.cast(Wire.read(RunningService.type(first), first.value()));
    }
}
