package io.redress.benchmarks.limits;

import io.redress.benchmarks.kafka.Flood;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.resources.LoopResources;

/** A WebFlux endpoint that only puts the posted body on a topic and answers when the broker has it. */
final class BareEndpoint implements AutoCloseable {
    private static final HttpStatus NOT_TAKEN = HttpStatus.SERVICE_UNAVAILABLE;

    private final Flood flood;
    private final LoopResources loop = LoopResources.create("bare-endpoint", 2, true);
    private final DisposableServer server;

    BareEndpoint(Flood flood) {
        this.flood = flood;
        RouterFunction<ServerResponse> routes =
                RouterFunctions.route().POST("/produce", this::produce).build();
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .runOn(loop)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(routes)))
                .bindNow();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    private Mono<ServerResponse> produce(ServerRequest request) {
        return request.bodyToMono(byte[].class)
                .flatMap(body -> Mono.fromFuture(flood.send(body)))
                .flatMap(taken -> ServerResponse.status(taken ? HttpStatus.ACCEPTED : NOT_TAKEN)
                        .build());
    }

    @Override
    public void close() {
        server.disposeNow(Duration.ofSeconds(2));
        loop.disposeLater(Duration.ZERO, Duration.ofSeconds(2)).block();
    }
}
