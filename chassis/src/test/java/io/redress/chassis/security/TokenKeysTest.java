package io.redress.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class TokenKeysTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final String ISSUER = "https://issuer.example/";

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource clock = now::get;

    @Test
    void the_local_issuer_keeps_its_key_for_its_owner_only(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("keys/issuer.json");
        String token = LocalIssuer.in(file, clock).token("ada", List.of("reader"), Duration.ofHours(1));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Jwt read = LocalIssuer.in(file, clock)
                .decoder()
                .decode(token)
                .blockOptional()
                .orElseThrow();
        assertThat(Caller.from(read)).isEqualTo(new Caller("ada", Set.of("reader")));
        assertThat(read.getExpiresAt()).isEqualTo(START.plusSeconds(3600));
        assertThat(read.getId()).isNotBlank();
    }

    @Test
    void a_token_is_checked_once_and_not_remembered_beyond_its_expiry() {
        LocalIssuer issuer = LocalIssuer.inMemory(clock);
        AtomicInteger checks = new AtomicInteger();
        ReactiveJwtDecoder counted = token -> {
            checks.incrementAndGet();
            return issuer.decoder().decode(token);
        };
        CachingDecoder decoder = new CachingDecoder(counted, clock);
        String token = issuer.token("ada", List.of(), Duration.ofMinutes(1));
        decoder.decode(token).block();
        decoder.decode(token).block();
        assertThat(checks).hasValue(1);
        now.set(START.plusSeconds(66));
        assertThatThrownBy(() -> decoder.decode(token).block()).isInstanceOf(BadJwtException.class);
        assertThat(checks).hasValue(2);
    }

    @Test
    void a_public_key_file_checks_issuer_and_audience_too(@TempDir Path folder) throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        Path file = folder.resolve("key.pem");
        Files.writeString(
                file,
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(key.toRSAPublicKey().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        var read = PublicKeyFile.read(file);
        var decoder = TokenChecks.decoder(TokenChecks.only(read), ISSUER, "redress", clock);
        assertThat(decoder.decode(signed(key, ISSUER, "redress")).block()).isNotNull();
        assertThatThrownBy(() -> decoder.decode(signed(key, ISSUER, "other")).block())
                .isInstanceOf(JwtException.class);
        assertThatThrownBy(() ->
                        decoder.decode(signed(key, "https://other/", "redress")).block())
                .isInstanceOf(JwtException.class);
        Files.writeString(file, "nothing");
        assertThatThrownBy(() -> PublicKeyFile.read(file)).hasMessageContaining("Expected a PEM file");
    }

    @Test
    void published_keys_are_fetched_again_for_a_new_key_but_not_for_every_stranger() throws Exception {
        RSAKey first = new RSAKeyGenerator(2048).keyID("first").generate();
        RSAKey second = new RSAKeyGenerator(2048).keyID("second").generate();
        AtomicReference<JWKSet> published = new AtomicReference<>(new JWKSet(first.toPublicJWK()));
        AtomicInteger fetches = new AtomicInteger();
        var keys = new PublishedKeys(
                Mono.fromSupplier(() -> {
                    fetches.incrementAndGet();
                    return published.get();
                }),
                guard(),
                clock);
        var decoder = TokenChecks.decoder(keys, ISSUER, "redress", clock);
        assertThat(decoder.decode(signed(first, ISSUER, "redress")).block()).isNotNull();
        published.set(new JWKSet(List.of(first.toPublicJWK(), second.toPublicJWK())));
        assertThat(decoder.decode(signed(second, ISSUER, "redress")).block()).isNotNull();
        assertThat(fetches).hasValue(2);
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("stranger").generate();
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() ->
                            decoder.decode(signed(stranger, ISSUER, "redress")).block())
                    .isInstanceOf(BadJwtException.class);
        }
        assertThat(fetches).hasValue(2);
    }

    @Test
    void keys_at_hand_stay_in_use_while_the_issuer_is_out_and_without_any_it_is_not_the_callers_fault()
            throws Exception {
        RSAKey key = new RSAKeyGenerator(2048).keyID("one").generate();
        AtomicInteger fetches = new AtomicInteger();
        var keys = new PublishedKeys(
                Mono.fromCallable(() -> {
                    if (fetches.incrementAndGet() != 4) {
                        throw new IOException("Connection refused");
                    }
                    return new JWKSet(key.toPublicJWK());
                }),
                guard(),
                clock);
        var decoder = TokenChecks.decoder(keys, ISSUER, "redress", clock);
        assertThatThrownBy(() -> decoder.decode(signed(key, ISSUER, "redress")).block())
                .isInstanceOf(JwtException.class)
                .isNotInstanceOf(BadJwtException.class);
        assertThat(fetches).as("tried again, then given up").hasValue(3);
        assertThat(decoder.decode(signed(key, ISSUER, "redress")).block()).isNotNull();
        now.set(START.plus(Duration.ofMinutes(11)));
        assertThat(decoder.decode(signed(key, ISSUER, "redress")).block()).isNotNull();
        assertThat(fetches).hasValueGreaterThan(4);
    }

    private static GuardedFetch guard() {
        return GuardedFetch.in(
                TimeLimiterRegistry.ofDefaults(), CircuitBreakerRegistry.ofDefaults(), RetryRegistry.ofDefaults());
    }

    private String signed(RSAKey key, String issuer, String audience) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject("ada")
                .expirationTime(Date.from(now.get().plusSeconds(60)))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
