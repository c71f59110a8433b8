package io.redress.chassis.store.rocksdb;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.Page;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.StoredCase;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a store whose process was killed in the middle of its work. */
class KilledProcessTest {
    private static final int LINES_BEFORE_DEATH = 8000;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void every_acknowledged_write_is_there_and_complete_after_kill_9() throws Exception {
        Map<String, Long> acknowledged = acknowledgedUntilKilled();
        assertThat(acknowledged).hasSize(KilledWriter.CASES);

        try (RocksDbResources resources = RocksDbResources.standard();
                RocksDbCaseStore store = RocksDbCaseStore.open(folder, resources, RocksDbOptions.standard())) {
            acknowledged.forEach((id, revision) -> check(store, id, revision));
        }
    }

    /** The last acknowledged revision of each case. */
    private Map<String, Long> acknowledgedUntilKilled() throws Exception {
        Process writer = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Long> acknowledged = new HashMap<>();
        try (BufferedReader out = writer.inputReader(StandardCharsets.UTF_8)) {
            int lines = 0;
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (++lines == LINES_BEFORE_DEATH) {
                    assertInUse();
                    // Through its handle: the process itself would close the pipe and lose what is in it.
                    writer.toHandle().destroyForcibly();
                }
                // What it printed before it died is still read; where that cuts a number, the rest is a smaller one.
                String[] words = line.split(" ", -1);
                if (words.length == 3 && words[0].equals("saved")) {
                    acknowledged.merge(words[1], Long.valueOf(words[2]), Math::max);
                }
            }
            assertThat(lines).isGreaterThanOrEqualTo(LINES_BEFORE_DEATH);
        } finally {
            writer.destroyForcibly().waitFor();
        }
        return acknowledged;
    }

    private void assertInUse() {
        try (RocksDbResources resources = RocksDbResources.standard()) {
            assertThatThrownBy(() -> RocksDbCaseStore.open(folder, resources, RocksDbOptions.standard()))
                    .isInstanceOf(FolderInUse.class);
        }
    }

    private static void check(RocksDbCaseStore store, String id, long acknowledged) {
        StoredCase found =
                requireNonNull(requireNonNull(store.load(List.of(id)).block()).get(id));
        long revision = found.revision();
        assertThat(revision).isGreaterThanOrEqualTo(acknowledged);
        assertThat(new String(found.state(), StandardCharsets.UTF_8)).isEqualTo("{\"revision\":" + revision + "}");
        assertThat(found.logSize()).isEqualTo(revision);
        assertThat(cases(store, "key", id + " " + revision)).containsExactly(id);
        assertThat(cases(store, "key", id + " " + (revision - 1))).isEmpty();
        assertThat(cases(store, "latest", id)).containsExactly(id);
        assertThat(store.due(KilledWriter.due(revision), 1000).block()).contains(id);
        assertThat(store.due(KilledWriter.due(revision - 1), 1000).block()).doesNotContain(id);
        assertThat(pending(store, id)).containsExactlyElementsOf(upTo(revision));
        assertThat(log(store, id, revision)).containsExactlyElementsOf(upTo(revision));
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static List<String> cases(RocksDbCaseStore store, String index, String value) {
        Page page =
                requireNonNull(store.find(IndexQuery.first(index, value, 10)).block());
        return page.cases().stream().map(StoredCase::id).toList();
    }

    private static List<Long> pending(RocksDbCaseStore store, String id) {
        return requireNonNull(store.pending("", 1000).block()).stream()
                .filter(event -> event.caseId().equals(id))
                .map(PendingEvent::seq)
                .toList();
    }

    private static List<Long> log(RocksDbCaseStore store, String id, long size) {
        return IntStream.rangeClosed(0, (int) (size / 1000))
                .boxed()
                .flatMap(i -> requireNonNull(store.log(id, i * 1000L + 1, 1000).block()).stream())
                .map(LogEntry::number)
                .toList();
    }
}
