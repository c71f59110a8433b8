package io.redress.chassis.http;

import io.redress.chassis.time.TimeLimits;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Writes a refusal as problem details. Adds the security headers too, since it may speak before the security does. */
public final class ProblemWriter {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private ProblemWriter() {}

    /** Completes the exchange with {@code refusal}. Does nothing useful once the answer has begun; ask before. */
    public static Mono<Void> write(ServerWebExchange exchange, Refusal refusal) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(refusal.problem().status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setCacheControl(CacheControl.noStore());
        headers.set("X-Content-Type-Options", "nosniff");
        refusal.headers().forEach(headers::set);
        byte[] body = StrictJson.mapper().writeValueAsBytes(refusal.problem());
        headers.setContentLength(body.length);
        DataBuffer buffer = response.bufferFactory().wrap(body);
        return readOut(exchange).then(response.writeWith(Mono.just(buffer)));
    }

    /**
     * Reads what is left of a request's body. A refusal that comes before the body would leave it in the connection,
     * and the next request of the same client behind it would wait for ever. What is larger or slower than an honest
     * request costs the client its connection.
     */
    private static Mono<Void> readOut(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return Mono.empty();
        }
        Mono<Void> rest = exchange.getRequest()
                .getBody()
                .map(ProblemWriter::release)
                .scan(0L, Long::sum)
                .takeUntil(read -> read > Refusals.MAX_BODY_BYTES)
                .then();
        // Read before, or not to be read: nothing more can be done about it.
        return TimeLimits.within(PATIENCE, rest).onErrorComplete();
    }

    private static long release(DataBuffer buffer) {
        int read = buffer.readableByteCount();
        DataBufferUtils.release(buffer);
        return read;
    }
}
