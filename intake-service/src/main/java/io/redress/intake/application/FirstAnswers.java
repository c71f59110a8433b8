package io.redress.intake.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.intake.application.FileComplaints.Filing;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Measures how long a customer waits for the first answer, from the receipt of the complaint until the answer is stored
 * for good and on its way (R14).
 */
public final class FirstAnswers {
    private final MeterRegistry registry;
    private final Timer timer;

    public FirstAnswers(MeterRegistry registry) {
        this.registry = registry;
        this.timer = Timer.builder("redress_first_answer_seconds")
                .serviceLevelObjectives(
                        Duration.ofMillis(10),
                        Duration.ofMillis(25),
                        Duration.ofMillis(50),
                        Duration.ofMillis(100),
                        Duration.ofMillis(250),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofMillis(2500),
                        Duration.ofSeconds(10))
                .register(registry);
    }

    /** The same filing, measured from now; a repetition answers nobody anew and is not counted. */
    public Mono<Filing> measured(Mono<Filing> filing) {
        return Mono.defer(() -> {
            Timer.Sample sample = Timer.start(registry);
            return filing.doOnNext(filed -> {
                if (filed instanceof Filing.Opened(var _, var replayed) && !replayed) {
                    sample.stop(timer);
                }
            });
        });
    }
}
