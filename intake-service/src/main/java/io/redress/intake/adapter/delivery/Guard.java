package io.redress.intake.adapter.delivery;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.intake.domain.Receipt;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Mono;

/**
 * What stands between us and a provider that is slow or out: a time limit, a breaker, and a bound on what is underway.
 * Trying again is the post office's business, which forgets nothing when the process ends.
 */
record Guard(TimeLimiter limit, CircuitBreaker breaker, Bulkhead bulkhead) {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** Makes guards that are kept in the registries, where they are measured. */
    record Registries(TimeLimiterRegistry limits, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        Guard guard(String name, Duration limit, int atOnce) {
            return new Guard(
                    limits.timeLimiter(
                            name,
                            TimeLimiterConfig.custom().timeoutDuration(limit).build()),
                    breakers.circuitBreaker(
                            name,
                            CircuitBreakerConfig.custom()
                                    .slidingWindowSize(20)
                                    .minimumNumberOfCalls(10)
                                    .permittedNumberOfCallsInHalfOpenState(3)
                                    .waitDurationInOpenState(PAUSE)
                                    .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                    .build()),
                    bulkheads.bulkhead(
                            name,
                            BulkheadConfig.custom().maxConcurrentCalls(atOnce).build()));
        }
    }

    /** One try. What the provider could not do counts against it, what it refused does not. */
    Mono<Receipt> around(Mono<Receipt> attempt) {
        return attempt.<Receipt>handle((receipt, sink) -> {
                    if (receipt instanceof Receipt.NotNow || receipt instanceof Receipt.Unsure) {
                        sink.error(new Failed(receipt));
                    } else {
                        sink.next(receipt);
                    }
                })
                .transformDeferred(TimeLimiterOperator.of(limit))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(failure -> switch (failure) {
                    case Failed failed -> Mono.just(failed.receipt);
                    case TimeoutException _ ->
                        Mono.just(new Receipt.Unsure("The provider did not answer within " + seconds() + " s."));
                    case CallNotPermittedException _ ->
                        Mono.just(new Receipt.NotNow("The provider failed too often and is left in peace.", PAUSE));
                    case BulkheadFullException _ ->
                        Mono.just(new Receipt.NotNow("Too much is underway to the provider.", null));
                    default -> Mono.error(failure);
                });
    }

    private long seconds() {
        return limit.getTimeLimiterConfig().getTimeoutDuration().toSeconds();
    }

    /** A receipt that counts as a failure; never leaves this class. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Receipt receipt;

        private Failed(Receipt receipt) {
            super("Expected the provider to take it, but it did not", null, false, false);
            this.receipt = receipt;
        }
    }
}
