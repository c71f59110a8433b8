package io.redress.chassis.store;

import static io.redress.chassis.store.Draft.NOON;
import static io.redress.chassis.store.Draft.bytes;
import static io.redress.chassis.store.Draft.changing;
import static io.redress.chassis.store.Draft.creating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.redress.chassis.store.SaveResult.Conflict;
import io.redress.chassis.store.SaveResult.Saved;
import io.redress.chassis.store.SaveResult.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What every {@link CaseStore} does, whatever is behind it. */
public abstract class CaseStoreConformance extends StoreFixture {

    // ---- what is kept

    @Test
    void a_case_is_read_as_it_was_written() {
        ParkedEvent parked =
                new ParkedEvent("requests.quality-control", 7, "topic", "type", NOON, Draft.TRACE, bytes("{\"è\":1}"));
        ParkedEvent blank = new ParkedEvent("s", 0, "", "", Instant.EPOCH, "", new byte[0]);
        save(creating("a")
                .state("{\"words\":\"Così non va – ţară €😀\"}")
                .position("intake", 3)
                .position("requests.quality-control", Long.MAX_VALUE)
                .sequence("routing $.|x", 12)
                .parked(parked)
                .parked(blank));

        StoredCase found = loaded("a");

        assertThat(found.id()).isEqualTo("a");
        assertThat(found.revision()).isEqualTo(1);
        assertThat(found.state()).isEqualTo(bytes("{\"words\":\"Così non va – ţară €😀\"}"));
        assertThat(found.positions())
                .containsOnly(entry("intake", 3L), entry("requests.quality-control", Long.MAX_VALUE));
        assertThat(found.sequences()).containsOnly(entry("routing $.|x", 12L));
        assertThat(found.parked()).usingRecursiveFieldByFieldElementComparator().containsExactly(parked, blank);
        assertThat(found.logSize()).isZero();
    }

    @Test
    void empty_maps_and_lists_are_kept_as_such() {
        save(creating("a"));

        StoredCase found = loaded("a");

        assertThat(found.positions()).isEmpty();
        assertThat(found.sequences()).isEmpty();
        assertThat(found.parked()).isEmpty();
    }

    @Test
    void a_change_replaces_state_positions_sequences_and_parked_events() {
        ParkedEvent parked = new ParkedEvent("s", 2, "t", "y", NOON, "", new byte[0]);
        save(creating("a").position("x", 1).sequence("y", 1).parked(parked));
        save(changing("a", 1).state("{\"n\":2}").position("z", 5));

        StoredCase found = loaded("a");

        assertThat(found.state()).isEqualTo(bytes("{\"n\":2}"));
        assertThat(found.positions()).containsOnlyKeys("z");
        assertThat(found.sequences()).isEmpty();
        assertThat(found.parked()).isEmpty();
    }

    @Test
    void a_state_of_300_KB_is_kept() {
        byte[] state = new byte[300 * 1024];
        new Random(1).nextBytes(state);
        save(creating("a").state(state));
        assertThat(loaded("a").state()).isEqualTo(state);
    }

    @Test
    void unknown_and_repeated_ids_do_not_disturb_a_load() {
        save(creating("a"), creating("b"));
        assertThat(store.load(List.of("a", "nobody", "b", "a")).block()).containsOnlyKeys("a", "b");
        assertThat(store.load(List.of("nobody")).block()).isEmpty();
        assertThat(store.load(List.of()).block()).isEmpty();
    }

    @Test
    void a_batch_of_a_thousand_cases_is_saved_and_loaded_in_one_call_each() {
        List<String> ids = IntStream.range(0, 1000).mapToObj(i -> "case-" + i).toList();

        List<SaveResult> results = save(ids.stream()
                .map(id -> creating(id).sorted("status", "open", id).event("intake", 1))
                .toList());

        assertThat(results).hasSize(1000).containsOnly(new Saved(1));
        assertThat(store.load(ids).block()).hasSize(1000);
        assertThat(page("status", "open", 1000).cases()).hasSize(1000);
        assertThat(pending("", 1000)).hasSize(1000);
    }

    @Test
    void a_call_without_writes_has_no_results() {
        assertThat(store.save(List.of()).block()).isEmpty();
        clear();
    }

