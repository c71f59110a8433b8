package io.redress.chassis.lanes;

import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.chassis.store.StoredCase;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A thread that takes whatever waits for its share of the cases as one batch. The only place in a service that blocks
 * on the store.
 */
final class LaneWorker<S, C, E> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LaneWorker.class);
    private static final int QUEUE = 10_000;
    private static final int MAX_BATCH = 500;
    private static final int MAX_ATTEMPTS = 20;
    private static final Duration STORE_PATIENCE = Duration.ofSeconds(10);

    private final CaseDefinition<S, C, E> definition;
    private final StateCodec<S> codec;
    private final RecentStates<S> recent;
    private final Reactions<C> reactions;
    private final CaseStore store;
    private final Outbox outbox;
    private final DeadLetterSink deadLetters;
    private final InstantSource clock;
    private final LaneMetrics metrics;
    private final CaseWatch watch;
    private final BlockingQueue<Work<S, C, E>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closing;

    LaneWorker(
            CaseDefinition<S, C, E> definition,
            StateCodec<S> codec,
            RecentStates<S> recent,
            Reactions<C> reactions,
            CaseStore store,
            Outbox outbox,
            DeadLetterSink deadLetters,
            InstantSource clock,
            LaneMetrics metrics,
            CaseWatch watch,
            int number) {
        this.definition = definition;
        this.codec = codec;
        this.recent = recent;
        this.reactions = reactions;
        this.store = store;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.metrics = metrics;
        this.watch = watch;
        this.thread = Thread.ofPlatform()
                .name(definition.service() + "-lanes-" + number)
                .daemon()
                .start(this::run);
    }

    boolean offer(Work<S, C, E> work) {
        return !closing && queue.offer(work);
    }

    void put(Work<S, C, E> work) {
        try {
            while (!closing) {
                if (queue.offer(work, 100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
            work.fail(new Overloaded("Expected a running service, but it is stopping"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            work.fail(e);
        }
    }

    private void run() {
        List<Work<S, C, E>> batch = new ArrayList<>(MAX_BATCH);
        while (!closing || !queue.isEmpty()) {
            try {
                Work<S, C, E> first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, MAX_BATCH - 1);
                    metrics.batchSize.record(batch.size());
                    metrics.batchTime.record(() -> applyOrFail(batch));
                }
            } catch (InterruptedException e) {
                closing = true;
            } finally {
                batch.clear();
            }
        }
    }

    private void applyOrFail(List<Work<S, C, E>> batch) {
        try {
            apply(batch);
        } catch (StoreUnavailable unavailable) {
            batch.forEach(work -> work.fail(unavailable));
        } catch (RuntimeException | Error unexpected) {
            LOG.error("A batch of {} failed in {}", batch.size(), definition.service(), unexpected);
            batch.forEach(work -> work.fail(unexpected));
        }
    }

    private void apply(List<Work<S, C, E>> batch) {
        Map<String, List<Work<S, C, E>>> lanes = new LinkedHashMap<>();
        batch.forEach(work ->
                lanes.computeIfAbsent(work.caseId(), _ -> new ArrayList<>(2)).add(work));
        for (int attempt = 1; !lanes.isEmpty(); attempt++) {
            if (attempt > MAX_ATTEMPTS) {
                throw new StoreUnavailable(
                        "Expected to win the race for " + lanes.size() + " cases within " + MAX_ATTEMPTS + " attempts",
                        new IllegalStateException("conflicts"));
            }
            attempt(lanes);
        }
    }

    /** One read, one fold per lane, one write. What remains in {@code lanes} lost a race and must be read again. */
    private void attempt(Map<String, List<Work<S, C, E>>> lanes) {
        Map<String, StoredCase> stored = answer(store.load(lanes.keySet()));
        List<Folded<S, C, E>> changed = new ArrayList<>();
        List<Folded<S, C, E>> unchanged = new ArrayList<>();
        lanes.entrySet().removeIf(lane -> {
            StoredCase before = stored.getOrDefault(lane.getKey(), StoredCase.absent(lane.getKey()));
            try {
                Folded<S, C, E> folded = fold(before, lane.getValue());
                (folded.fold.hasChanged() ? changed : unchanged).add(folded);
                return false;
            } catch (RuntimeException | Error broken) {
                // A fault in one case's rules or state must not take the others down with it.
                LOG.error("Deciding failed in {} for one case", definition.service(), broken);
                lane.getValue().forEach(work -> giveUp(work, broken));
                return true;
            }
        });
        List<CaseWrite> writes = changed.stream().map(f -> f.fold.write()).toList();
        List<SaveResult> results = writes.isEmpty() ? List.of() : answer(store.save(writes));
        List<PendingEvent> toPublish = new ArrayList<>();
        List<Work<S, C, E>> apart = new ArrayList<>();
        List<Folded<S, C, E>> finished = new ArrayList<>(unchanged);
        unchanged.forEach(folded -> lanes.remove(folded.caseId));
        for (int i = 0; i < results.size(); i++) {
            Folded<S, C, E> folded = changed.get(i);
            switch (results.get(i)) {
                case SaveResult.Saved _ -> {
                    toPublish.addAll(folded.fold.newEvents());
                    finished.add(folded);
                    recent.keep(folded.caseId, writes.get(i).state(), folded.fold.state());
                    watch.changed(folded.caseId);
                    lanes.remove(folded.caseId);
                }
                case SaveResult.Conflict _ -> metrics.conflicts.increment();
                case SaveResult.Taken(String index, String value, String byCase) -> {
                    if (folded.works.size() == 1) {
                        folded.taken(index, value, byCase);
                    } else {
                        apart.addAll(folded.works);
                    }
                    lanes.remove(folded.caseId);
                }
            }
        }
        if (!toPublish.isEmpty()) {
            outbox.publish(toPublish);
            watch.decided(toPublish);
        }
        end(finished);
        // One of them has asked for what is taken; the others of its case must not hear of it.
        apart.forEach(work -> apply(List.of(work)));
    }

    /** What was refused is kept before anybody commits; nobody else waits for that or suffers where it fails. */
    private void end(List<Folded<S, C, E>> finished) {
        Map<Boolean, List<Folded<S, C, E>>> byRefusal = finished.stream()
                .collect(Collectors.partitioningBy(it -> !it.fold.refused().isEmpty()));
        byRefusal.getOrDefault(false, List.of()).forEach(Folded::complete);
        List<Folded<S, C, E>> refusing = byRefusal.getOrDefault(true, List.of());
        if (refusing.isEmpty()) {
            return;
        }
        try {
            deadLetters.keep(
                    refusing.stream().flatMap(it -> it.fold.refused().stream()).toList());
            refusing.forEach(Folded::complete);
        } catch (RuntimeException notKept) {
            refusing.forEach(it -> it.works.stream()
                    .filter(work -> work instanceof Work.EventWork<S, C, E>)
                    .forEach(work -> work.fail(notKept)));
            // For the commands among them it is over all the same.
            refusing.forEach(Folded::complete);
        }
    }

    /** Its sender hears of it; an event has none, and must not block the others of its topic. */
    private void giveUp(Work<S, C, E> work, Throwable broken) {
        switch (work) {
            case Work.CommandWork<S, C, E> command -> command.fail(broken);
            case Work.EventWork<S, C, E>(var event, var done) -> {
                Refused failed = new Refused(event, "failed", String.valueOf(broken));
                deadLetters.keep(List.of(failed));
                done.complete(Optional.of(failed));
            }
            case Work.RecallWork<S, C, E> recall -> recall.fail(broken);
        }
    }

    private Folded<S, C, E> fold(StoredCase before, List<Work<S, C, E>> works) {
        Fold<S, C, E> fold = new Fold<>(definition, codec, recent, reactions, metrics, before, clock.instant());
        List<Runnable> completions = new ArrayList<>(works.size());
        for (Work<S, C, E> work : works) {
            switch (work) {
                case Work.CommandWork<S, C, E>(var submission, var done) -> {
                    Outcome<S, E> outcome = fold.command(submission);
                    completions.add(() -> done.complete(outcome));
                }
                case Work.EventWork<S, C, E>(var event, var done) -> {
                    fold.event(event);
                    completions.add(() -> done.complete(fold.refusalOf(event)));
                }
                case Work.RecallWork<S, C, E>(var _, var stream, var seq, var event, var done) -> {
                    fold.recall(stream, seq, event);
                    completions.add(() -> done.complete(null));
                }
            }
        }
        return new Folded<>(before.id(), fold, works, completions);
    }

    private static <T> T answer(Mono<T> asked) {
        T answered = asked.block(STORE_PATIENCE);
        if (answered == null) {
            throw new StoreUnavailable("Expected an answer of the store, but got none", new IllegalStateException());
        }
        return answered;
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join(STORE_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        List<Work<S, C, E>> left = new ArrayList<>();
        queue.drainTo(left);
        left.forEach(work -> work.fail(new Overloaded("Expected a running service, but it is stopping")));
    }

    /** A lane after its fold, before its write. */
    private record Folded<S, C, E>(
            String caseId, Fold<S, C, E> fold, List<Work<S, C, E>> works, List<Runnable> completions) {

        void complete() {
            completions.forEach(Runnable::run);
        }

        void taken(String index, String value, String byCase) {
            for (Work<S, C, E> work : works) {
                switch (work) {
                    case Work.CommandWork<S, C, E>(var _, var done) ->
                        done.complete(new Outcome.Taken<>(index, value, byCase));
                    case Work.EventWork<S, C, E> event ->
                        event.fail(new IllegalStateException(
                                "Expected events never to claim a unique value, but one claimed " + index));
                    case Work.RecallWork<S, C, E> recall ->
                        recall.fail(new IllegalStateException(
                                "Expected nobody else to have what is recalled, but " + byCase + " has it"));
                }
            }
        }
    }
}
