package io.redress.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.redress.chassis.http.Refusal;
import java.time.Duration;

/** How much each client may still send. Remembers a bounded number of clients; a forgotten one starts afresh. */
final class Allowance {
    private static final int MAX_CLIENTS = 50_000;
    private static final Duration FORGET_AFTER = Duration.ofMinutes(10);

    private final GatewaySettings.Rate rate;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MAX_CLIENTS)
            .expireAfterAccess(FORGET_AFTER)
            .build();

    Allowance(GatewaySettings.Rate rate) {
        this.rate = rate;
    }

    /**
     * Takes one request from a client's allowance.
     *
     * @throws Refusal 429 if nothing is left
     */
    void take(String client) {
        ConsumptionProbe probe = buckets.get(client, any -> full()).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Refusal.tooMany(
                    "Expected at most " + rate.perSecond() + " requests per second from one client.",
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private Bucket full() {
        return Bucket.builder()
                .addLimit(it -> it.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                .build();
    }
}