    @Test
    void what_cannot_be_one_batch_is_refused_as_a_whole() {
        assertThatThrownBy(() -> save(creating("a"), creating("b"), changing("a", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one write per case, but got two for a");
        assertThatThrownBy(() -> save(Collections.nCopies(1001, creating("a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected at most 1000 cases in one call, but got 1001");
        assertThatThrownBy(() -> save(creating("a\0b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a case id without control characters");
        assertThat(store.load(List.of("a", "b")).block()).isEmpty();
    }

    // ---- expected revisions

    @Test
    void each_write_counts_the_revision_up() {
        assertThat(save(creating("a"))).containsExactly(new Saved(1));
        assertThat(save(changing("a", 1))).containsExactly(new Saved(2));
        assertThat(save(changing("a", 2))).containsExactly(new Saved(3));
        assertThat(loaded("a").revision()).isEqualTo(3);
    }

    @Test
    void in_a_batch_only_the_stale_writes_fail_and_the_results_are_in_the_order_of_the_writes() {
        save(creating("a"), creating("b"), creating("c"));
        save(changing("b", 1));

        List<SaveResult> results = save(
                changing("c", 1),
                changing("b", 1).state("{\"stale\":1}"),
                creating("d"),
                changing("nobody", 1),
                creating("a").state("{\"stale\":1}"));

        assertThat(results).containsExactly(new Saved(2), new Conflict(), new Saved(1), new Conflict(), new Conflict());
        assertThat(loaded("b").state()).isEqualTo(bytes("{}"));
        assertThat(loaded("a").state()).isEqualTo(bytes("{}"));
        assertThat(loaded("d").revision()).isEqualTo(1);
    }

    @Test
    void a_conflict_changes_nothing() {
        save(creating("a").sorted("status", "open", "1").due(NOON));

        List<SaveResult> results = save(changing("a", 7)
                .state("{\"stale\":1}")
                .unique("key", "k")
                .sorted("status", "closed", "1")
                .due(NOON.plusSeconds(9))
                .event("intake", 1)
                .log(1));

        assertThat(results).containsExactly(new Conflict());
        assertThat(loaded("a").state()).isEqualTo(bytes("{}"));
        assertThat(ids(page("status", "open", 9))).containsExactly("a");
        assertThat(ids(page("status", "closed", 9))).isEmpty();
        assertThat(ids(page("key", "k", 9))).isEmpty();
        assertThat(store.due(NOON, 9).block()).containsExactly("a");
        assertThat(pending("", 9)).isEmpty();
        assertThat(logNumbers("a", 1, 9)).isEmpty();
    }

    @Test
    void of_many_who_create_the_same_case_exactly_one_does() throws Exception {
        List<SaveResult> results = race(
                8,
                i -> save(creating("a").state("{\"by\":" + i + "}").sorted("by", "all", "n" + i))
                        .getFirst());

        assertThat(results).containsOnlyOnce(new Saved(1));
        assertThat(Collections.frequency(results, new Conflict())).isEqualTo(7);
        int winner = results.indexOf(new Saved(1));
        assertThat(loaded("a").state()).isEqualTo(bytes("{\"by\":" + winner + "}"));
        assertThat(ids(page("by", "all", 9))).containsExactly("a");
    }

    @Test
    void of_many_who_change_the_same_revisions_each_is_told_exactly_what_became_of_it() throws Exception {
        save(creating("a"));

        List<Integer> saved = race(8, i -> {
            int mine = 0;
            for (int attempt = 0; attempt < 40; attempt++) {
                long revision = loaded("a").revision();
                SaveResult result = save(changing("a", revision)
                                .event("by-" + i, mine + 1)
                                .sorted("by", "all", "n" + i)
                                .log(revision))
                        .getFirst();
                mine += result.equals(new Saved(revision + 1)) ? 1 : 0;
            }
            return mine;
        });

        int all = saved.stream().mapToInt(Integer::intValue).sum();
        assertThat(loaded("a").revision()).isEqualTo(all + 1L);
        assertThat(pending("", 1)).hasSize(all);
        for (int i = 0; i < saved.size(); i++) {
            String stream = "by-" + i;
            assertThat(pending("", 1).stream()
                            .filter(event -> event.stream().equals(stream))
                            .map(PendingEvent::seq))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, saved.get(i)).boxed().toList());
        }
        assertThat(ids(page("by", "all", 20))).containsExactly("a");
        assertThat(logNumbers("a", 1, 1000))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all).boxed().toList());
    }

    // ---- unique entries

    @Test
    void a_unique_value_belongs_to_one_case() {
        save(creating("a").unique("key", "k"));

        assertThat(save(creating("b").unique("key", "k").event("intake", 1)))
                .containsExactly(new Taken("key", "k", "a"));

        assertThat(store.load(List.of("b")).block()).isEmpty();
        assertThat(pending("", 9)).isEmpty();
        assertThat(ids(page("key", "k", 9))).containsExactly("a");
        assertThat(save(creating("b").unique("other-key", "k"))).containsExactly(new Saved(1));
    }

    @Test
    void of_two_creations_with_the_same_unique_value_in_one_batch_exactly_one_is_saved() {
        List<SaveResult> results = save(
                creating("a").unique("key", "k").sorted("status", "open", "1"),
                creating("b").unique("key", "k").sorted("status", "open", "2"),
                creating("c"));

        boolean first = results.getFirst().equals(new Saved(1));
        String winner = first ? "a" : "b";
        assertThat(results.get(2)).isEqualTo(new Saved(1));
        assertThat(results.subList(0, 2)).containsExactlyInAnyOrder(new Saved(1), new Taken("key", "k", winner));
        assertThat(store.load(List.of("a", "b")).block()).containsOnlyKeys(winner);
        assertThat(ids(page("status", "open", 9))).containsExactly(winner);
    }

    @Test
    void of_many_who_take_the_same_unique_value_at_once_exactly_one_gets_it() throws Exception {
        List<SaveResult> results =
                race(8, i -> save(creating("case-" + i).unique("key", "k")).getFirst());

        assertThat(results).containsOnlyOnce(new Saved(1));
        int winner = results.indexOf(new Saved(1));
        assertThat(Collections.frequency(results, new Taken("key", "k", "case-" + winner)))
                .isEqualTo(7);
    }

    @Test
    void a_stale_write_is_a_conflict_even_where_it_also_wants_a_taken_value() {
        save(creating("a").unique("key", "k"), creating("b"));
        assertThat(save(changing("b", 5).unique("key", "k"))).containsExactly(new Conflict());
        assertThat(save(changing("b", 1).unique("key", "k"))).containsExactly(new Taken("key", "k", "a"));
    }

    @Test
    void a_unique_value_stays_with_its_case_until_given_up() {
        save(creating("a").unique("key", "k").unique("key", "second"));
        assertThat(save(changing("a", 1).unique("key", "k"))).containsExactly(new Saved(2));
        assertThat(save(creating("b").unique("key", "k"))).containsExactly(new Taken("key", "k", "a"));
        assertThat(save(creating("b").unique("key", "second"))).containsExactly(new Saved(1));
        save(changing("a", 2));
        assertThat(save(changing("b", 1).unique("key", "k"))).containsExactly(new Saved(2));
        assertThat(ids(page("key", "k", 9))).containsExactly("b");
        assertThat(ids(page("key", "second", 9))).isEmpty();
    }

    // ---- sorted entries and pages

    @Test
    void a_case_moves_in_an_index_together_with_its_document() {
        save(creating("a").sorted("status", "open", "1"), creating("b").sorted("status", "open", "2"));

        save(changing("a", 1).state("{\"n\":2}").sorted("status", "open", "3"));
        assertThat(ids(page("status", "open", 9))).containsExactly("b", "a");
        assertThat(page("status", "open", 9).cases().getLast().state()).isEqualTo(bytes("{\"n\":2}"));

        save(changing("a", 2).sorted("status", "closed", "3"));
        assertThat(ids(page("status", "open", 9))).containsExactly("b");
        assertThat(ids(page("status", "closed", 9))).containsExactly("a");

        save(changing("a", 3));
        assertThat(ids(page("status", "closed", 9))).isEmpty();

        save(changing("a", 4).sorted("status", "open", "1"));
        assertThat(ids(page("status", "open", 9))).containsExactly("a", "b");
    }

    @Test
    void a_case_stands_in_a_page_once_per_entry_in_the_order_of_each() {
        save(
                creating("a")
                        .sorted("worklist", "finance", "1")
                        .sorted("worklist", "finance", "3")
                        .sorted("worklist", "finance", "3")
                        .sorted("worklist", "legal", "2"),
                creating("b").sorted("worklist", "finance", "2"));

        assertThat(ids(page("worklist", "finance", 9))).containsExactly("a", "b", "a");
        assertThat(allIds("worklist", "finance", 1)).containsExactly("a", "b", "a");
        assertThat(ids(page("worklist", "legal", 9))).containsExactly("a");

        save(changing("a", 1).sorted("worklist", "finance", "3"));
        assertThat(ids(page("worklist", "finance", 9))).containsExactly("b", "a");
    }

    @Test
    void pages_go_through_257_cases_in_the_order_of_sort_key_and_then_id() {
        List<Draft> drafts = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 257; i++) {
            String sort = "s" + i / 50;
            drafts.add(creating("case-%03d".formatted(i)).sorted("status", "open", sort));
            expected.add("case-%03d".formatted(i));
        }
        Collections.shuffle(drafts, new Random(7));
        save(drafts);
        save(creating("x").sorted("status", "ope", "s1"), creating("y").sorted("status", "open2", "s1"));

        assertThat(allIds("status", "open", 10)).containsExactlyElementsOf(expected);
        assertThat(allIds("status", "open", 1)).containsExactlyElementsOf(expected);
        assertThat(allIds("status", "open", 257)).containsExactlyElementsOf(expected);
        assertThat(page("status", "open", 257).next()).isEmpty();
        assertThat(page("status", "open", 256).next()).isNotEmpty();
    }

    @Test
    void a_page_is_full_unless_it_is_the_last() {
        save(IntStream.range(0, 9)
                .mapToObj(i -> creating("c" + i).sorted("status", "open", ""))
                .toList());
        Page first = page("status", "open", 4);
        Page second = pageAfter(first, "status", "open", 4);
        Page third = pageAfter(second, "status", "open", 4);
        assertThat(ids(first)).containsExactly("c0", "c1", "c2", "c3");
        assertThat(ids(second)).containsExactly("c4", "c5", "c6", "c7");
        assertThat(ids(third)).containsExactly("c8");
        assertThat(third.next()).isEmpty();
    }

    @Test
    void entries_that_change_between_pages_do_not_disturb_the_others() {
        save(IntStream.range(0, 6)
                .mapToObj(i -> creating("c" + i).sorted("status", "open", "s" + i))
                .toList());

        Page first = page("status", "open", 2);
        save(
                changing("c1", 1).sorted("status", "closed", "s1"),
                changing("c2", 1).sorted("status", "open", "s9"),
                changing("c0", 1).sorted("status", "open", "s8"),
                creating("c7").sorted("status", "open", "s0"));
        Page second = pageAfter(first, "status", "open", 9);

        assertThat(ids(first)).containsExactly("c0", "c1");
        assertThat(ids(second)).containsExactly("c3", "c4", "c5", "c0", "c2");
    }

    @Test
    void values_and_sort_keys_may_contain_anything_that_is_not_a_control_character() {
        List<String> odd = List.of("a|b", "a.b", "$set", "a b", "a", "ab", " a", "țară", "Zürich", "東京", "😀", "/?&=%");
        for (int i = 0; i < odd.size(); i++) {
            save(creating("case|$." + odd.get(i))
                    .unique("key", odd.get(i))
                    .sorted("by-value", odd.get(i), "x")
                    .sorted("by-sort", "all", odd.get(i)));
        }
        for (String value : odd) {
            assertThat(ids(page("key", value, 9))).containsExactly("case|$." + value);
            assertThat(ids(page("by-value", value, 9))).containsExactly("case|$." + value);
        }
        assertThat(allIds("by-sort", "all", 5))
                .containsExactlyElementsOf(
                        odd.stream().sorted().map("case|$."::concat).toList());
        assertThat(ids(page("by-value", "nothing", 9))).isEmpty();
        assertThat(ids(page("no-such-index", "a", 9))).isEmpty();
    }

    @Test
    void an_empty_value_and_the_longest_one_can_be_found() {
        String longest = "x".repeat(200);
        save(creating("a").sorted("i", "", "").sorted("i", longest, "y".repeat(100)));
        assertThat(ids(page("i", "", 9))).containsExactly("a");
        assertThat(ids(page("i", longest, 9))).containsExactly("a");
    }

    @Test
    void a_cursor_of_something_else_is_refused_with_a_sentence() {
        save(creating("a").sorted("status", "open", "1"), creating("b").sorted("status", "open", "2"));
        Page page = page("status", "open", 1);
        assertThatThrownBy(() -> pageAfter(page, "status", "closed", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected a cursor of a page of index status");
        assertThatThrownBy(() ->
                        store.find(new IndexQuery("status", "open", "!!", 1)).block())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> page("status", "open\0001", 9)).isInstanceOf(IllegalArgumentException.class);
    }

    // ---- deadlines

    @Test
    void the_earliest_deadlines_come_first_and_none_before_its_time() {
        save(
                creating("late").due(NOON.plusSeconds(60)),
                creating("early").due(NOON.minusSeconds(60)),
                creating("none"),
                creating("b").due(NOON),
                creating("a").due(NOON),
                creating("ancient").due(Instant.parse("1965-01-01T00:00:00Z")));

        assertThat(store.due(NOON, 9).block()).containsExactly("ancient", "early", "a", "b");
        assertThat(store.due(NOON, 2).block()).containsExactly("ancient", "early");
        assertThat(store.due(NOON, 0).block()).isEmpty();
        assertThat(store.due(Instant.parse("1960-01-01T00:00:00Z"), 9).block()).isEmpty();
        assertThat(store.due(Instant.MAX, 9).block()).endsWith("late");
        assertThat(store.due(Instant.MIN, 9).block()).isEmpty();
    }

    @Test
    void a_deadline_is_moved_and_taken_away_by_the_next_write() {
        save(creating("a").due(NOON), creating("b").due(NOON));
        save(changing("a", 1).due(NOON.plusSeconds(60)), changing("b", 1));
        assertThat(store.due(NOON, 9).block()).isEmpty();
        assertThat(store.due(NOON.plusSeconds(60), 9).block()).containsExactly("a");

        save(changing("a", 2).due(NOON.minusSeconds(60)), changing("b", 2).due(NOON.minusSeconds(90)));
        assertThat(store.due(NOON, 9).block()).containsExactly("b", "a");
    }

    // ---- pending events

    @Test
    void pending_events_come_as_they_were_decided_by_case_stream_and_number() {
        save(creating("b").event("routing", 1));
        save(creating("a").event("routing", 1).event("requests.finance", 1).event("routing", 2));
        save(changing("a", 1).event("routing", 3).event("requests.finance", 2));

        assertThat(pendingIds("", 9))
                .containsExactly(
                        "a:requests.finance:1",
                        "a:requests.finance:2",
                        "a:routing:1",
                        "a:routing:2",
                        "a:routing:3",
                        "b:routing:1");
        assertThat(pending("", 9).get(3)).usingRecursiveComparison().isEqualTo(Draft.event("a", "routing", 2));
    }

    @Test
    void events_of_a_stream_come_in_number_order_beyond_nine() {
        for (int i = 0; i < 30; i++) {
            save(changing("a", i).event("s", i + 1L));
        }
        assertThat(pending("", 1).stream().map(PendingEvent::seq))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void pending_events_are_paged_by_case() {
        save(IntStream.range(0, 25)
                .mapToObj(i -> creating("case-%02d".formatted(i)).event("s", 1).event("s", 2))
                .toList());
        clear(key("case-03", "s", 1), key("case-03", "s", 2), key("case-05", "s", 1));

        List<String> all = new ArrayList<>();
        String after = "";
        List<PendingEvent> some = pending(after, 10);
        while (!some.isEmpty()) {
            some.forEach(event -> all.add(event.id()));
            after = some.getLast().caseId();
            some = pending(after, 10);
        }

        assertThat(all).hasSize(47).doesNotHaveDuplicates().isSorted().contains("case-05:s:2", "case-24:s:2");
        assertThat(pending("", 10).stream().map(PendingEvent::caseId).distinct())
                .hasSize(10)
                .doesNotContain("case-03");
        assertThat(pending("", 0)).isEmpty();
    }

    @Test
    void clearing_forgets_the_named_events_only_and_again_has_no_effect() {
        save(
                creating("a").event("s", 1).event("s", 2).event("t", 1),
                creating("b").event("s", 1));

        clear(key("a", "s", 1), key("b", "s", 1), key("nobody", "s", 1), key("a", "x", 1));
        assertThat(pendingIds("", 9)).containsExactly("a:s:2", "a:t:1");
        clear(key("a", "s", 1), key("a", "s", 1));
        assertThat(pendingIds("", 9)).containsExactly("a:s:2", "a:t:1");
        clear(key("a", "t", 1), key("a", "s", 2));
        assertThat(pending("", 9)).isEmpty();

        assertThat(loaded("a").revision()).isEqualTo(1);
        save(changing("a", 1).event("s", 3));
        assertThat(pendingIds("", 9)).containsExactly("a:s:3");
    }

    @Test
    void more_events_than_one_batch_can_be_cleared_in_one_call() {
        List<PendingEvent.Key> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            keys.addAll(
                    List.of(key("c" + i, "s", 1), key("c" + i, "s", 2), key("c" + i, "s", 3), key("c" + i, "t", 1)));
        }
        save(IntStream.range(0, 300)
                .mapToObj(i -> creating("c" + i)
                        .event("s", 1)
                        .event("s", 2)
                        .event("s", 3)
                        .event("t", 1))
                .toList());
        store.clear(keys).block();
        assertThat(pending("", 1000)).isEmpty();
    }

    @Test
    void clearing_while_others_save_and_clear_loses_no_event_and_leaves_none() throws Exception {
        save(creating("a"));
        List<String> streams = List.of("s0", "s1", "s2", "s3");
        race(streams.size(), i -> {
            for (int seq = 1; seq <= 30; seq++) {
                while (!(save(changing("a", loaded("a").revision()).event(streams.get(i), seq))
                                .getFirst()
                        instanceof Saved)) {
                    Thread.onSpinWait();
                }
                String expected = "a:" + streams.get(i) + ":" + seq;
                assertThat(pendingIds("", 1)).contains(expected);
                clear(key("a", streams.get(i), seq));
                assertThat(pendingIds("", 1)).doesNotContain(expected);
            }
            return i;
        });
        assertThat(pending("", 9)).isEmpty();
        assertThat(loaded("a").revision()).isEqualTo(121);
    }

    // ---- the log

    @Test
    void the_log_grows_with_the_writes_and_is_read_from_any_number() {
        save(creating("a").log(1).log(2), creating("b").log(1));
        save(changing("a", 1));
        save(changing("a", 2).log(3));

        assertThat(loaded("a").logSize()).isEqualTo(3);
        assertThat(logNumbers("a", 1, 9)).containsExactly(1L, 2L, 3L);
        assertThat(logNumbers("a", 2, 1)).containsExactly(2L);
        assertThat(logNumbers("a", 4, 9)).isEmpty();
        assertThat(logNumbers("a", 1, 0)).isEmpty();
        assertThat(logNumbers("nobody", 1, 9)).isEmpty();
        List<LogEntry> found = store.log("a", 2, 1).block();
        assertThat(found)
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).isEqualTo(Draft.logContent("a", 2)));
    }

    @Test
    void a_long_log_is_complete_and_in_order_across_many_writes() {
        long revision = 0;
        long size = 0;
        for (int step : new int[] {1, 62, 1, 1, 63, 64, 65, 300, 7}) {
            Draft draft = changing("long", revision++);
            for (int i = 0; i < step; i++) {
                draft.log(++size);
            }
            save(draft);
            assertThat(logNumbers("long", 1, 1000))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, size).boxed().toList());
        }
        assertThat(loaded("long").logSize()).isEqualTo(size);
        assertThat(logNumbers("long", 60, 10)).containsExactly(60L, 61L, 62L, 63L, 64L, 65L, 66L, 67L, 68L, 69L);
        assertThat(logNumbers("long", size, 10)).containsExactly(size);
    }

    @Test
    void a_lost_write_leaves_nothing_in_the_log() {
        save(creating("a").log(1));
        save(changing("a", 1).log(2), creating("b").log(1));
        save(changing("a", 1).log(2).log(3));
        assertThat(logNumbers("a", 1, 9)).containsExactly(1L, 2L);
    }

    // ---- everything together

    @Test
    void random_work_ends_as_in_a_simple_model_of_a_store() {
        for (int round = 0; round < 3; round++) {
            new RandomWork(emptyStore(), System.nanoTime()).run(120);
        }
    }

    private static <T> List<T> race(int runners, IntFunction<T> run) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Callable<T>> calls = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int runner = i;
                calls.add(() -> run.apply(runner));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
