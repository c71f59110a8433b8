package io.redress.chassis.security;

import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/**
 * Applies the {@link AccessRules}. Health and metrics are open, but only on the management port: an application without
 * {@code management.server.port} shows them to nobody. That port is for the operators' network; nothing routes to it.
 */
final class Authorize implements ReactiveAuthorizationManager<AuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);
    private static final List<PathPattern> WATCHED = List.of(
            PathPatternParser.defaultInstance.parse("/actuator/health/**"),
            PathPatternParser.defaultInstance.parse("/actuator/info"),
            PathPatternParser.defaultInstance.parse("/actuator/prometheus"));

    private final AccessRules rules;
    private final ApplicationContext service;

    Authorize(AccessRules rules, ApplicationContext service) {
        this.rules = rules;
        this.service = service;
    }

    @Override
    public Mono<AuthorizationResult> authorize(Mono<Authentication> caller, AuthorizationContext context) {
        ServerWebExchange exchange = context.getExchange();
        if (isManagement(exchange)) {
            return Mono.just(isWatching(exchange) ? YES : NO);
        }
        if (rules.isOpen(exchange.getRequest())) {
            return Mono.just(YES);
        }
        return caller.ofType(JwtAuthenticationToken.class)
                .filter(Authentication::isAuthenticated)
                .map(it -> rules.permits(exchange.getRequest(), Caller.from(it.getToken())) ? YES : NO)
                .<AuthorizationResult>map(it -> it)
                .defaultIfEmpty(NO);
    }

    /** The management port is served by a context of its own, however the ports are numbered. */
    private boolean isManagement(ServerWebExchange exchange) {
        ApplicationContext serving = exchange.getApplicationContext();
        return serving != null && serving != service;
    }

    private static boolean isWatching(ServerWebExchange exchange) {
        PathContainer path = exchange.getRequest().getPath().pathWithinApplication();
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                && WATCHED.stream().anyMatch(it -> it.matches(path));
    }
}
