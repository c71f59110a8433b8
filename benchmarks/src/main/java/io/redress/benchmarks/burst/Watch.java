package io.redress.benchmarks.burst;

import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.load.Measurements;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A supervisor who looks again and again: for the proposal, which is opened, and then for how many have joined. */
final class Watch implements AutoCloseable {
    private final Supervisor supervisor;
    private final String product;
    private final Filed filed;
    private final Duration every;
    private final BooleanSupplier mayOpen;
    private final Measurements measurements;
    private final Thread thread;
    private volatile @Nullable String incident;
    private volatile @Nullable Instant opened;

    Watch(
            Supervisor supervisor,
            String product,
            Filed filed,
            Duration every,
            BooleanSupplier mayOpen,
            Measurements measurements) {
        this.supervisor = supervisor;
        this.product = product;
        this.filed = filed;
        this.every = every;
        this.mayOpen = mayOpen;
        this.measurements = measurements;
        this.thread = Thread.ofVirtual().unstarted(this::run);
    }

    Watch begin() {
        thread.start();
        return this;
    }

    /** The incident about the product, once there is one. */
    Optional<String> incident() {
        return Optional.ofNullable(incident);
    }

    /** When it was opened, once it is. */
    Optional<Instant> opened() {
        return Optional.ofNullable(opened);
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
                Desk.pause(every);
            } catch (CallFailed e) {
                if (!Thread.currentThread().isInterrupted()) {
                    measurements.failed(e.kind(), e.sentence(), System.nanoTime());
                }
            }
        }
    }

    private void look() {
        String found = incident;
        if (found == null) {
            supervisor.liveAbout(product).ifPresent(it -> incident = it.id());
        } else if (opened != null) {
            filed.joined(supervisor.members(found));
        } else if (mayOpen.getAsBoolean()) {
            supervisor.open(found);
            opened = Instant.now();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
