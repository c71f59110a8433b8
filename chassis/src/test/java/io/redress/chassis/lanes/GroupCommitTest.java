package io.redress.chassis.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.time.ControllableTime;
import io.redress.chassis.toy.Purse;
import io.redress.chassis.toy.Purse.Command;
import io.redress.chassis.toy.Purse.Event;
import io.redress.chassis.toy.Purse.PutIn;
import io.redress.chassis.toy.Purse.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Calls that come together share a write; nobody waits for company. */
class GroupCommitTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final CountedOutbox outbox = new CountedOutbox();
    private RocksDbResources resources;
    private HeldStore store;
    private CaseLanes<State, Command, Event> lanes;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        store = new HeldStore(RocksDbCaseStore.open(folder.resolve("purse"), resources, RocksDbOptions.standard()));
        lanes = new CaseLanes<>(
                new Purse(),
                Reactions.none(),
                store,
                outbox,
                (_, _, _) -> {},
                new ControllableTime(Instant.parse("2026-03-02T09:00:00Z")),
                new SimpleMeterRegistry(),
                1);
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @Test
    void what_comes_during_a_write_shares_the_next_one_and_is_published_as_one() {
        List<CompletableFuture<?>> callers = new CopyOnWriteArrayList<>();
        callers.add(submit("first"));
        Awaitility.await().atMost(PATIENCE).until(() -> store.saved.size() == 1);

        IntStream.range(0, 400).forEach(n -> callers.add(submit("case-" + n)));
        store.letGo.complete(true);
        CompletableFuture.allOf(callers.toArray(CompletableFuture[]::new)).join();

        assertThat(store.saved).containsExactly(1, 400);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox.published).containsExactly(1, 400));
    }

    @Test
    void a_single_call_is_written_without_any_other() {
        store.letGo.complete(true);

        submit("alone").join();

        assertThat(store.saved).containsExactly(1);
    }

    private CompletableFuture<?> submit(String caseId) {
        return lanes.submit(Submission.<Command>of(caseId, new PutIn(1))).toFuture();
    }

    /** Notes how many events came with each call. */
    private static final class CountedOutbox implements Outbox {
        final List<Integer> published = new CopyOnWriteArrayList<>();

        @Override
        public void publish(List<PendingEvent> events) {
            published.add(events.size());
        }

        @Override
        public boolean hasRoom() {
            return true;
        }
    }

    /** Notes how many cases came with each write, and lets none end before it is told to. */
    private static final class HeldStore implements CaseStore {
        final List<Integer> saved = new CopyOnWriteArrayList<>();
        final CompletableFuture<Boolean> letGo = new CompletableFuture<>();
        private final CaseStore real;

        HeldStore(CaseStore real) {
            this.real = real;
        }

        @Override
        public Mono<List<SaveResult>> save(List<CaseWrite> writes) {
            saved.add(writes.size());
            return Mono.fromFuture(letGo, true)
                    .publishOn(Schedulers.boundedElastic())
                    .flatMap(_ -> real.save(writes));
        }

        @Override
        public Mono<Map<String, StoredCase>> load(Collection<String> ids) {
            return real.load(ids);
        }

        @Override
        public Mono<Page> find(IndexQuery query) {
            return real.find(query);
        }

        @Override
        public Mono<List<String>> due(Instant until, int limit) {
            return real.due(until, limit);
        }

        @Override
        public Mono<List<PendingEvent>> pending(String afterCase, int cases) {
            return real.pending(afterCase, cases);
        }

        @Override
        public Mono<Void> clear(List<PendingEvent.Key> published) {
            return real.clear(published);
        }

        @Override
        public Mono<List<LogEntry>> log(String caseId, long from, int limit) {
            return real.log(caseId, from, limit);
        }

        @Override
        public void close() {
            real.close();
        }
    }
}
