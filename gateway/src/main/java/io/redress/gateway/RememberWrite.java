package io.redress.gateway;

import io.redress.chassis.http.Answers;
import io.redress.chassis.http.Positions;
import io.redress.chassis.http.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Notes what a write has put into which stream, before the caller can see its answer and read again. */
final class RememberWrite implements GatewayFilter {
    private final RememberedWrites writes;

    RememberWrite(RememberedWrites writes) {
        this.writes = writes;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Mono<Void> answered = chain.filter(exchange);
        return HttpMethod.GET.equals(exchange.getRequest().getMethod())
                ? answered
                : answered.doOnSuccess(done -> note(exchange));
    }

    private void note(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        String written = response.getHeaders().getFirst(Positions.WRITTEN);
        boolean succeeded =
                response.getStatusCode() != null && response.getStatusCode().is2xxSuccessful();
        String caseId = written == null || !succeeded ? null : caseOf(exchange);
        if (caseId == null) {
            return;
        }
        try {
            writes.remember(caseId, Positions.parse(written));
        } catch (Refusal unreadable) {
            // Not worth failing a write that has happened: the caller may read a little early.
        }
    }

    private static @Nullable String caseOf(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String named = headers.getFirst(Answers.CASE);
        if (named != null) {
            return named;
        }
        String inPath = CaseOfRequest.in(exchange.getRequest().getPath().value());
        String location = headers.getFirst(HttpHeaders.LOCATION);
        return inPath != null || location == null ? inPath : CaseOfRequest.in(location);
    }
}
