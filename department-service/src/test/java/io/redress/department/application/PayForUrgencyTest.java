package io.redress.department.application;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Outbox;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.rocksdb.RocksDbCaseStore;
import io.redress.chassis.store.rocksdb.RocksDbOptions;
import io.redress.chassis.store.rocksdb.RocksDbResources;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.ControllableTime;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import io.redress.department.domain.DepartmentState;
import io.redress.department.domain.Example;
import io.redress.department.domain.Speaker;
import io.redress.department.domain.Urgency;
import io.redress.department.domain.UrgencyCommand.Urge;
import io.redress.department.domain.UrgencyTerms;
import io.redress.department.domain.UrgencyWeek;
import io.redress.department.domain.UrgencyWeekCommand.Spend;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The case and the week, with a crash between any two steps. */
class PayForUrgencyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String WEEK = UrgencyWeek.idOf(new DepartmentCode("front-desk"), "2026-W10");

    @TempDir
    Path folder;

    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes;
    private DepartmentCases cases;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        start();
    }

    private void start() {
        store = RocksDbCaseStore.open(folder.resolve("department"), resources, RocksDbOptions.standard());
        lanes = new CaseLanes<>(
                new DepartmentDefinition(new DepartmentRules(new DepartmentDecider())),
                Reactions.none(),
                store,
                new Nowhere(),
                (_, _, _) -> {},
                new ControllableTime(NOW),
                new SimpleMeterRegistry(),
                1);
        cases = new DepartmentCases(lanes);
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
    @Behaviour("R91")
    void what_a_crash_has_left_before_the_week_heard_of_it_is_paid_for_afterwards() {
        urge();

        restart();
        payUntilGranted();

        assertThat(week().payments()).hasSize(1);
    }

    @Test
    @Behaviour("R91")
    void what_a_crash_has_left_after_the_week_had_paid_is_paid_for_once() {
        urge();
        submit(WEEK, new Spend(untold(), 5));

        restart();
        payUntilGranted();

        assertThat(week().payments()).hasSize(1);
        assertThat(week().spent()).isEqualTo(1);
    }

    private void urge() {
        submit(CASE.value(), new LearnOwner(null, ANDREI));
        submit(CASE.value(), new TakeRequest(Example.raised(R1, FINANCE)));
        submit(
                CASE.value(),
                new Urge(
                        R1,
                        FINANCE,
                        "k",
                        new Speaker("andrei", true, Set.of()),
                        "customer-deadline",
                        "The customer leaves on Friday.",
                        new UrgencyTerms(Set.of(), Set.of(), _ -> ZoneOffset.UTC)));
    }

    private void payUntilGranted() {
        try (PayForUrgency pay = new PayForUrgency(lanes, cases, Charters.NONE, Duration.ofMillis(20))) {
            await().until(() -> Boolean.TRUE.equals(cases.read(CASE.value(), Map.of())
                    .map(it -> it.state().dealings().urgencies().isUrgent(R1))
                    .block(PATIENCE)));
        }
    }

    private Urgency untold() {
        return Objects.requireNonNull(cases.read(CASE.value(), Map.of())
                .map(it -> it.state().dealings().urgencies().untold().getFirst())
                .block(PATIENCE));
    }

    private UrgencyWeek week() {
        return (UrgencyWeek) Objects.requireNonNull(lanes.read(WEEK, Map.of()).block(PATIENCE))
                .state();
    }

    private void submit(String id, DepartmentCommand command) {
        lanes.submit(Submission.of(id, command)).block(PATIENCE);
    }

    private static final class Nowhere implements Outbox {
        @Override
        public void publish(List<PendingEvent> events) {}

        @Override
        public boolean hasRoom() {
            return true;
        }
    }
}
