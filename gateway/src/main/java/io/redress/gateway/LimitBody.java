package io.redress.gateway;

import io.redress.chassis.http.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets no body through that is too large: by its announced length, or else by counting while it streams by.
 * A door that takes streams has no such limit. */
final class LimitBody implements GatewayFilter {
    private static final String BODY = LimitBody.class.getName();

    private final long maxBytes;

    LimitBody(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** Whether the caller is still sending, so that waiting is not the service's fault. */
    static boolean isStillArriving(ServerWebExchange exchange) {
        CountedBody body = exchange.getAttribute(BODY);
        return body != null && !body.isComplete();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        long announced = headers.getContentLength();
        long most = FindDoor.of(exchange).takesStreams() ? Long.MAX_VALUE : maxBytes;
        if (announced > most) {
            return Mono.error(Refusal.tooLarge(most));
        }
        if (announced <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        CountedBody body = new CountedBody(exchange.getRequest(), most);
        exchange.getAttributes().put(BODY, body);
        return chain.filter(exchange.mutate().request(body).build());
    }
}
