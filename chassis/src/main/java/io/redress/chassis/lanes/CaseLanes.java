package io.redress.chassis.lanes;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.StoredCase;
import io.redress.chassis.time.TimeLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The one way in which a service's cases change. Commands from calls and events from topics wait in lanes, one per
 * case; whatever has come together meanwhile is one batch: one read, one fold per case, one write, and only then
 * answers, publishing and commits.
 *
 * @param <S> state
 * @param <C> command
 * @param <E> event
 */
public final class CaseLanes<S, C, E> implements AutoCloseable {
    private static final Duration AT_LEAST_PATIENCE = Duration.ofSeconds(2);

    private final CaseDefinition<S, C, E> definition;
    private final CaseStore store;
    private final Outbox outbox;
    private final RecentStates<S> recent;
    private final CaseWatch watch = new CaseWatch();
    private final List<LaneWorker<S, C, E>> workers;

    /**
     * @param workers threads that fold, each for its share of the cases; 1 suits an embedded store
     */
    public CaseLanes(
            CaseDefinition<S, C, E> definition,
            Reactions<C> reactions,
            CaseStore store,
            Outbox outbox,
            DeadLetterSink deadLetters,
            InstantSource clock,
            MeterRegistry registry,
            int workers) {
        this.definition = definition;
        this.store = store;
        this.outbox = outbox;
        StateCodec<S> codec = new StateCodec<>(definition.stateType());
        this.recent = new RecentStates<>(codec);
        LaneMetrics metrics = new LaneMetrics(registry, definition.service());
        this.workers = IntStream.range(0, workers)
                .mapToObj(n -> new LaneWorker<>(
                        definition, codec, recent, reactions, store, outbox, deadLetters, clock, metrics, watch, n))
                .toList();
        registry.gauge(
                "redress_watched_cases",
                io.micrometer.core.instrument.Tags.of("service", definition.service()),
                watch,
                CaseWatch::size);
    }

    /**
     * Decides a command and stores what follows.
     *
     * <p>Errors: {@link Overloaded} when too much is waiting, {@link io.redress.chassis.store.StoreUnavailable} when
     * the store does not answer; after the latter it is unknown whether it happened, so the command must bear
     * repetition.
     */
    public Mono<Outcome<S, E>> submit(Submission<C> submission) {
        if (!outbox.hasRoom()) {
            return Mono.error(new Overloaded("Expected the event log to keep up, but too many events wait for it"));
        }
        CompletableFuture<Outcome<S, E>> done = new CompletableFuture<>();
        if (!worker(submission.caseId()).offer(new Work.CommandWork<>(submission, done))) {
            return Mono.error(new Overloaded("Expected a shorter queue, but too many commands wait already"));
        }
        return Mono.fromFuture(done, true);
    }

    /**
     * Takes an event in. The future ends when the event needs no redelivery: applied, dropped as a duplicate, parked
     * behind a missing predecessor, or kept as a dead letter; then it says why it was refused. It fails where a
     * dependency is down. Blocks while the queue is full.
     */
    public CompletableFuture<Optional<Refused>> accept(IncomingEvent event) {
        CompletableFuture<Optional<Refused>> done = new CompletableFuture<>();
        worker(event.caseId()).put(new Work.EventWork<>(event, done));
        return done;
    }

    /**
     * Takes in again what this service has published itself, after its store was lost. Nothing is decided by it and
     * nothing goes out again. What was taken in before is passed over; a gap fails.
     *
     * @param seq the number under which it was published on {@code stream}, from 1
     */
    public CompletableFuture<Void> recall(String caseId, String stream, long seq, E event) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        worker(caseId).put(new Work.RecallWork<>(caseId, stream, seq, event, done));
        return done;
    }

    /** The case as this service knows it; {@link CaseView#exists} is false where it has never heard of it. */
    public Mono<CaseView<S>> read(String caseId) {
        return store.load(List.of(caseId)).map(found -> view(caseId, found.get(caseId)));
    }

    /**
     * The case once this service has applied at least these positions, so that a caller reads its own writes. Positions
     * of streams that never come here are passed over. Gives up waiting after two seconds and answers with what there
     * is; the positions in the view say so.
     */
    public Mono<CaseView<S>> read(String caseId, Map<String, Long> atLeast) {
        Map<String, Long> ours = new HashMap<>(atLeast);
        ours.keySet().retainAll(definition.streams());
        if (ours.isEmpty()) {
            return read(caseId);
        }
        return read(caseId).flatMap(view -> view.reaches(ours) ? Mono.just(view) : await(caseId, ours));
    }

    private Mono<CaseView<S>> await(String caseId, Map<String, Long> atLeast) {
        // Changes first, so that none falls between the first look and the waiting; and not on the lane's own thread.
        Mono<CaseView<S>> reached = Flux.merge(watch.changes(caseId), Mono.just(Boolean.TRUE))
                .publishOn(Schedulers.boundedElastic())
                .concatMap(_ -> read(caseId), 1)
                .filter(view -> view.reaches(atLeast))
                .next();
        return TimeLimits.within(AT_LEAST_PATIENCE, reached, Mono.defer(() -> read(caseId)));
    }

    /** Cases of an index, see {@link CaseStore#find}; {@link UnknownCursor} where the cursor is none of ours. */
    public Mono<ViewPage<S>> find(IndexQuery query) {
        return find(query, _ -> true);
    }

    /**
     * The same page without the cases whose id is not wanted; it may be empty and not the last. Reading a case's state
     * costs far more than finding it, so whoever looks again and again says what is known already.
     */
    public Mono<ViewPage<S>> find(IndexQuery query, Predicate<String> wanted) {
        return Mono.defer(() -> store.find(query))
                .onErrorMap(IllegalArgumentException.class, UnknownCursor::new)
                .map(page -> new ViewPage<>(
                        page.cases().stream()
                                .filter(found -> wanted.test(found.id()))
                                .map(found -> view(found.id(), found))
                                .toList(),
                        page.next()));
    }

    /** Entries of the case's log, see {@link CaseStore#log}. */
    public Mono<List<LogEntry>> log(String caseId, long from, int limit) {
        return store.log(caseId, from, limit);
    }

    /** One signal per change of a case from now on. */
    public Flux<Boolean> changes(String caseId) {
        return watch.changes(caseId);
    }

    /**
     * Tells a listener of the events of each write once they are stored. It is told on a lane's own thread, so it may
     * only take note; what must not be missed is found in the store.
     */
    public void whenDecided(Consumer<List<PendingEvent>> listener) {
        watch.whenDecided(listener);
    }

    /** Some cases in the order of an index; {@code next} is empty at the end. */
    public record ViewPage<S>(List<CaseView<S>> cases, String next) {}

    private CaseView<S> view(String caseId, @Nullable StoredCase found) {
        StoredCase stored = found == null ? StoredCase.absent(caseId) : found;
        S state = stored.exists()
                ? recent.read(caseId, stored.state())
                : definition.decider().initialState();
        return new CaseView<>(
                caseId,
                state,
                stored.sequences().getOrDefault(Fold.VERSION, 0L),
                stored.positions(),
                stored.sequences());
    }

    private LaneWorker<S, C, E> worker(String caseId) {
        return workers.get(Math.floorMod(caseId.hashCode(), workers.size()));
    }

    /** Finishes what is queued, then stops. */
    @Override
    public void close() {
        workers.forEach(LaneWorker::close);
    }
}
