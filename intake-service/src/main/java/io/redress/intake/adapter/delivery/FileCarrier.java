package io.redress.intake.adapter.delivery;

import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.Wire;
import io.redress.intake.application.Letter;
import io.redress.intake.application.MessageCarrier;
import io.redress.intake.domain.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Appends messages to a file, one JSON object per line. Whatever waits is one batch: one write, one flush to the disk.
 * The thread waits for the disk, nobody else does.
 */
final class FileCarrier implements MessageCarrier, AutoCloseable {
    static final String NAME = "file";
    static final int AT_ONCE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(FileCarrier.class);
    private static final Receipt NOT_WRITTEN = new Receipt.NotNow("The file could not be written.", null);

    private record Waiting(Letter letter, Sinks.One<Receipt> answer) {}

    private final MessageFile file;
    private final InstantSource clock;
    private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    /** @param folder made when the first message comes */
    FileCarrier(Path folder, InstantSource clock) {
        // Far more than can be underway at a time: what was written and not noted is among the last ones.
        this.file = new MessageFile(folder, 10 * AT_ONCE);
        this.clock = clock;
        this.thread = Thread.ofPlatform().daemon().name("message-file").start(this::run);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean knowsIds() {
        return true;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public boolean reaches(Letter letter) {
        return true;
    }

    @Override
    public Mono<Receipt> carry(Letter letter) {
        return Mono.defer(() -> {
            if (closed) {
                return Mono.just(NOT_WRITTEN);
            }
            Sinks.One<Receipt> answer = Sinks.one();
            queue.add(new Waiting(letter, answer));
            return answer.asMono();
        });
    }

    private void run() {
        List<Waiting> batch = new ArrayList<>();
        while (!closed || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, AT_ONCE - 1);
                    Receipt receipt = written(batch);
                    batch.forEach(waiting -> waiting.answer.tryEmitValue(receipt));
                }
            } catch (InterruptedException e) {
                closed = true;
            } finally {
                batch.clear();
            }
        }
        file.close();
    }

    private Receipt written(List<Waiting> batch) {
        Instant now = clock.instant();
        try {
            file.append(batch.stream().map(waiting -> line(waiting.letter, now)).toList(), now);
            return new Receipt.Taken();
        } catch (IOException | RuntimeException e) {
            LOG.warn("Messages cannot be written to {}, it will be tried again: {}", file.folder(), e.toString());
            return NOT_WRITTEN;
        }
    }

    private static MessageFile.Line line(Letter letter, Instant now) {
        CustomerMessageComposed from = letter.message();
        byte[] json = Wire.mapper()
                .writeValueAsBytes(new Written(
                        from.messageId(),
                        now,
                        from.caseId().value(),
                        from.kind(),
                        from.customerReference(),
                        letter.name(),
                        letter.address(),
                        from.channel(),
                        from.language(),
                        from.subject(),
                        from.body(),
                        from.composedAt()));
        return new MessageFile.Line(from.messageId(), json);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A line of the file; the id stands first, because it is looked for. */
    private record Written(
            String id,
            Instant at,
            String caseId,
            String kind,
            String customerReference,
            @Nullable String name,
            @Nullable String address,
            String channel,
            String language,
            String subject,
            String body,
            Instant composedAt) {}
}
