package io.redress.intake.application;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks again and again for merges that a crash has left between two cases. */
public final class FinishMerges implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FinishMerges.class);

    private final Disposable looking;

    /** @param every how often to look; the first time at once */
    public FinishMerges(MergeCases merges, Duration every) {
        looking = Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(_ -> merges.finishAll().onErrorResume(failure -> {
                    LOG.warn("Unfinished merges will be looked at again: {}", failure.toString());
                    return Mono.empty();
                }))
                .subscribe();
    }

    @Override
    public void close() {
        looking.dispose();
    }
}
