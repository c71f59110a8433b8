package io.redress.chassis.lanes;

import io.redress.chassis.store.PendingEvent;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells those who wait for a case that it has changed. Costs nothing for cases that nobody watches. */
final class CaseWatch {
    private final ConcurrentHashMap<String, Watched> watched = new ConcurrentHashMap<>();

    private final List<Consumer<List<PendingEvent>>> listeners = new CopyOnWriteArrayList<>();

    void whenDecided(Consumer<List<PendingEvent>> listener) {
        listeners.add(listener);
    }

    void decided(List<PendingEvent> events) {
        listeners.forEach(listener -> listener.accept(events));
    }

    /** One signal per change from now on; changes in quick succession may be told as one. */
    Flux<Boolean> changes(String caseId) {
        return Flux.defer(() -> {
            Watched entry = watched.compute(caseId, (_, present) -> {
                Watched now =
                        present == null ? new Watched(Sinks.many().multicast().directBestEffort(), 0) : present;
                return new Watched(now.sink, now.watchers + 1);
            });
            return entry.sink.asFlux().onBackpressureLatest().doFinally(_ -> leave(caseId));
        });
    }

    void changed(String caseId) {
        Watched entry = watched.get(caseId);
        if (entry != null) {
            entry.sink.tryEmitNext(Boolean.TRUE);
        }
    }

    int size() {
        return watched.size();
    }

    private void leave(String caseId) {
        watched.computeIfPresent(
                caseId, (_, present) -> present.watchers == 1 ? null : new Watched(present.sink, present.watchers - 1));
    }

    private record Watched(Sinks.Many<Boolean> sink, int watchers) {}
}
