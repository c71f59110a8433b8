package io.redress.gateway;

import io.redress.chassis.http.Refusal;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Before anything else looks at a request: only addresses under {@code /api/v1/} and {@code /schemas/} and the few open pages go on, and only
 * in plain characters. No address here ever needs an encoded one, so there is nothing to decode, to resolve or to
 * smuggle.
 */
final class AdmitKnownPaths implements WebFilter {
    private static final Set<String> PAGES = Set.of("/", "/openapi.yaml", "/asyncapi.yaml");
    private static final String PUNCTUATION = "/-._:";

    private final ApplicationContext outside;

    /** @param outside the context that serves the public port; the management port has another */
    AdmitKnownPaths(ApplicationContext outside) {
        this.outside = outside;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getApplicationContext() != outside) {
            return chain.filter(exchange);
        }
        String path = exchange.getRequest().getURI().getRawPath();
        boolean known =
                PAGES.contains(path) || (path.startsWith("/api/v1/") || path.startsWith("/schemas/")) && isPlain(path);
        return known ? chain.filter(exchange) : Mono.error(Refusal.notFound());
    }

    private static boolean isPlain(String path) {
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean plain = letterOrDigit || PUNCTUATION.indexOf(c) >= 0;
            // A slash or dot after a slash begins an empty or relative segment.
            boolean odd = i > 0 && path.charAt(i - 1) == '/' && (c == '/' || c == '.');
            if (!plain || odd) {
                return false;
            }
        }
        return true;
    }
}
