package io.redress.intake.application;

import static io.redress.intake.domain.KinCases.CASE;
import static io.redress.intake.domain.KinCases.OTHER;
import static io.redress.intake.domain.KinCases.complaint;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.CaseId;
import io.redress.intake.application.FileComplaints.Filing;
import io.redress.intake.application.MergeCases.Merging;
import io.redress.intake.application.MergeCases.Wish;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.KinCases;
import io.redress.intake.domain.Kinship;
import io.redress.intake.domain.KinshipCommand.BeginMerge;
import io.redress.intake.domain.KinshipCommand.OpenBeside;
import io.redress.intake.domain.KinshipCommand.ReceiveMerge;
import io.redress.intake.domain.KinshipCommand.UndoMerge;
import io.redress.intake.domain.kinship.Likeness;
import io.redress.intake.domain.kinship.Shingles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Joining and merging over several documents, with a crash between any two steps. */
class MergeCasesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    Path folder;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;
    private MergeCases merges;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        start();
    }

    private void start() {
        store = RocksDbCaseStore.open(folder.resolve("intake"), resources, RocksDbOptions.standard());
        lanes = new CaseLanes<>(
                new IntakeDefinition(KinCases.decider(), new VoiceMeters(registry)),
                Reactions.none(),
                store,
                new Nowhere(),
                (_, _, _) -> {},
                new ControllableTime(NOW),
                registry,
                1);
        merges = new MergeCases(lanes, new KinshipMeters(registry));
    }

    private void restart() {
        lanes.close();
        store.close();
        start();
    }

    @AfterEach
    void close() {
        lanes.close();
        store.close();
        resources.close();
    }

    @Test
    void a_merge_that_a_crash_has_left_after_its_first_step_is_finished() {
        file(CASE, "C-1");
        file(OTHER, "C-1");
        submit(CASE, begin(CASE, OTHER));

        restart();
        merges.finishAll().block(PATIENCE);

        assertThat(kinship(CASE).merged()).isTrue();
        assertThat(kinship(OTHER).absorbed())
                .extracting(Kinship.Absorbed::caseId)
                .containsExactly(CASE);
        assertThat(registry.counter("redress_merges_total", "outcome", "merged").count())
                .isEqualTo(1);
    }

    @Test
    void a_merge_that_a_crash_has_left_before_its_last_step_is_finished_once() {
        file(CASE, "C-1");
        file(OTHER, "C-1");
        submit(CASE, begin(CASE, OTHER));
        submit(OTHER, new ReceiveMerge(OTHER, CASE, 1, "C-1", "The same.", "anna", NOW));

        restart();
        merges.finishAll().block(PATIENCE);
        merges.finishAll().block(PATIENCE);

        assertThat(kinship(CASE).merged()).isTrue();
        assertThat(kinship(OTHER).turns()).hasSize(1);
    }

    @Test
    void a_merge_that_the_other_case_refuses_after_a_crash_is_dropped() {
        file(CASE, "C-1");
        file(OTHER, "C-2");
        submit(CASE, begin(CASE, OTHER));

        restart();
        merges.finishAll().block(PATIENCE);

        assertThat(kinship(CASE).mergedInto()).isNull();
        assertThat(kinship(CASE).turns()).extracting(Kinship.Turn::what).containsExactly(Kinship.What.MERGE_REFUSED);
        assertThat(kinship(OTHER).absorbed()).isEmpty();
    }

    @Test
    void an_undo_that_a_crash_has_left_is_finished() {
        file(CASE, "C-1");
        file(OTHER, "C-1");
        merge(CASE, OTHER, "k1");
        submit(CASE, new UndoMerge(CASE, "A mistake.", "anna", "k2", "f2"));

        restart();
        merges.finishAll().block(PATIENCE);

        assertThat(kinship(CASE).unfinished()).isFalse();
        assertThat(kinship(OTHER).absorbed()).isEmpty();
    }

    @Test
    void twenty_tries_with_one_key_merge_once_and_all_hear_the_same() {
        file(CASE, "C-1");
        file(OTHER, "C-1");
        long seen = version(CASE);

        List<Merging> answers = Flux.range(0, 20)
                .flatMap(_ -> merges.merge(new Wish(CASE, "k1", "f1", seen, ""), OTHER, "The same.", "anna"), 20)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(answers).hasSize(20).allMatch(Merging.Done.class::isInstance);
        assertThat(kinship(OTHER).turns()).hasSize(1);
        assertThat(merge(CASE, OTHER, "k2", "f2")).isInstanceOf(Merging.Refused.class);
        assertThat(merges.merge(new Wish(CASE, "k1", "another", seen, ""), OTHER, "Else.", "anna")
                        .block(PATIENCE))
                .isInstanceOf(Merging.Reused.class);
    }

    @RepeatedTest(5)
    void whatever_is_merged_into_whatever_at_once_there_are_no_circles_and_both_sides_agree() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<CaseId> cases = IntStream.range(0, 5)
                .mapToObj(n -> new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e8" + n))
                .toList();
        cases.forEach(id -> file(id, "C-1"));

        Flux.range(0, 60)
                .flatMap(
                        n -> {
                            CaseId from = cases.get(random.nextInt(cases.size()));
                            CaseId into = cases.get(random.nextInt(cases.size()));
                            long version = version(from);
                            Wish wish = new Wish(from, "k" + n, "f" + n, version, "");
                            return random.nextInt(3) == 0
                                    ? merges.undo(wish, "A mistake.", "anna")
                                    : merges.merge(wish, into, "The same.", "anna");
                        },
                        8)
                .blockLast(PATIENCE);
        merges.finishAll().block(PATIENCE);

        for (CaseId id : cases) {
            Set<CaseId> way = new HashSet<>();
            for (@Nullable CaseId at = id; at != null; at = into(at)) {
                assertThat(way.add(at)).as("seed %d: circle at %s", seed, at).isTrue();
            }
            List<CaseId> parts = new ArrayList<>(cases);
            parts.removeIf(other -> !id.equals(into(other)));
            assertThat(kinship(id).unfinished()).as("seed %d", seed).isFalse();
            assertThat(kinship(id).absorbed())
                    .as("seed %d: parts of %s", seed, id)
                    .extracting(Kinship.Absorbed::caseId)
                    .containsExactlyInAnyOrderElementsOf(parts);
        }
    }

    @Test
    void of_a_customer_with_many_open_cases_the_one_that_says_the_same_is_found_by_its_bands() {
        String text = "The washing machine that you brought on Friday leaks on the kitchen floor and makes a noise.";
        file(CASE, "C-1", text);
        for (int n = 0; n < 30; n++) {
            file(
                    new CaseId(String.format("019a4c3e-7a10-7c3b-9d51-2f6a1b8c%04d", n)),
                    "C-1",
                    "Quite another matter number " + n + " about something else " + "abcdefghij".charAt(n % 10));
        }
        FindKin find = new FindKin(lanes, Likeness.Terms.standard());

        List<FindKin.Kin> kin = find.of("C-1", Shingles.of(text.replace("noise", "loud noise")))
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(kin).extracting(FindKin.Kin::caseId).contains(CASE);
        assertThat(find.of("C-2", Shingles.of(text)).block(PATIENCE)).isEmpty();
    }

    @Test
    void a_joined_complaint_is_answered_the_same_after_a_crash() {
        file(CASE, "C-1");
        FileComplaint again = complaint(OTHER, "k2", KinCases.TEXT + " Again.");
        assertThat(file(again))
                .isInstanceOfSatisfying(
                        Filing.Joined.class, it -> assertThat(it.replayed()).isFalse());

        restart();

        assertThat(file(again)).isInstanceOfSatisfying(Filing.Joined.class, it -> {
            assertThat(it.replayed()).isTrue();
            assertThat(it.view().id()).isEqualTo(CASE.value());
        });
        assertThat(file(complaint(OTHER, "k2", "Where is my parcel? It was to come on Monday.")))
                .isEqualTo(new Filing.Reused(IntakeDefinition.BY_KEY, CASE));
        assertThat(kinship(CASE).joined()).hasSize(1);
    }

    @Test
    void the_same_from_two_processes_at_once_is_at_most_suspected_and_never_lost() {
        List<FileComplaints> processes = List.of(filing(), filing());
        List<CaseId> ids = IntStream.range(0, 20)
                .mapToObj(n -> new CaseId(String.format("019a4c3e-7a10-7c3b-9d51-2f6a1b8d%04d", n)))
                .toList();

        List<String> cases = Flux.range(0, 20)
                .flatMap(
                        n -> processes.get(n % 2).file(complaint(ids.get(n), "key-" + n, KinCases.TEXT), false, ""), 20)
                .map(filing -> switch (filing) {
                    case Filing.Opened(var view, var _) -> view.id();
                    case Filing.Joined(var view, var _) -> view.id();
                    case Filing.Reused(var _, var by) -> "reused " + by;
                })
                .distinct()
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(cases).hasSizeBetween(1, 2);
        assertThat(cases.stream()
                        .mapToInt(id -> kinship(new CaseId(id)).joined().size())
                        .sum())
                .isEqualTo(20 - cases.size());
        assertThat(new FindKin(lanes, Likeness.Terms.standard())
                        .of("C-1", Shingles.of(KinCases.TEXT))
                        .block(PATIENCE))
                .extracting(kin -> kin.caseId().value())
                .containsExactlyInAnyOrderElementsOf(cases);
    }

    private Filing file(FileComplaint complaint) {
        return filing().file(complaint, false, "").blockOptional(PATIENCE).orElseThrow();
    }

    private FileComplaints filing() {
        return new FileComplaints(lanes, new FindKin(lanes, Likeness.Terms.standard()), new KinshipMeters(registry));
    }

    private @Nullable CaseId into(CaseId id) {
        Kinship.MergedInto into = kinship(id).mergedInto();
        return into == null ? null : into.caseId();
    }

    private static BeginMerge begin(CaseId from, CaseId into) {
        return new BeginMerge(from, into, "The same.", "anna", "k1", "f1");
    }

    private void merge(CaseId from, CaseId into, String key) {
        assertThat(merge(from, into, key, "f1")).isInstanceOf(Merging.Done.class);
    }

    private Merging merge(CaseId from, CaseId into, String key, String fingerprint) {
        return merges.merge(new Wish(from, key, fingerprint, version(from), ""), into, "The same.", "anna")
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void file(CaseId id, String customer) {
        file(id, customer, KinCases.TEXT);
    }

    private void file(CaseId id, String customer, String text) {
        submit(
                id,
                new OpenBeside(
                        complaint(id, "key of " + id, null, customer, text),
                        Shingles.of(text).sketch(),
                        List.of()));
    }

    private void submit(CaseId id, IntakeCommand command) {
        Outcome<IntakeState, IntakeFact> outcome = lanes.submit(Submission.of(id.value(), command))
                .blockOptional(PATIENCE)
                .orElseThrow();
        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    }

    private long version(CaseId id) {
        return lanes.read(id.value()).blockOptional(PATIENCE).orElseThrow().version();
    }

    private Kinship kinship(CaseId id) {
        return ((Filed) lanes.read(id.value())
                        .blockOptional(PATIENCE)
                        .orElseThrow()
                        .state())
                .kinship();
    }

    /** Where nobody listens. */
    private static final class Nowhere implements Outbox {
        @Override
        public void publish(List<PendingEvent> events) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
