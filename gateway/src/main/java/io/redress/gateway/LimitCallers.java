package io.redress.gateway;

import java.security.Principal;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Who has shown a valid token is limited by its subject, from wherever it comes. */
final class LimitCallers implements WebFilter {
    private static final String NOBODY = "";

    private final Allowance allowance;

    LimitCallers(Allowance allowance) {
        this.allowance = allowance;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return exchange.getPrincipal()
                .map(Principal::getName)
                .defaultIfEmpty(NOBODY)
                .flatMap(name -> {
                    if (!name.equals(NOBODY)) {
                        allowance.take("subject " + name);
                    }
                    return chain.filter(exchange);
                });
    }
}
