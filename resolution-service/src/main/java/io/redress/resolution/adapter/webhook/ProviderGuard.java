package io.redress.resolution.adapter.webhook;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.resolution.application.RemedyOutcome;
import io.redress.resolution.application.RemedyOutcome.Unknown;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What stands between us and a provider that is slow or out: a time limit for each try, a breaker, a bound on what is
 * underway, and a second try only where the first one was certainly not taken.
 */
public record ProviderGuard(TimeLimiter limit, CircuitBreaker breaker, Bulkhead bulkhead, Retry retry) {
    private static final String NAME = "remedies";
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final double JITTER = 0.5;
    /** A provider that wants to be left alone for longer is tried again by a later round. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** Makes a guard that is kept in the registries, where it is measured. */
    public record Registries(
            TimeLimiterRegistry limits,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads,
            RetryRegistry retries) {

        /**
         * @param limit for one try
         * @param atOnce calls at the same time
         */
        public ProviderGuard guard(Duration limit, int atOnce) {
            return new ProviderGuard(
                    limits.timeLimiter(
                            NAME,
                            TimeLimiterConfig.custom().timeoutDuration(limit).build()),
                    breakers.circuitBreaker(
                            NAME,
                            CircuitBreakerConfig.custom()
                                    .slidingWindowSize(20)
                                    .minimumNumberOfCalls(10)
                                    .permittedNumberOfCallsInHalfOpenState(3)
                                    .waitDurationInOpenState(Duration.ofSeconds(5))
                                    .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                    .build()),
                    bulkheads.bulkhead(
                            NAME,
                            BulkheadConfig.custom().maxConcurrentCalls(atOnce).build()),
                    retries.retry(NAME, retrying()));
        }
    }

    private static RetryConfig retrying() {
        IntervalFunction usual = IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 2, JITTER);
        return RetryConfig.custom()
                .maxAttempts(TRIES)
                .intervalBiFunction((attempt, failed) -> {
                    long pause = usual.apply(attempt);
                    return failed.isLeft() && failed.getLeft() instanceof NotTaken refused && refused.after != null
                            ? refused.after.toMillis() + pause
                            : pause;
                })
                .retryOnException(failure -> failure instanceof NotTaken refused && refused.soon())
                .build();
    }

    /**
     * One call with all its tries. Whatever goes wrong is an outcome.
     *
     * @param neverLeft what is known where nothing has left here, by how long the provider wants to be left alone
     */
    Mono<RemedyOutcome> around(Mono<RemedyOutcome> attempt, Function<@Nullable Duration, RemedyOutcome> neverLeft) {
        return attempt.transformDeferred(TimeLimiterOperator.of(limit))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry))
                .transformDeferred(BulkheadOperator.of(bulkhead))
                .onErrorResume(failure -> Mono.just(outcome(failure, neverLeft)));
    }

    private RemedyOutcome outcome(Throwable failure, Function<@Nullable Duration, RemedyOutcome> neverLeft) {
        return switch (failure) {
            case NotTaken refused -> neverLeft.apply(refused.after);
            case CallNotPermittedException _, BulkheadFullException _ -> neverLeft.apply(null);
            case TimeoutException _ ->
                new Unknown("The provider did not answer within "
                        + limit.getTimeLimiterConfig().getTimeoutDuration().toSeconds() + " s.");
            case Unclear unclear -> new Unknown(unclear.reason);
            default -> new Unknown("The connection ended before the provider answered.");
        };
    }

    /** The provider has certainly not taken it; never leaves this package. */
    static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient @Nullable Duration after;

        /** @param after what the provider has asked for; absent where it has said nothing */
        NotTaken(String reason, @Nullable Duration after) {
            super(reason, null, false, false);
            this.after = after;
        }

        private boolean soon() {
            return after == null || after.compareTo(LONGEST_PAUSE) <= 0;
        }
    }

    /** The provider has answered, and nobody knows what it has done; counts against it. */
    static final class Unclear extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Unclear(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
