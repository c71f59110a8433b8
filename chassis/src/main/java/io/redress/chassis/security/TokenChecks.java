package io.redress.chassis.security;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.proc.JWKSecurityContext;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** What makes a token good: signature by a known key, issuer, audience, subject, and a time that is now. */
final class TokenChecks {
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(5);

    private TokenChecks() {}

    /** Checks against the keys that {@code keys} finds for a token; cached. */
    static ReactiveJwtDecoder decoder(
            Function<SignedJWT, Flux<JWK>> keys, String issuer, String audience, InstantSource clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(keys)
                .jwtProcessorCustomizer(TokenChecks::allowBothAlgorithms)
                .build();
        decoder.setJwtValidator(validator(issuer, audience, clock));
        return new CachingDecoder(
                token -> decoder.decode(token).onErrorMap(IllegalStateException.class, TokenChecks::ours), clock);
    }

    /** Keys that cannot be had are our trouble and not the token's: not 401, but 503. */
    private static JwtException ours(IllegalStateException failure) {
        return new JwtException("Expected the keys of the issuer, but could not get them", failure);
    }

    private static OAuth2TokenValidator<Jwt> validator(String issuer, String audience, InstantSource clock) {
        JwtTimestampValidator time = new JwtTimestampValidator(CLOCK_SKEW);
        time.setAllowEmptyExpiryClaim(false);
        time.setClock(clock.withZone(ZoneOffset.UTC));
        return new DelegatingOAuth2TokenValidator<>(
                time,
                new JwtIssuerValidator(issuer),
                new JwtClaimValidator<Collection<String>>("aud", it -> it != null && it.contains(audience)),
                new JwtClaimValidator<String>("sub", it -> it != null && !it.isBlank() && it.length() <= 200));
    }

    /** One known key for all tokens, whatever name they give it. */
    static Function<SignedJWT, Flux<JWK>> only(JWK key) {
        return token -> Objects.equals(
                        key.getKeyType(), KeyType.forAlgorithm(token.getHeader().getAlgorithm()))
                ? Flux.just(key)
                : Flux.empty();
    }

    /**
     * Asymmetric algorithms only: a public key must never be usable as a shared secret. The keys at hand here have been
     * selected for the token already.
     */
    private static void allowBothAlgorithms(ConfigurableJWTProcessor<JWKSecurityContext> processor) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256), (selector, context) -> context.getKeys()));
    }
}
