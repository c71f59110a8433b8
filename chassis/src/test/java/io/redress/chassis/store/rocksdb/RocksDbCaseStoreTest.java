package io.redress.chassis.store.rocksdb;

import static io.redress.chassis.store.Draft.NOON;
import static io.redress.chassis.store.Draft.changing;
import static io.redress.chassis.store.Draft.creating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseStoreConformance;
import io.redress.chassis.store.Draft;
import io.redress.chassis.store.StoreUnavailable;
import io.redress.chassis.store.StoredCase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class RocksDbCaseStoreTest extends CaseStoreConformance {
    private static RocksDbResources resources;

    @TempDir
    private Path folder;

    private int stores;

    @BeforeAll
    static void shareResources() {
        resources = RocksDbResources.standard();
    }

    @AfterAll
    static void closeResources() {
        resources.close();
    }

    @Override
    protected CaseStore emptyStore() {
        return open(folder.resolve("store-" + stores++));
    }

    private static RocksDbCaseStore open(Path folder) {
        return RocksDbCaseStore.open(folder, resources, RocksDbOptions.standard());
    }

    @Test
    void everything_is_there_again_after_closing_and_opening() {
        Path again = folder.resolve("again");
        try (CaseStore first = open(again)) {
            first.save(List.of(
                            creating("a")
                                    .unique("key", "k")
                                    .sorted("status", "open", "1")
                                    .due(NOON)
                                    .event("s", 1)
                                    .event("s", 2)
                                    .log(1)
                                    .write(),
                            creating("b").event("s", 1).write()))
                    .block();
            first.clear(List.of(key("b", "s", 1), key("a", "s", 1))).block();
        }
        store.close();
        store = open(again);

        assertThat(loaded("a").revision()).isEqualTo(1);
        assertThat(ids(page("key", "k", 9))).containsExactly("a");
        assertThat(ids(page("status", "open", 9))).containsExactly("a");
        assertThat(store.due(NOON, 9).block()).containsExactly("a");
        assertThat(pendingIds("", 9)).containsExactly("a:s:2");
        assertThat(logNumbers("a", 1, 9)).containsExactly(1L);
    }

    @Test
    void a_folder_in_use_is_refused_with_a_sentence_that_names_it() {
        Path used = folder.resolve("used");
        try (CaseStore first = open(used)) {
            assertThat(first.load(List.of()).block()).isEmpty();
            assertThatThrownBy(() -> open(used))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessage("Expected a data folder of its own, but " + used
                            + " is in use; stop the process that uses it or choose another folder");
        }
        open(used).close();
    }

    @Test
    void a_closed_store_is_unavailable_and_closing_again_has_no_effect() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.load(List.of("a")).block()).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> save(creating("a"))).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void a_thread_that_may_block_is_used_and_one_that_may_not_is_left() {
        Mono<String> here =
                store.load(List.of()).map(found -> Thread.currentThread().getName());
        assertThat(here.block()).isEqualTo(Thread.currentThread().getName());
        assertThat(here.subscribeOn(Schedulers.parallel()).block()).startsWith("boundedElastic");
    }

    @Test
    void the_scheduler_is_the_one_of_the_options() {
        Scheduler own = Schedulers.newSingle("own-thread");
        try (CaseStore other = RocksDbCaseStore.open(folder.resolve("own"), resources, new RocksDbOptions(true, own))) {
            Mono<Map<String, StoredCase>> load =
                    other.save(List.of(creating("a").write())).then(other.load(List.of("a")));
            assertThat(load.map(found -> Thread.currentThread().getName())
                            .subscribeOn(Schedulers.parallel())
                            .block())
                    .startsWith("own-thread");
        } finally {
            own.dispose();
        }
    }

    @Test
    void one_write_may_take_a_unique_value_that_an_earlier_one_of_the_same_call_gives_up() {
        save(creating("a").unique("key", "k"), creating("b"));
        save(changing("a", 1), changing("b", 1).unique("key", "k"));
        assertThat(ids(page("key", "k", 9))).containsExactly("b");
    }

    @Test
    void sort_keys_are_compared_by_code_point_beyond_the_basic_plane() {
        save(
                creating("smile").sorted("i", "v", "\uD83D\uDE00"),
                creating("wide-a").sorted("i", "v", "\uFF21"));
        assertThat(ids(page("i", "v", 9))).containsExactly("wide-a", "smile");
    }

    @Test
    void deadlines_that_are_earlier_than_all_that_was_seen_are_found() {
        List<Draft> drafts = new ArrayList<>();
        IntStream.range(0, 50).forEach(i -> drafts.add(creating("c" + i).due(NOON.plusSeconds(i))));
        save(drafts);
        assertThat(store.due(NOON.plusSeconds(10), 1).block()).containsExactly("c0");
        assertThat(store.due(NOON.minusSeconds(10), 9).block()).isEmpty();
        save(creating("x").due(NOON.minusSeconds(60)));
        assertThat(store.due(NOON.minusSeconds(10), 9).block()).containsExactly("x");
        assertThat(store.due(NOON.plusSeconds(1), 9).block()).containsExactly("x", "c0", "c1");
    }
}
