package io.redress.chassis.security;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** What stands between us and a key server that is slow or out: a time limit, a breaker, and patient repetition. */
record GuardedFetch(TimeLimiter limit, CircuitBreaker breaker, Retry retry) {
    private static final String NAME = "token-keys";

    /** Kept in the registries, where they are measured. */
    static GuardedFetch in(TimeLimiterRegistry limits, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        return new GuardedFetch(
                limits.timeLimiter(NAME, twoSeconds()),
                breakers.circuitBreaker(NAME, shortPause()),
                retries.retry(NAME, thrice()));
    }

    <T> Mono<T> around(Mono<T> attempt) {
        return attempt.transformDeferred(TimeLimiterOperator.of(limit))
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry));
    }

    private static TimeLimiterConfig twoSeconds() {
        return TimeLimiterConfig.custom().timeoutDuration(Duration.ofSeconds(2)).build();
    }

    /** Short, since nobody can sign in while it lasts. */
    private static CircuitBreakerConfig shortPause() {
        return CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .waitDurationInOpenState(Duration.ofSeconds(5))
                .build();
    }

    private static RetryConfig thrice() {
        return RetryConfig.custom()
                .maxAttempts(3)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 2.0, 0.5))
                .ignoreExceptions(CallNotPermittedException.class)
                .build();
    }
}
