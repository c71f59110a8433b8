package io.redress.gateway;

import io.redress.chassis.http.Refusal;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request whose body is counted while it streams by, and cut off with a refusal where it gets too large. */
final class CountedBody extends ServerHttpRequestDecorator {
    private final long maxBytes;
    private final AtomicLong seen = new AtomicLong();
    private volatile boolean complete;

    CountedBody(ServerHttpRequest request, long maxBytes) {
        super(request);
        this.maxBytes = maxBytes;
    }

    boolean isComplete() {
        return complete;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return super.getBody().doOnNext(this::count).doOnComplete(() -> complete = true);
    }

    private void count(DataBuffer buffer) {
        if (seen.addAndGet(buffer.readableByteCount()) > maxBytes) {
            DataBufferUtils.release(buffer);
            throw Refusal.tooLarge(maxBytes);
        }
    }
}
