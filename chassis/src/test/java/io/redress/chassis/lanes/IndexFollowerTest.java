package io.redress.chassis.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.chassis.time.ControllableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class IndexFollowerTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Duration NEVER = Duration.ofDays(1);
    private static final int PAGE = 10;
    private static final int HEAD = 2;

    private final ControllableTime time = new ControllableTime(NOW);
    private final Map<String, Doc> stored = new TreeMap<>();
    private final List<IndexQuery> asked = new ArrayList<>();
    private final Copies copies = new Copies();
    private boolean down;

    private record Doc(String id, Instant changedAt) {}

    private final class Copies implements FollowedDocuments<Doc, Doc> {
        private final Map<String, Doc> known = new TreeMap<>();
        private int passed;

        @Override
        public IndexQuery all() {
            return IndexQuery.first("open", "all", PAGE);
        }

        @Override
        public IndexQuery latest() {
            return IndexQuery.first("by-change", "all", HEAD);
        }

        @Override
        public Optional<Doc> in(Doc state) {
            return state.id().startsWith("other") ? Optional.empty() : Optional.of(state);
        }

        @Override
        public Instant changedAt(Doc document) {
            return document.changedAt();
        }

        @Override
        public void replace(List<Doc> all, Instant now) {
            known.clear();
            update(all, now);
        }

        @Override
        public void update(List<Doc> seen, Instant now) {
            seen.forEach(it -> known.put(it.id(), it));
        }

        @Override
        public void pass(Instant now) {
            passed++;
        }

        @Override
        public String otherwise() {
            return "The documents stay as they were";
        }
    }

    private final List<IndexFollower<Doc, Doc>> followers = new ArrayList<>();

    @AfterEach
    void end() {
        followers.forEach(IndexFollower::close);
    }

    @Test
    void all_are_at_hand_at_the_start_however_many_pages_they_are() {
        for (int i = 0; i < 25; i++) {
            store("d" + i, NOW.minus(Duration.ofDays(i)));
        }
        store("other", NOW);
        follow();

        assertThat(copies.known).hasSize(25).doesNotContainKey("other");
        assertThat(asked).hasSize(3).allMatch(it -> it.limit() == PAGE);
    }

    @Test
    void where_nothing_has_changed_a_look_is_the_head_of_the_index_and_no_more() {
        for (int i = 0; i < 25; i++) {
            store("d" + i, NOW.minus(Duration.ofDays(i + 1)));
        }
        follow();
        asked.clear();

        time.advance(Duration.ofMinutes(1));
        look();
        assertThat(asked).containsExactly(copies.latest());
    }

    @Test
    void what_has_changed_since_the_last_look_is_read_in_as_many_pages_as_it_takes() {
        for (int i = 0; i < 25; i++) {
            store("d" + i, NOW.minus(Duration.ofDays(i + 1)));
        }
        follow();
        time.advance(Duration.ofMinutes(1));
        for (int i = 0; i < 13; i++) {
            store("d" + (10 + i), NOW.plusSeconds(30 + i));
        }
        asked.clear();
        look();

        assertThat(copies.known).isEqualTo(stored);
        assertThat(asked).extracting(IndexQuery::limit).containsExactly(HEAD, PAGE, PAGE);
    }

    @Test
    void a_change_that_reaches_the_store_some_seconds_late_is_not_passed_over() {
        follow();
        time.advance(Duration.ofMinutes(1));
        look();
        store("late", time.instant().minus(IndexFollower.LATE));
        store("later", time.instant());
        store("latest", time.instant());
        look();

        assertThat(copies.known).containsKey("late");
    }

    @Test
    void all_are_read_again_from_time_to_time_and_what_is_gone_is_forgotten() {
        store("gone", NOW);
        follow();
        stored.remove("gone");
        for (int i = 1; i < IndexFollower.LOOKS_UNTIL_ALL; i++) {
            look();
        }
        assertThat(copies.known).containsKey("gone");
        look();
        assertThat(copies.known).isEmpty();
    }

    @Test
    void a_store_that_is_down_changes_nothing_and_time_passes_all_the_same() {
        store("d", NOW);
        follow();
        store("e", NOW.plusSeconds(1));
        down = true;
        time.advance(Duration.ofHours(1));
        assertThat(followers.getFirst().look().onErrorComplete().blockOptional())
                .isEmpty();
        assertThat(copies.known).containsOnlyKeys("d");
        assertThat(copies.passed).isEqualTo(2);

        down = false;
        look();
        assertThat(copies.known).containsOnlyKeys("d", "e");
    }

    private void follow() {
        followers.add(new IndexFollower<>(this::find, copies, time, NEVER));
    }

    private void look() {
        followers.getFirst().look().block();
    }

    private void store(String id, Instant changedAt) {
        stored.put(id, new Doc(id, changedAt));
    }

    private Mono<ViewPage<Doc>> find(IndexQuery query) {
        asked.add(query);
        if (down) {
            return Mono.error(new StoreUnavailable("Expected a store, but there is none", new IllegalStateException()));
        }
        List<Doc> sorted = stored.values().stream()
                .sorted(Comparator.comparing(Doc::changedAt).reversed().thenComparing(Doc::id))
                .toList();
        int from = query.after().isEmpty() ? 0 : Integer.parseInt(query.after());
        int to = Math.min(sorted.size(), from + query.limit());
        List<CaseView<Doc>> views = sorted.subList(from, to).stream()
                .map(it -> new CaseView<>(it.id(), it, 1, Map.of(), Map.of()))
                .toList();
        return Mono.just(new ViewPage<>(views, to < sorted.size() ? Integer.toString(to) : ""));
    }
}
