package io.redress.chassis.security;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.redress.chassis.http.ProblemWriter;
import io.redress.chassis.http.Refusal;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.publisher.Mono;

/**
 * The security of a service; import it and declare {@link AccessRules} as a bean. Bearer tokens only, no session, and
 * what no rule allows is denied. Endpoints get their {@link Caller} as a parameter.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
@EnableConfigurationProperties(SecuritySettings.class)
public class ServiceSecurity {

    /** First, because Boot adds a chain of its own as soon as there is a decoder, and only the first that fits counts. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityWebFilterChain access(
            ServerHttpSecurity http, AccessRules rules, TokenDecoder tokens, ApplicationContext service) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(it -> it.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (exchange, why) -> ProblemWriter.write(exchange, Refusal.unauthenticated()))
                        .accessDeniedHandler((exchange, why) -> ProblemWriter.write(exchange, Refusal.forbidden())))
                .oauth2ResourceServer(it -> it.authenticationEntryPoint(
                                (exchange, why) -> ProblemWriter.write(exchange, Refusal.unauthenticated()))
                        .bearerTokenConverter(new BearerToken())
                        .jwt(jwt -> jwt.jwtDecoder(tokens.decoder())
                                .jwtAuthenticationConverter(token -> Mono.just(withRoles(token)))))
                .authorizeExchange(it -> it.anyExchange().access(new Authorize(rules, service)))
                .build();
    }

    /** Requests are measured as a whole; an observation around every filter costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The application's own decoder, as one with a {@link LocalIssuer} has, or else the one that the settings name. */
    @Bean
    TokenDecoder tokenDecoder(
            ObjectProvider<ReactiveJwtDecoder> own,
            SecuritySettings settings,
            ObjectProvider<InstantSource> clocks,
            ObjectProvider<GuardedFetch> guard) {
        return new TokenDecoder(
                own.getIfAvailable(() -> fromSettings(settings, clocks.getIfAvailable(InstantSource::system), guard)));
    }

    @Bean
    @Lazy
    GuardedFetch guardedKeyFetch(TimeLimiterRegistry limits, CircuitBreakerRegistry breakers, RetryRegistry retries) {
        return GuardedFetch.in(limits, breakers, retries);
    }

    @Bean
    WebFluxConfigurer callerParameter() {
        return new WebFluxConfigurer() {
            @Override
            public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
                resolvers.addCustomResolver(new CallerParameter());
            }
        };
    }

    private static AbstractAuthenticationToken withRoles(Jwt token) {
        var roles = Caller.from(token).roles().stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new JwtAuthenticationToken(token, roles);
    }

    private static ReactiveJwtDecoder fromSettings(
            SecuritySettings settings, InstantSource clock, ObjectProvider<GuardedFetch> guard) {
        if (settings.jwkSetUri() != null) {
            PublishedKeys keys =
                    new PublishedKeys(new KeyAddress(settings.jwkSetUri()).fetch(), guard.getObject(), clock);
            return TokenChecks.decoder(keys, settings.issuer(), settings.audience(), clock);
        }
        if (settings.publicKeyFile() != null) {
            var key = TokenChecks.only(PublicKeyFile.read(settings.publicKeyFile()));
            return TokenChecks.decoder(key, settings.issuer(), settings.audience(), clock);
        }
        throw new IllegalStateException("Expected redress.security.jwk-set-uri or redress.security.public-key-file"
                + " to say how tokens are checked, but neither is set");
    }
}
