package io.redress.chassis.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Does random things to a store and to a model that is too simple to be wrong, and compares what both show. */
final class RandomWork {
    private static final List<String> STATUSES = List.of("open", "closed", "open2", "op");

    private final CaseStore store;
    private final long seed;
    private final Random random;
    private final TreeMap<String, Modelled> cases = new TreeMap<>();

    RandomWork(CaseStore store, long seed) {
        this.store = store;
        this.seed = seed;
        random = new Random(seed);
    }

    /** A case as the last successful write left it. */
    private static final class Modelled {
        long revision;
        byte[] state = {};
        List<IndexEntry> entries = List.of();

        @Nullable
        Instant due;

        long logSize;
        final Map<String, Long> sequences = new HashMap<>();
        final List<String> pending = new ArrayList<>();
    }

    void run(int steps) {
        System.out.println("random work on a store, seed " + seed);
        for (int step = 0; step < steps; step++) {
            switch (random.nextInt(4)) {
                case 0, 1 -> save();
                case 2 -> clear();
                default -> compare();
            }
        }
        compare();
        store.close();
    }

    private void save() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ids.add("case-" + i);
        }
        Collections.shuffle(ids, random);
        List<CaseWrite> writes = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (String id : ids.subList(0, 1 + random.nextInt(12))) {
            writes.add(write(id, values));
        }
        Set<String> givenUp = heldBefore(writes);
        // Whether a value that one write gives up is free for another of the same call is left open by the stores.
        writes.removeIf(write -> write.entries().stream()
                .anyMatch(entry -> entry.unique()
                        && givenUp.contains(entry.value())
                        && !write.id().equals(holder(entry.value()))));
        List<SaveResult> results = requireNonNull(store.save(writes).block());
        Map<String, SaveResult> expected = new HashMap<>();
        writes.forEach(write -> expected.put(write.id(), expected(write)));
        for (int i = 0; i < writes.size(); i++) {
            CaseWrite write = writes.get(i);
            assertThat(results.get(i)).as("seed %s, %s", seed, write.id()).isEqualTo(expected.get(write.id()));
            if (results.get(i) instanceof SaveResult.Saved) {
                apply(write);
            }
        }
    }

    private CaseWrite write(String id, Set<String> values) {
        Modelled known = cases.getOrDefault(id, new Modelled());
        Draft draft = Draft.changing(id, random.nextInt(5) == 0 ? random.nextInt(4) : known.revision);
        byte[] state = new byte[random.nextInt(2000)];
        random.nextBytes(state);
        draft.state(state);
        for (int i = random.nextInt(4); i > 0; i--) {
            draft.sorted("status", STATUSES.get(random.nextInt(STATUSES.size())), "s" + random.nextInt(5));
        }
        String value = "v" + random.nextInt(20);
        if (random.nextBoolean() && values.add(value)) {
            draft.unique("key", value);
        }
        if (random.nextBoolean()) {
            draft.due(Draft.NOON.plusSeconds(random.nextInt(20)));
        }
        for (String stream : List.of("routing", "requests.finance")) {
            long last = known.sequences.getOrDefault(stream, 0L);
            for (int i = random.nextInt(3); i > 0; i--) {
                draft.event(stream, ++last);
            }
            draft.sequence(stream, last);
        }
        for (int i = random.nextInt(30), number = (int) known.logSize; i > 0; i--) {
            draft.log(++number);
        }
        return draft.write();
    }

    private Set<String> heldBefore(List<CaseWrite> writes) {
        Set<String> held = new HashSet<>();
        for (CaseWrite write : writes) {
            cases.getOrDefault(write.id(), new Modelled()).entries.stream()
                    .filter(IndexEntry::unique)
                    .forEach(entry -> held.add(entry.value()));
        }
        return held;
    }

    private @Nullable String holder(String value) {
        return cases.entrySet().stream()
                .filter(known -> known.getValue().entries.contains(IndexEntry.unique("key", value)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private SaveResult expected(CaseWrite write) {
        long revision = cases.getOrDefault(write.id(), new Modelled()).revision;
        if (revision != write.expectedRevision()) {
            return new SaveResult.Conflict();
        }
        for (IndexEntry entry : write.entries()) {
            String holder = entry.unique() ? holder(entry.value()) : null;
            if (holder != null && !holder.equals(write.id())) {
                return new SaveResult.Taken("key", entry.value(), holder);
            }
        }
        return new SaveResult.Saved(revision + 1);
    }

    private void apply(CaseWrite write) {
        Modelled known = cases.computeIfAbsent(write.id(), id -> new Modelled());
        known.revision++;
        known.state = write.state();
        known.entries = write.entries();
        known.due = write.nextDue();
        known.logSize += write.newLog().size();
        known.sequences.putAll(write.sequences());
        write.newEvents().forEach(event -> known.pending.add(event.id()));
        known.pending.sort(Comparator.comparing((String id) -> id.substring(0, id.lastIndexOf(':')))
                .thenComparing(id -> Long.valueOf(id.substring(id.lastIndexOf(':') + 1))));
    }

    private void clear() {
        List<PendingEvent.Key> keys = new ArrayList<>();
        for (PendingEvent event : pending("", 1000)) {
            if (random.nextInt(3) > 0) {
                keys.add(event.key());
                cases.values().forEach(known -> known.pending.remove(event.id()));
            }
        }
        store.clear(keys).block();
    }

    private List<PendingEvent> pending(String after, int limit) {
        return requireNonNull(store.pending(after, limit).block());
    }

    private void compare() {
        compareCases();
        STATUSES.forEach(this::compareIndex);
        compareDue(Draft.NOON.plusSeconds(random.nextInt(20)), 1 + random.nextInt(50));
        comparePending();
    }

    private void compareCases() {
        Map<String, StoredCase> stored =
                requireNonNull(store.load(new ArrayList<>(cases.keySet())).block());
        assertThat(stored.keySet()).as("seed %s", seed).isEqualTo(cases.keySet());
        cases.forEach((id, known) -> {
            StoredCase found = requireNonNull(stored.get(id));
            assertThat(found.revision()).as("seed %s, %s", seed, id).isEqualTo(known.revision);
            assertThat(found.state()).as("seed %s, %s", seed, id).isEqualTo(known.state);
            assertThat(found.sequences()).as("seed %s, %s", seed, id).isEqualTo(known.sequences);
            assertThat(found.logSize()).as("seed %s, %s", seed, id).isEqualTo(known.logSize);
            compareLog(id, known.logSize);
        });
    }

    private void compareLog(String id, long size) {
        // The log takes a call per case, and one case in four is enough.
        if (random.nextInt(4) == 0) {
            assertThat(requireNonNull(store.log(id, 1, 1000).block()).stream().map(LogEntry::number))
                    .as("seed %s, %s", seed, id)
                    .containsExactlyElementsOf(LongStream.rangeClosed(1, Math.min(1000, size))
                            .boxed()
                            .toList());
        }
    }

    private void compareIndex(String status) {
        record Place(String sort, String id) {}
        List<String> expected = cases.entrySet().stream()
                .flatMap(known -> known.getValue().entries.stream()
                        .distinct()
                        .filter(entry ->
                                entry.index().equals("status") && entry.value().equals(status))
                        .map(entry -> new Place(entry.sort(), known.getKey())))
                .sorted(Comparator.comparing(Place::sort).thenComparing(Place::id))
                .map(Place::id)
                .toList();
        List<String> found = new ArrayList<>();
        int limit = 1 + random.nextInt(9);
        Page page = requireNonNull(
                store.find(IndexQuery.first("status", status, limit)).block());
        page.cases().forEach(one -> found.add(one.id()));
        while (!page.next().isEmpty()) {
            assertThat(page.cases()).as("seed %s", seed).hasSize(limit);
            page = requireNonNull(store.find(new IndexQuery("status", status, page.next(), limit))
                    .block());
            page.cases().forEach(one -> found.add(one.id()));
        }
        assertThat(found).as("seed %s, status %s", seed, status).isEqualTo(expected);
    }

    private void compareDue(Instant until, int limit) {
        record Date(Instant due, String id) {}
        List<Date> dates = new ArrayList<>();
        cases.forEach((id, known) -> {
            Instant due = known.due;
            if (due != null && !due.isAfter(until)) {
                dates.add(new Date(due, id));
            }
        });
        List<String> expected = dates.stream()
                .sorted(Comparator.comparing(Date::due).thenComparing(Date::id))
                .limit(limit)
                .map(Date::id)
                .toList();
        assertThat(store.due(until, limit).block())
                .as("seed %s, until %s", seed, until)
                .isEqualTo(expected);
    }

    private void comparePending() {
        String after = "case-" + random.nextInt(40);
        int limit = 1 + random.nextInt(40);
        List<String> expected = cases.tailMap(after, false).values().stream()
                .filter(known -> !known.pending.isEmpty())
                .limit(limit)
                .flatMap(known -> known.pending.stream())
                .toList();
        assertThat(pending(after, limit).stream().map(PendingEvent::id))
                .as("seed %s, after %s", seed, after)
                .containsExactlyElementsOf(expected);
    }
}
