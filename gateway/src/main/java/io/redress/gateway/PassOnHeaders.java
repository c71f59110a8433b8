package io.redress.gateway;

import io.redress.chassis.http.Positions;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which headers a service gets: no claims about where a request comes from, since anybody can make them; a trace, begun
 * here if need be; and for a read of a case, the positions of recent writes, so that a caller reads its own.
 */
final class PassOnHeaders implements HttpHeadersFilter {
    private static final List<String> CLAIMS = List.of(
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Port",
            "X-Forwarded-Prefix",
            "X-Forwarded-Proto",
            "X-Forwarded-Ssl",
            "X-Forwarded-By",
            "X-Real-IP",
            "X-HTTP-Method-Override",
            "X-Original-URL",
            "X-Rewrite-URL");

    private final RememberedWrites writes;

    PassOnHeaders(RememberedWrites writes) {
        this.writes = writes;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders headers = new HttpHeaders();
        headers.putAll(input);
        CLAIMS.forEach(headers::remove);
        if (!TraceParent.isValid(headers.getFirst(TraceParent.HEADER))) {
            headers.remove("tracestate");
            headers.set(TraceParent.HEADER, TraceParent.create());
        }
        askForOwnWrites(headers, exchange.getRequest());
        return headers;
    }

    private void askForOwnWrites(HttpHeaders headers, ServerHttpRequest request) {
        if (!HttpMethod.GET.equals(request.getMethod()) || headers.containsHeader(Positions.AT_LEAST)) {
            return;
        }
        String caseId = CaseOfRequest.in(request.getPath().value());
        Positions written = caseId == null ? null : writes.of(caseId);
        if (written != null) {
            headers.set(Positions.AT_LEAST, written.format());
        }
    }
}
