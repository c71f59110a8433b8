package io.redress.benchmarks.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** HTTP/1.1 over connections that are kept, all on one event loop; callers are virtual threads and wait. */
public final class HttpCaller implements AutoCloseable {
    private static final byte[] NOTHING = {};
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConnectionProvider connections;
    private final LoopResources loop;
    private final HttpClient client;

    /** @param mostConnections further calls wait for one, and the waiting is measured */
    public HttpCaller(URI base, int mostConnections) {
        connections = ConnectionProvider.builder("benchmarks")
                .maxConnections(mostConnections)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(PATIENCE)
                .build();
        loop = LoopResources.create("benchmarks-http", 1, true);
        client = HttpClient.create(connections)
                .runOn(loop)
                .protocol(HttpProtocol.HTTP11)
                .responseTimeout(PATIENCE)
                .baseUrl(base.toString());
    }

    /**
     * Makes the call and waits for the answer, whatever its status.
     *
     * @throws CallFailed where there was no answer
     */
    public Answer exchange(Call call) {
        CompletableFuture<@Nullable Answer> answer = send(call).toFuture();
        try {
            return Objects.requireNonNull(answer.get(), "A body is never absent, only empty");
        } catch (ExecutionException failure) {
            throw CallFailed.noAnswer(call, failure.getCause() == null ? failure : failure.getCause());
        } catch (InterruptedException stopped) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw CallFailed.noAnswer(call, stopped);
        }
    }

    private Mono<Answer> send(Call call) {
        @Nullable String body = call.body();
        HttpClient prepared = client.headers(headers -> fill(headers, call));
        HttpClient.ResponseReceiver<?> receiver = body == null
                ? prepared.get().uri(call.path())
                : prepared.request(HttpMethod.POST)
                        .uri(call.path())
                        .send(Mono.fromSupplier(() -> Unpooled.wrappedBuffer(body.getBytes(StandardCharsets.UTF_8))));
        return receiver.responseSingle((response, content) ->
                content.asByteArray().defaultIfEmpty(NOTHING).map(bytes -> answer(response, bytes)));
    }

    private static void fill(HttpHeaders headers, Call call) {
        if (!call.token().isEmpty()) {
            headers.set("Authorization", "Bearer " + call.token());
        }
        if (call.body() != null) {
            headers.set("Content-Type", "application/json");
        }
        call.headers().forEach(header -> headers.set(header.name(), header.value()));
    }

    private static Answer answer(HttpClientResponse response, byte[] body) {
        HttpHeaders headers = response.responseHeaders();
        return new Answer(
                response.status().code(),
                headers.get("ETag", ""),
                headers.get("Redress-Position", ""),
                headers.getInt("Retry-After", 1),
                body);
    }

    @Override
    public void close() {
        connections
                .disposeLater()
                .then(loop.disposeLater(Duration.ZERO, Duration.ofSeconds(2)))
                .block();
    }
}
