package io.redress.gateway;

import io.redress.chassis.http.Refusal;
import java.util.stream.Collectors;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Finds the door of a request once; the routes only look at the result. No door is 404, the wrong method 405. */
final class FindDoor implements WebFilter {
    private static final String FOUND = FindDoor.class.getName();

    /** The door of a request that got this far. */
    static Door of(ServerWebExchange exchange) {
        return exchange.getRequiredAttribute(FOUND);
    }

    /** Whether a request belongs to a service. */
    static boolean leadsTo(String service, ServerWebExchange exchange) {
        Door door = exchange.getAttribute(FOUND);
        return door != null && door.service().equals(service);
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        if (!path.value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        Door door = Door.at(path);
        if (door == null) {
            return Mono.error(Refusal.notFound());
        }
        HttpMethod method = exchange.getRequest().getMethod();
        if (!door.methods().contains(method)) {
            return Mono.error(Refusal.methodNotAllowed(method.name(), names(door)));
        }
        exchange.getAttributes().put(FOUND, door);
        return chain.filter(exchange);
    }

    private static String names(Door door) {
        return door.methods().stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
