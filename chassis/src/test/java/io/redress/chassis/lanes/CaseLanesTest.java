package io.redress.chassis.lanes;

import static io.redress.chassis.toy.Purse.broken;
import static io.redress.chassis.toy.Purse.number;
import static io.redress.chassis.toy.Purse.uninteresting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.time.ControllableTime;
import io.redress.chassis.time.DeadlineWatch;
import io.redress.chassis.toy.Purse;
import io.redress.chassis.toy.Purse.Command;
import io.redress.chassis.toy.Purse.Event;
import io.redress.chassis.toy.Purse.Open;
import io.redress.chassis.toy.Purse.PutIn;
import io.redress.chassis.toy.Purse.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** The lanes with a toy, on the embedded store. */
class CaseLanesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final Purse purse = new Purse();
    private final CapturedOutbox outbox = new CapturedOutbox();
    private final List<String> deadLetters = new CopyOnWriteArrayList<>();
    private final ControllableTime time = new ControllableTime(Instant.parse("2026-03-02T09:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<State, Command, Event> lanes;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        store = RocksDbCaseStore.open(folder.resolve("purse"), resources, RocksDbOptions.standard());
        lanes = new CaseLanes<>(
                purse,
                new Reactions<>(List.of(new Purse.NoteNumbers())),
                store,
                outbox,
                (event, code, _) -> deadLetters.add(event.seq() + " " + code),
                time,
                registry,
                1);
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @Test
    void commands_for_one_case_are_decided_in_order_and_their_events_counted_without_gap() {
        Flux.range(1, 300)
                .flatMap(n -> lanes.submit(Submission.of("a", new PutIn(n))), 300)
                .blockLast(PATIENCE);

        assertThat(read("a").state().coins()).isEqualTo(300 * 301 / 2);
        // Callers have their answers before the last batch is handed to the outbox.
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox.published)
                        .extracting(PendingEvent::seq)
                        .containsExactlyElementsOf(upTo(300)));
        assertThat(outbox.published).extracting(PendingEvent::id).startsWith("a:purse:1", "a:purse:2");
    }

    @Test
    void what_was_published_before_is_recalled_and_does_not_go_out_again() {
        Event put = accepted(new PutIn(5)).events().getFirst();

        lanes.recall("b", "purse", 1, put).join();
        lanes.recall("b", "purse", 1, put).join();
        lanes.recall("b", "purse", 2, put).join();

        assertThat(read("b").state().coins()).isEqualTo(10);
        assertThat(read("b").sequences()).containsEntry("purse", 2L);
        assertThat(outbox.published).noneMatch(it -> it.caseId().equals("b"));
        assertThatThrownBy(() -> lanes.recall("b", "purse", 4, put).join())
                .hasMessageContaining("Expected event 3 of stream purse");
        submit("b", new PutIn(1));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(outbox.published)
                        .filteredOn(it -> it.caseId().equals("b"))
                        .extracting(PendingEvent::seq)
                        .containsExactly(3L));
    }

    private Outcome.Accepted<State, Event> accepted(Command command) {
        return switch (submit("a", command)) {
            case Outcome.Accepted<State, Event> accepted -> accepted;
            case Outcome<State, Event> other -> throw new AssertionError("Expected it to be accepted, but " + other);
        };
    }

    @Test
    void what_comes_together_is_one_batch_and_one_write() {
        Flux.range(1, 1000)
                .flatMap(n -> lanes.submit(Submission.of("case-" + n, new PutIn(1))), 1000)
                .blockLast(PATIENCE);

        assertThat(registry.get("redress_batch_size").summary().count()).isLessThan(1000);
        assertThat(registry.get("redress_batch_size").summary().totalAmount()).isEqualTo(1000);
    }

    @Test
    void a_refused_command_leaves_nothing_behind() {
        var outcome = submit("a", new PutIn(0));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> {
            assertThat(rejected.code()).isEqualTo("no-coins");
            assertThat(rejected.view().exists()).isFalse();
        });
        assertThat(outbox.published).isEmpty();
        assertThat(read("a").exists()).isFalse();
    }

    @Test
    void a_command_that_expects_another_version_is_stale() {
        submit("a", new PutIn(1));

        var stale = lanes.submit(Submission.<Command>of("a", new PutIn(1)).expecting(0))
                .block(PATIENCE);
        var fresh = lanes.submit(Submission.<Command>of("a", new PutIn(1)).expecting(1))
                .block(PATIENCE);

        assertThat(stale)
                .isInstanceOfSatisfying(
                        Outcome.Stale.class, s -> assertThat(s.view().version()).isEqualTo(1));
        assertThat(fresh).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void who_shares_a_case_with_somebody_who_wants_what_is_taken_is_not_held_up() {
        submit("holder", new Open("mine"));

        List<Outcome<State, Event>> outcomes = Flux.range(0, 300)
                .flatMap(
                        n -> lanes.submit(Submission.<Command>of("b", n % 30 == 7 ? new Open("mine") : new PutIn(1))),
                        300)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(outcomes).filteredOn(Outcome.Taken.class::isInstance).hasSize(10);
        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(290);
        assertThat(read("b").state().coins()).isEqualTo(290);
        assertThat(read("b").state().name()).isNull();
    }

    @Test
    void a_page_leaves_out_whom_the_caller_does_not_want() {
        submit("holder", new Open("mine"));
        IndexQuery query = IndexQuery.first("name", "mine", 10);

        assertThat(lanes.find(query, "holder"::equals)
                        .blockOptional(PATIENCE)
                        .orElseThrow()
                        .cases())
                .extracting(CaseView::id)
                .containsExactly("holder");
        assertThat(lanes.find(query, "other"::equals)
                        .blockOptional(PATIENCE)
                        .orElseThrow()
                        .cases())
                .isEmpty();
    }

    @Test
    void of_twenty_who_want_the_same_unique_name_at_once_one_gets_it_and_the_others_hear_who() {
        List<Outcome<State, Event>> outcomes = Flux.range(1, 20)
                .flatMap(n -> lanes.submit(Submission.<Command>of("case-" + n, new Open("mine"))), 20)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(1);
        String winner = ((Outcome.Accepted<State, Event>) outcomes.stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .findFirst()
                        .orElseThrow())
                .view()
                .id();
        assertThat(outcomes)
                .filteredOn(Outcome.Taken.class::isInstance)
                .hasSize(19)
                .allSatisfy(taken -> assertThat(((Outcome.Taken<State, Event>) taken).byCase())
                        .isEqualTo(winner));
    }

    @Test
    void an_event_that_comes_again_is_dropped() {
        accept(number("a", 1, 7), number("a", 1, 7), number("a", 1, 7));
        accept(number("a", 1, 7));

        assertThat(read("a").state().noted()).containsExactly(7);
        assertThat(registry.get("redress_events_duplicate_total").counter().count())
                .isEqualTo(3);
    }

    @Test
    void an_event_before_its_predecessor_is_parked_and_applied_after_it() {
        accept(number("a", 3, 30), number("a", 2, 20));
        assertThat(read("a").state().noted()).isEmpty();
        assertThat(registry.get("redress_events_parked_total").counter().count())
                .isEqualTo(2);

        accept(number("a", 1, 10));

        assertThat(read("a").state().noted()).containsExactly(10, 20, 30);
        assertThat(read("a").positions()).containsEntry("coins", 3L);
    }

    @Test
    void what_nobody_is_interested_in_moves_the_position_and_not_the_version() {
        accept(uninteresting("a", 1), number("a", 2, 5), uninteresting("a", 3));

        assertThat(read("a").positions()).containsEntry("coins", 3L);
        assertThat(read("a").version()).isEqualTo(1);
        assertThat(deadLetters).isEmpty();
    }

    @Test
    void an_unreadable_event_is_a_dead_letter_and_what_follows_in_its_case_waits_for_its_redrive() {
        accept(number("a", 1, 10), broken("a", 2), number("a", 3, 30), number("b", 1, 11));

        assertThat(deadLetters).containsExactly("2 unreadable");
        assertThat(read("a").state().noted()).containsExactly(10);
        assertThat(read("b").state().noted()).containsExactly(11);

        accept(number("a", 2, 20));
        assertThat(read("a").state().noted()).containsExactly(10, 20, 30);
    }

    @Test
    void an_event_that_the_rules_refuse_is_a_dead_letter_too() {
        accept(number("a", 1, 13));

        assertThat(deadLetters).containsExactly("1 unlucky");
    }

    @Test
    void while_the_outbox_is_full_nothing_new_is_taken() {
        outbox.room = false;

        assertThatThrownBy(() -> submit("a", new PutIn(1))).isInstanceOf(Overloaded.class);
        assertThat(read("a").exists()).isFalse();
    }

    @Test
    void whoever_waits_for_a_position_reads_it_once_it_is_there() {
        var waiting = lanes.read("a", Map.of("coins", 2L)).toFuture();
        accept(number("a", 1, 10));
        assertThat(waiting).isNotDone();

        accept(number("a", 2, 20));

        assertThat(waiting)
                .succeedsWithin(PATIENCE)
                .satisfies(view -> assertThat(view.state().noted()).containsExactly(10, 20));
    }

    @Test
    void the_log_keeps_each_entry_in_order() {
        accept(number("a", 1, 10), number("a", 2, 20));

        assertThat(lanes.log("a", 1, 10).block(PATIENCE))
                .extracting(entry ->
                        entry.number() + "=" + new String(entry.content(), java.nio.charset.StandardCharsets.UTF_8))
                .containsExactly("1=10", "2=20");
    }

    @Test
    void a_deadline_is_noticed_when_time_has_come_and_only_once() {
        submit("a", new Purse.RemindAt(time.instant().plusSeconds(60)));
        submit("b", new Purse.RemindAt(time.instant().plusSeconds(3600)));
        try (var watch = new DeadlineWatch<>(purse, store, lanes, time, Duration.ofMillis(5), registry)) {
            assertThat(watch).isNotNull();
            time.advance(Duration.ofSeconds(61));

            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(read("a").state().coins()).isEqualTo(1));
            assertThat(read("a").state().remindAt()).isNull();
            assertThat(read("b").state().coins()).isZero();
        }
    }

    @Test
    void whatever_the_order_and_however_often_every_event_is_applied_once_and_in_order() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int cases = 20;
        int perCase = 60;
        List<IncomingEvent> events = new ArrayList<>();
        for (int c = 0; c < cases; c++) {
            for (int seq = 1; seq <= perCase; seq++) {
                for (int copies = 1 + random.nextInt(3); copies > 0; copies--) {
                    events.add(number("case-" + c, seq, seq));
                }
            }
        }
        Collections.shuffle(events, random);

        accept(events.toArray(IncomingEvent[]::new));

        List<Integer> inOrder = IntStream.rangeClosed(1, perCase).boxed().toList();
        List<Integer> lucky = inOrder.stream().filter(n -> n < 13).toList();
        for (int c = 0; c < cases; c++) {
            // 13 is refused, so all before it are applied and all after it wait.
            assertThat(read("case-" + c).state().noted())
                    .as("seed %d, case %d", seed, c)
                    .isEqualTo(lucky);
        }
        assertThat(deadLetters).allMatch("13 unlucky"::equals).isNotEmpty();
    }

    private Outcome<State, Event> submit(String caseId, Command command) {
        return lanes.submit(Submission.of(caseId, command))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void accept(IncomingEvent... events) {
        List.of(events).stream()
                .map(lanes::accept)
                .toList()
                .forEach(done -> assertThat(done).succeedsWithin(PATIENCE));
    }

    private CaseView<State> read(String caseId) {
        return lanes.read(caseId).blockOptional(PATIENCE).orElseThrow();
    }

    private static List<Long> upTo(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(n -> (long) n).toList();
    }

    private static final class CapturedOutbox implements Outbox {
        final List<PendingEvent> published = new CopyOnWriteArrayList<>();
        volatile boolean room = true;

        @Override
        public void publish(List<PendingEvent> events) {
            published.addAll(events);
        }

        @Override
        public boolean hasRoom() {
            return room;
        }
    }
}
