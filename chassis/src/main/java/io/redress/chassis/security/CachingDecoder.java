package io.redress.chassis.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers tokens that were found good, since a signature costs more than most requests and is checked at the gateway
 * and again in each service. A token is remembered for at most five minutes (so a withdrawn key stops working soon) and
 * never beyond its own expiry.
 */
final class CachingDecoder implements ReactiveJwtDecoder {
    private static final int MAX_TOKENS = 10_000;
    private static final int MAX_LENGTH = 8 * 1024;
    private static final Duration MAX_AGE = Duration.ofMinutes(5);

    private final ReactiveJwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> good = Caffeine.newBuilder()
            .maximumSize(MAX_TOKENS)
            .expireAfterWrite(MAX_AGE)
            .build();

    CachingDecoder(ReactiveJwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null && isFresh(known.getExpiresAt())) {
            return Mono.just(known);
        }
        Mono<Jwt> checked = decoder.decode(token);
        return token.length() > MAX_LENGTH ? checked : checked.doOnNext(it -> good.put(token, it));
    }

    private boolean isFresh(@Nullable Instant expiry) {
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
