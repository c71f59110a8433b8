package io.redress.intake.application;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Does things of the same name one after the other within this process, things of different names at once. Not a lock
 * on which correctness rests: it only saves two who say the same at the same moment from not seeing each other.
 */
final class InTurn {
    private final ConcurrentMap<String, Mono<Void>> last = new ConcurrentHashMap<>();

    /** Work on a thread of its own choosing would deepen the stack with everybody who waits. */
    private final Scheduler next = Schedulers.parallel();

    <T> Mono<T> doing(String name, Supplier<Mono<T>> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> done = Sinks.empty();
            Mono<Void> mine = done.asMono();
            Mono<Void> before = last.put(name, mine);
            Mono<T> run = before == null ? work.get() : before.publishOn(next).then(Mono.defer(work));
            return run.doFinally(_ -> {
                last.remove(name, mine);
                // Who gives up while waiting must not let the next one overtake the one before.
                (before == null ? Mono.<Void>empty() : before)
                        .doFinally(_ -> done.tryEmitEmpty())
                        .subscribe();
            });
        });
    }

    /** Names in use; for tests. */
    int size() {
        return last.size();
    }
}
