package io.redress.intake.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.time.TimeLimits;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A diagnosis in time for the first answer, or none: then the customer gets a holding reply (R9, R14). */
public final class TimelyDiagnosis {
    /** Read at once, in characters: it takes less time than going to another thread and back. */
    private static final int SHORT = 4_000;

    private final FrontDesk frontDesk;
    private final Duration within;
    private final Counter missing;

    /** @param within how long a diagnosis may take before the customer is answered without it */
    public TimelyDiagnosis(FrontDesk frontDesk, Duration within, MeterRegistry registry) {
        this.frontDesk = frontDesk;
        this.within = within;
        this.missing =
                Counter.builder("redress_first_answers_without_diagnosis_total").register(registry);
    }

    /** The diagnosis, or {@link Diagnosis#none} where it failed or takes too long. Does not fail. */
    public Mono<Diagnosis> of(String text, String language) {
        Mono<Diagnosis> diagnosing = Mono.fromCallable(() -> frontDesk.diagnose(text, language));
        Mono<Diagnosis> none = Mono.fromSupplier(() -> Diagnosis.none(language));
        Mono<Diagnosis> timely = text.length() <= SHORT
                ? diagnosing
                : TimeLimits.within(within, diagnosing.subscribeOn(Schedulers.parallel()), none);
        return timely.onErrorResume(RuntimeException.class, _ -> none).doOnNext(found -> {
            if (found.isNone()) {
                missing.increment();
            }
        });
    }
}
