package io.redress.chassis.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The keys that an issuer publishes. They are fetched when first needed, again when they are old, and again when a token
 * names a key not among them, though not more often than every ten seconds: strangers can send as many unknown key names
 * as they like. Keys at hand stay in use while the issuer cannot be reached.
 */
final class PublishedKeys implements Function<SignedJWT, Flux<JWK>> {
    private static final Duration OLD = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private record Fetched(JWKSet keys, Instant at) {}

    private final Mono<JWKSet> fetch;
    private final InstantSource clock;
    private final AtomicReference<@Nullable Fetched> held = new AtomicReference<>();
    private final AtomicReference<@Nullable Instant> lastTry = new AtomicReference<>();

    /** @param attempt to get the keys, once; limited and repeated by {@code guard} */
    PublishedKeys(Mono<JWKSet> attempt, GuardedFetch guard, InstantSource clock) {
        this.clock = clock;
        this.fetch = guard.around(attempt).doOnNext(keys -> held.set(new Fetched(keys, clock.instant())));
    }

    @Override
    public Flux<JWK> apply(SignedJWT token) {
        JWKSelector selector = new JWKSelector(JWKMatcher.forJWSHeader(token.getHeader()));
        Fetched now = held.get();
        if (now == null) {
            return fetch.flatMapIterable(selector::select);
        }
        List<JWK> found = selector.select(now.keys());
        boolean enough = !found.isEmpty() && clock.instant().isBefore(now.at().plus(OLD));
        if (enough || !mayTry()) {
            return Flux.fromIterable(found);
        }
        return fetch.map(selector::select)
                .onErrorResume(failure -> Mono.just(found))
                .flatMapIterable(Function.identity());
    }

    /** One caller per pause; the others go on with what is there. */
    private boolean mayTry() {
        Instant now = clock.instant();
        Instant last = lastTry.get();
        return (last == null || !now.isBefore(last.plus(PAUSE))) && lastTry.compareAndSet(last, now);
    }
}
