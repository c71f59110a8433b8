package io.redress.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A small server in the place of every service. It notes what it is asked and answers as its addresses say. */
final class Upstream implements AutoCloseable {
    static final String CASE = "01985f5e-8a5c-7000-8000-0123456789ab";

    /** What it was asked. */
    record Seen(String method, String uri, HttpHeaders headers, String body) {}

    final Deque<Seen> seen = new ConcurrentLinkedDeque<>();
    final Sinks.Many<String> events = Sinks.many().multicast().directBestEffort();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();

    int port() {
        return server.port();
    }

    Seen last() {
        return seen.getLast();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String path = request.uri();
        if (path.equals("/api/v1/departments")) {
            return Mono.never();
        }
        if ("text/event-stream".equals(request.requestHeaders().get("Accept"))) {
            return response.sse()
                    .sendString(Flux.concat(Mono.just("data: first\n\n"), events.asFlux()), StandardCharsets.UTF_8);
        }
        if (path.endsWith(":import")) {
            // Answers piece by piece while the next ones come in.
            return response.header("Content-Type", "application/x-ndjson")
                    .send(
                            request.receive().asString().map(piece -> line(piece.length())),
                            // Each at once.
                            _ -> true);
        }
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            seen.add(new Seen(
                    request.method().name(), path, request.requestHeaders().copy(), body));
            stamp(path).accept(response);
            return response.sendString(Mono.just("{\"path\":\"" + path + "\"}")).then();
        });
    }

    private static ByteBuf line(int number) {
        return Unpooled.copiedBuffer(number + "\n", StandardCharsets.US_ASCII);
    }

    private static Consumer<HttpServerResponse> stamp(String path) {
        if (path.endsWith("/replies")) {
            return response -> response.header("Redress-Position", "departments=4");
        }
        return switch (path) {
            case "/api/v1/complaints" ->
                response -> response.status(201)
                        .header("Location", "/api/v1/cases/" + CASE)
                        .header("Redress-Position", "intake=1");
            case "/api/v1/reviews" -> response -> response.status(503).header("Retry-After", "7");
            default -> response -> response.header("Content-Type", "application/json");
        };
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
