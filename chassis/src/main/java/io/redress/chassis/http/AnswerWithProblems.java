package io.redress.chassis.http;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** The last word on every error of a request: problem details, and for our own failures a reference in the log. */
@Order(AnswerWithProblems.BEFORE_THE_DEFAULTS)
final class AnswerWithProblems implements WebExceptionHandler {
    static final int BEFORE_THE_DEFAULTS = -10;
    private static final Logger LOG = LoggerFactory.getLogger(AnswerWithProblems.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable thrown) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(thrown);
        }
        Refusal known = Refusals.of(thrown);
        return ProblemWriter.write(exchange, known == null ? unexpected(exchange, thrown) : known);
    }

    private static Refusal unexpected(ServerWebExchange exchange, Throwable thrown) {
        String reference = UUID.randomUUID().toString();
        LOG.error(
                "Unexpected failure {} at {} {}",
                reference,
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value(),
                thrown);
        return Refusal.unexpected(reference);
    }
}
