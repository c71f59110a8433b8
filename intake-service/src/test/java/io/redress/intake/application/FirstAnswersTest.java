package io.redress.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Owner;
import io.redress.intake.application.FileComplaints.Filing;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The first answer does not wait for a diagnosis that does not come, and how long it takes is known. */
class FirstAnswersTest {
    private static final String LONG = "My invoice is wrong. ".repeat(500);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    @Behaviour({"R9", "R14"})
    void a_diagnosis_that_takes_too_long_is_not_waited_for() {
        CountDownLatch never = new CountDownLatch(1);
        Mono<Diagnosis> found = diagnosis(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return Diagnosis.none("late");
                })
                .of(LONG, "en");

        assertThat(found.block(Duration.ofSeconds(20))).isEqualTo(Diagnosis.none("en"));
        assertThat(missing()).isEqualTo(1);
        never.countDown();
    }

    @Test
    @Behaviour({"R9", "R14"})
    void a_diagnosis_that_fails_is_none() {
        Mono<Diagnosis> found = diagnosis(() -> {
                    throw new IllegalStateException("broken rules");
                })
                .of("My invoice is wrong.", "ro");

        assertThat(found.block()).isEqualTo(Diagnosis.none("ro"));
        assertThat(missing()).isEqualTo(1);
    }

    @Test
    @Behaviour("R14")
    void the_time_from_receipt_to_the_first_answer_is_measured_once_for_each_complaint() {
        FirstAnswers answers = new FirstAnswers(registry);
        var view = new CaseView<IntakeState>("x", new IntakeState.Unfiled(), 1, Map.of(), Map.of());

        answers.measured(Mono.just(new Filing.Opened(view, false))).block();
        answers.measured(Mono.just(new Filing.Opened(view, true))).block();
        answers.measured(Mono.just(new Filing.Reused("key", new CaseId("0190b6a4-7c1e-7a53-9f10-1c2d3e4f5a6b"))))
                .block();

        assertThat(registry.get("redress_first_answer_seconds").timer().count()).isEqualTo(1);
    }

    @Test
    @Behaviour("R69")
    void a_missed_promise_is_counted() {
        new VoiceMeters(registry).count(new IntakeFact.PromiseMissed(Instant.EPOCH));

        assertThat(registry.get("redress_updates_late_total").counter().count()).isEqualTo(1);
    }

    private double missing() {
        return registry.get("redress_first_answers_without_diagnosis_total")
                .counter()
                .count();
    }

    private TimelyDiagnosis diagnosis(Supplier<Diagnosis> diagnosing) {
        return new TimelyDiagnosis(new OneMind(diagnosing), Duration.ofMillis(100), registry);
    }

    private record OneMind(Supplier<Diagnosis> diagnosing) implements FrontDesk {
        @Override
        public String guessLanguage(String text) {
            return "en";
        }

        @Override
        public Owner ownerOf(CaseId caseId, String language, Diagnosis diagnosis, String text) {
            throw new IllegalStateException("Expected not to be asked");
        }

        @Override
        public Diagnosis diagnose(String text, String language) {
            return diagnosing.get();
        }
    }
}
