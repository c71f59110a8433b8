package io.redress.gateway;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.timelimiter.TimeLimiter;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.time.TimeLimits;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A time limit and a circuit breaker for each door. They end when the answer's headers have arrived: a live stream may
 * go on for hours. Only a service that cannot be reached or stays silent trips the breaker; an answer is an answer,
 * whatever it says.
 */
final class GuardDoor implements GatewayFilter {
    private static final Logger LOG = LoggerFactory.getLogger(GuardDoor.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private record Guards(CircuitBreaker breaker, TimeLimiter limit) {}

    private final Map<String, Guards> guards;

    GuardDoor(CircuitBreakerRegistry breakers, TimeLimiterRegistry limits) {
        guards = Door.ALL.stream()
                .map(Door::name)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        name -> new Guards(breakers.circuitBreaker(name), limits.timeLimiter(name))));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Guards guard = guards.get(FindDoor.of(exchange).name());
        if (guard == null) {
            return Mono.error(Refusal.notFound());
        }
        return limited(guard.limit(), chain.filter(exchange))
                .onErrorMap(TimeoutException.class, late -> whoseFault(exchange, late))
                .transform(CircuitBreakerOperator.of(guard.breaker()))
                .doOnError(thrown -> tellOperators(exchange, thrown))
                .onErrorMap(GuardDoor::asRefusal);
    }

    /** The limiter's own operator wakes a timer thread for every request; its limit and its counts are kept. */
    private static Mono<Void> limited(TimeLimiter limit, Mono<Void> answer) {
        return TimeLimits.within(limit.getTimeLimiterConfig().getTimeoutDuration(), answer)
                .doOnSuccess(_ -> limit.onSuccess())
                .doOnError(limit::onError);
    }

    /** A caller that sends its body slowly must not open the breaker for everybody else. */
    private static Throwable whoseFault(ServerWebExchange exchange, TimeoutException late) {
        return LimitBody.isStillArriving(exchange)
                ? Refusal.of(408, "too-slow", "Request too slow", "Expected the whole body within the time limit.")
                : late;
    }

    /** The caller is told nothing of the inside, so the log has to; an open breaker keeps it short. */
    private static void tellOperators(ServerWebExchange exchange, Throwable thrown) {
        if (!(thrown instanceof Refusal || thrown instanceof CallNotPermittedException)) {
            LOG.warn("No answer from {}: {}", FindDoor.of(exchange).service(), thrown.toString());
        }
    }

    private static Throwable asRefusal(Throwable thrown) {
        return switch (thrown) {
            case Refusal refusal -> refusal;
            case TimeoutException late ->
                Refusal.timedOut("The service did not answer in time. Whether it happened is unknown: ask again.");
            case CallNotPermittedException open ->
                Refusal.unavailable("The service has failed repeatedly and is left alone for a moment.", SOON);
            case Error error -> error;
            default -> Refusal.unavailable("The service cannot be reached. Please send it again.", SOON);
        };
    }
}
