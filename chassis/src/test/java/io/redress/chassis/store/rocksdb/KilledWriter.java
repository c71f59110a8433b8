package io.redress.chassis.store.rocksdb;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.Draft;
import io.redress.chassis.store.SaveResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A process that writes cases for ever and says of each write, after it was answered, which it was. */
final class KilledWriter {
    static final int CASES = 40;

    private KilledWriter() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (RocksDbResources resources = RocksDbResources.standard();
                RocksDbCaseStore store =
                        RocksDbCaseStore.open(Path.of(arguments[0]), resources, RocksDbOptions.standard())) {
            for (int revision = 1; !Thread.interrupted(); revision++) {
                save(store, revision).forEach(out::println);
            }
        }
    }

    private static List<String> save(RocksDbCaseStore store, int revision) {
        List<CaseWrite> writes = IntStream.range(0, CASES)
                .mapToObj(i -> write("case-" + i, revision))
                .toList();
        List<SaveResult> results = requireNonNull(store.save(writes).block());
        return IntStream.range(0, CASES)
                .filter(i -> results.get(i) instanceof SaveResult.Saved)
                .mapToObj(i -> "saved case-" + i + " " + revision)
                .toList();
    }

    /** Everything in it says which revision it makes. */
    static CaseWrite write(String id, int revision) {
        return Draft.changing(id, revision - 1)
                .state("{\"revision\":" + revision + "}")
                .unique("key", id + " " + revision)
                .sorted("latest", id, "r" + revision)
                .due(due(revision))
                .event("s", revision)
                .log(revision)
                .write();
    }

    static Instant due(long revision) {
        return Draft.NOON.plusSeconds(revision);
    }
}
