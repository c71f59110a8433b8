package io.redress.intake.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.DeliveryFact.Postponed;
import io.redress.intake.domain.DeliveryFact.Settled;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Correspondence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts what became of messages, and knows how long the oldest one has been waiting. */
final class PostMetrics {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private final InstantSource clock;
    private final MeterRegistry registry;
    private final AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
    private volatile Instant looked = Instant.EPOCH;

    PostMetrics(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, InstantSource clock, MeterRegistry registry) {
        this.lanes = lanes;
        this.clock = clock;
        this.registry = registry;
        TimeGauge.builder("redress_messages_oldest_pending", this, TimeUnit.MILLISECONDS, PostMetrics::oldestMillis)
                .register(registry);
    }

    private double oldestMillis() {
        Instant since = oldest.get();
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis());
    }

    void count(List<IntakeFact> facts, String kind) {
        for (IntakeFact fact : facts) {
            switch (fact) {
                case Settled(var delivery, var _) -> count(delivery.state(), delivery.carrier(), kind);
                case Postponed postponed -> count(postponed.state(), postponed.carrier(), kind);
                default -> {}
            }
        }
    }

    private void count(Delivery.State state, @Nullable String carrier, String kind) {
        registry.counter(
                        "redress_messages_total",
                        "state",
                        state.name().toLowerCase(Locale.ROOT),
                        "carrier",
                        carrier == null ? "none" : carrier,
                        "kind",
                        kind)
                .increment();
    }

    /** Reads the heads of two indexes, now and then. */
    Mono<Void> look() {
        return Mono.defer(() -> {
            Instant now = clock.instant();
            if (now.isBefore(looked.plus(LOOK_EVERY))) {
                return Mono.empty();
            }
            looked = now;
            return Mono.zip(lanes.find(DueMessages.due("", 1)), lanes.find(DueMessages.oldestTroubled()))
                    .doOnNext(heads -> oldest.set(older(composed(heads.getT1()), composed(heads.getT2()))))
                    .then();
        });
    }

    private static @Nullable Instant composed(ViewPage<IntakeState> head) {
        return head.cases().stream()
                .findFirst()
                .map(view -> view.state() instanceof Correspondence known ? known : null)
                .flatMap(known -> known.deliveries().first())
                .map(delivery -> delivery.message().composedAt())
                .orElse(null);
    }

    private static @Nullable Instant older(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
