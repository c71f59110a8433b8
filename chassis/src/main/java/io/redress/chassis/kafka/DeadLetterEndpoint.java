package io.redress.chassis.kafka;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Lets an operator give refused events another try. On the service's own address only: the gateway has no door to it. A
 * service allows it to a role in its access rules, under {@link #PATH}.
 */
@RestController
public final class DeadLetterEndpoint {
    public static final String PATH = "/operations/v1/dead-letters/redrive";

    private final DeadLetterRedrive<?> redrive;

    DeadLetterEndpoint(DeadLetterRedrive<?> redrive) {
        this.redrive = redrive;
    }

    @PostMapping(PATH)
    Mono<Redriven> redrive(@RequestBody Wanted wanted) {
        String topic = wanted.topic() == null ? "" : wanted.topic();
        String caseId = wanted.caseId() == null ? "" : wanted.caseId();
        return Mono.fromCallable(() -> new Redriven(redrive.redrive(topic, caseId)))
                .subscribeOn(Schedulers.boundedElastic());
    }

    /**
     * What to try again.
     *
     * @param topic the topic the events were refused from, not the dead-letter topic
     * @param caseId one case, or absent for all
     */
    record Wanted(@Nullable String topic, @Nullable String caseId) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/topic", topic).length("/topic", topic, 1, 249).length("/caseId", caseId, 1, 256);
        }
    }

    /** How many events were tried. */
    record Redriven(int tried) {}
}
