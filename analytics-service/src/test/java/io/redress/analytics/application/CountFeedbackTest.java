package io.redress.analytics.application;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.JourneyDecider;
import io.redress.analytics.domain.JourneyEntry;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.Learned;
import io.redress.analytics.domain.LearningTerms;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import io.redress.analytics.domain.feedback.Said;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.chassis.store.StoredCase;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

class CountFeedbackTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final List<String> NATURES = List.of("crash", "missing-feature", "invoice");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private RocksDbResources resources;
    private RocksDbCaseStore store;
    private CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;

    @BeforeEach
    void open(@TempDir Path folder) {
        resources = RocksDbResources.standard();
        store = RocksDbCaseStore.open(folder, resources, new RocksDbOptions(false, Schedulers.boundedElastic()));
        lanes = new CaseLanes<>(
                new JourneyDefinition(
                        new JourneyDecider(
                                new LearningTerms(Duration.ofDays(10), Duration.ofDays(14)),
                                new FeedbackPolicy(Set.of("crash", "missing-feature"), Set.of())),
                        new LearningMeters(registry)),
                Reactions.none(),
                store,
                new NobodyListens(),
                (event, code, reason) -> {},
                InstantSource.system(),
                registry,
                1);
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @RepeatedTest(5)
    @Behaviour("R26")
    void each_case_stands_once_in_the_numbers_whatever_fails_and_whoever_else_counts() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        CountFeedback one = new CountFeedback(lanes, new FeedbackDays(new FailingStore(store, new Random(seed + 1))));
        CountFeedback other = new CountFeedback(lanes, new FeedbackDays(new FailingStore(store, new Random(seed + 2))));
        Map<CaseId, String> now = new HashMap<>();
        List<CaseId> cases = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            cases.add(complaint(i));
        }

        for (int round = 0; round < 60; round++) {
            for (int i = 0; i < 3; i++) {
                CaseId caseId = cases.get(random.nextInt(cases.size()));
                String nature = NATURES.get(random.nextInt(NATURES.size()));
                learn(caseId, new Learned.Diagnosis(round, List.of(nature)));
                now.put(caseId, nature);
            }
            Flux.merge(attempt(one), attempt(other)).blockLast();
        }
        CountFeedback atLast = new CountFeedback(lanes, new FeedbackDays(store));
        atLast.step().block();
        atLast.step().block();

        Map<String, Integer> expected = new TreeMap<>();
        now.values().stream()
                .filter(nature -> !nature.equals("invoice"))
                .forEach(nature -> expected.merge(nature, 1, Integer::sum));
        FeedbackSummary summary = Objects.requireNonNull(new SummariseFeedback(new FeedbackDays(store), atLast)
                .between(FIRST, FIRST.plusDays(2))
                .block());
        assertThat(summary.upToDate()).as("seed %d", seed).isTrue();
        Map<String, Integer> counted = new TreeMap<>();
        summary.natures().forEach(it -> counted.put(it.nature(), it.total()));
        assertThat(counted).as("seed %d", seed).isEqualTo(expected);
        assertThat(summary.total())
                .as("seed %d", seed)
                .isEqualTo(
                        expected.values().stream().mapToInt(Integer::intValue).sum());
    }

    /** A step that failed is like one that a crash has ended: what it has written stays. */
    private static Mono<Boolean> attempt(CountFeedback counting) {
        return counting.step().subscribeOn(Schedulers.boundedElastic()).onErrorReturn(StoreUnavailable.class, false);
    }

    private CaseId complaint(int number) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        Instant said = FIRST.plusDays(number % 3).atTime(9, 0).toInstant(java.time.ZoneOffset.UTC);
        Said complaint = new Said(
                caseId, "C-1042", Customer.Tier.STANDARD, "en", "product " + number % 4, null, "It is as it is.", said);
        learn(caseId, new Learned.Complaint("webshop", complaint));
        return caseId;
    }

    private void learn(CaseId caseId, Learned learned) {
        JourneyEntry entry =
                new JourneyEntry(Instant.EPOCH, "intake", "redress.some-event.v1", 1, "{}".getBytes(UTF_8));
        lanes.submit(Submission.of(caseId.value(), (JourneyCommand) new RecordEvent(entry, learned)))
                .block();
    }

    /** Fails one in four times, half of them after it has written. */
    private record FailingStore(CaseStore real, Random random) implements CaseStore {
        @Override
        public Mono<List<SaveResult>> save(List<CaseWrite> writes) {
            return switch (chance()) {
                case 0 -> Mono.error(FailingStore::failure);
                case 1 -> real.save(writes).then(Mono.error(FailingStore::failure));
                default -> real.save(writes);
            };
        }

        private synchronized int chance() {
            return random.nextInt(8);
        }

        private static StoreUnavailable failure() {
            return new StoreUnavailable(
                    "Expected the store to answer", new IllegalStateException("as a test wants it"));
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
        public void close() {}
    }

    private static final class NobodyListens implements Outbox {
        @Override
        public void publish(List<PendingEvent> events) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
