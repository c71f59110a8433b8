package io.redress.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

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
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.intake.application.CaseMessages.MessageView;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Promises;
import io.redress.intake.domain.Receipt;
import io.redress.intake.domain.Voice;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The post office on the embedded store, with carriers that do as they are told and crashes between any two steps. */
class PostOfficeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Receipt TAKEN = new Receipt.Taken();

    @TempDir
    Path folder;

    private final ControllableTime time = new ControllableTime(Instant.parse("2026-03-02T09:00:00Z"));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Room room = new Room();
    private RocksDbResources resources;
    private CaseStore store;
    private CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;

    @BeforeEach
    void open() {
        resources = RocksDbResources.standard();
        store = RocksDbCaseStore.open(folder.resolve("intake"), resources, RocksDbOptions.standard());
        lanes = process();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
        store.close();
        resources.close();
    }

    @Test
    @Behaviour("R14")
    void a_message_leaves_at_once_without_anybody_looking_for_it() {
        Recorded carrier = new Recorded("webhook", true, _ -> Mono.just(TAKEN));
        post(lanes, NEVER, false, carrier);

        String caseId = file(lanes, "web");

        settled(caseId, Delivery.State.SENT);
        assertThat(carrier.carried).containsExactly(caseId + ":acknowledgement:1");
        assertThat(waiting(caseId)).isEmpty();
        assertThat(registry.get("redress_messages_total")
                        .tags("state", "sent", "carrier", "webhook", "kind", "acknowledgement")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_was_composed_while_no_post_office_was_open_leaves_when_it_opens() {
        List<String> cases =
                IntStream.range(0, 450).mapToObj(_ -> file(lanes, "web")).toList();
        Recorded carrier = new Recorded("webhook", true, _ -> Mono.just(TAKEN));
        post(process(), SOON, false, carrier);

        cases.forEach(caseId -> settled(caseId, Delivery.State.SENT));
        assertThat(carrier.carried)
                .containsExactlyInAnyOrderElementsOf(
                        cases.stream().map(id -> id + ":acknowledgement:1").toList());
    }

    @Test
    void after_a_crash_with_a_letter_at_a_carrier_that_knows_no_ids_it_is_not_given_again() {
        Recorded dies = new Recorded("smtp", false, _ -> Mono.never());
        post(lanes, SOON, false, dies);
        String caseId = file(lanes, "email");
        Awaitility.await().atMost(PATIENCE).until(() -> dies.carried.size() == 1);

        Recorded second = new Recorded("smtp", false, _ -> Mono.just(TAKEN));
        post(process(), SOON, false, second);
        time.advance(Duration.ofMinutes(3));

        settled(caseId, Delivery.State.UNKNOWN);
        assertThat(dies.carried).hasSize(1);
        assertThat(second.carried).isEmpty();
    }

    @Test
    void after_a_crash_with_a_letter_at_a_carrier_that_knows_ids_it_is_given_again_under_the_same_id() {
        Recorded dies = new Recorded("webhook", true, _ -> Mono.never());
        post(lanes, SOON, false, dies);
        String caseId = file(lanes, "web");
        Awaitility.await().atMost(PATIENCE).until(() -> dies.carried.size() == 1);

        Recorded second = new Recorded("webhook", true, _ -> Mono.just(TAKEN));
        post(process(), SOON, false, second);

        settled(caseId, Delivery.State.SENT);
        assertThat(second.carried).isEqualTo(dies.carried);
    }

    @Test
    void two_processes_on_one_store_share_the_letters() {
        Recorded carrier = new Recorded("webhook", true, _ -> Mono.just(TAKEN).delayElement(SOON));
        post(lanes, SOON, true, carrier);
        CaseLanes<IntakeState, IntakeCommand, IntakeFact> other = process();
        post(other, SOON, true, carrier);

        List<String> cases = IntStream.range(0, 100)
                .mapToObj(n -> file(n % 2 == 0 ? lanes : other, "web"))
                .toList();

        cases.forEach(caseId -> settled(caseId, Delivery.State.SENT));
        assertThat(carrier.carried).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void the_messages_of_a_case_leave_in_the_order_in_which_they_were_said() {
        Recorded carrier = new Recorded(
                "webhook",
                true,
                letter -> Mono.just(
                        time.instant().isBefore(Instant.parse("2026-03-03T10:00:00Z"))
                                ? new Receipt.NotNow("503.", null)
                                : TAKEN));
        post(lanes, SOON, false, carrier);
        String caseId = file(lanes, "web");
        Awaitility.await().atMost(PATIENCE).until(() -> !carrier.carried.isEmpty());
        time.advance(Duration.ofHours(24));
        submit(lanes, caseId, new DeadlineReached());
        time.advance(Duration.ofHours(2));

        Awaitility.await().atMost(PATIENCE).until(() -> {
            // A try that was under way when the clock was set is noted after it, and made again a pause later.
            time.advance(Duration.ofMinutes(1));
            return carrier.carried.stream().anyMatch(id -> id.contains("still-working"));
        });
        settled(caseId, Delivery.State.SENT);
        assertThat(carrier.carried.getLast()).contains("still-working");
        assertThat(carrier.carried.subList(0, carrier.carried.size() - 1))
                .allMatch(id -> id.contains("acknowledgement"));
    }

    @Test
    void a_carrier_that_hangs_holds_up_no_other_one() {
        Recorded hangs = new Recorded("webhook", true, _ -> Mono.never());
        Recorded works = new Recorded("file", true, _ -> Mono.just(TAKEN));
        post(lanes, SOON, false, hangs, works);
        IntStream.range(0, 300).forEach(_ -> file(lanes, "web"));

        String caseId = file(lanes, "store");

        settled(caseId, Delivery.State.SENT);
        assertThat(hangs.carried).hasSize(hangs.atOnce());
    }

    @Test
    @Behaviour("R20")
    void a_message_for_which_there_is_no_carrier_waits_and_says_so() {
        post(lanes, SOON, false);
        String caseId = file(lanes, "web");

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting(caseId))
                        .singleElement()
                        .satisfies(delivery -> assertThat(delivery.reason()).startsWith("No carrier")));
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            time.advance(Duration.ofMinutes(1));
            assertThat(registry.get("redress_messages_oldest_pending")
                            .timeGauge()
                            .value())
                    .isPositive();
        });
    }

    @Test
    void a_receipt_is_kept_while_the_event_log_is_out_and_the_letter_is_not_carried_again() {
        Recorded carrier = new Recorded(
                "webhook",
                true,
                _ -> Mono.fromSupplier(() -> {
                    room.left = false;
                    return TAKEN;
                }));
        post(lanes, SOON, false, carrier);
        String caseId = file(lanes, "web");
        Awaitility.await().atMost(PATIENCE).until(() -> !carrier.carried.isEmpty());
        Awaitility.await()
                .during(Duration.ofMillis(300))
                .atMost(PATIENCE)
                .until(() -> waiting(caseId).size() == 1);

        room.left = true;

        settled(caseId, Delivery.State.SENT);
        assertThat(carrier.carried).hasSize(1);
    }

    @Test
    void a_carrier_that_breaks_leaves_the_letter_in_doubt_and_is_asked_again() {
        Recorded carrier = new Recorded("webhook", true, _ -> Mono.error(new IllegalStateException("secret text")));
        post(lanes, SOON, false, carrier);
        String caseId = file(lanes, "web");

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(waiting(caseId))
                        .singleElement()
                        .satisfies(delivery -> assertThat(delivery.state()).isEqualTo(Delivery.State.UNKNOWN)));
    }

    private CaseLanes<IntakeState, IntakeCommand, IntakeFact> process() {
        Voice voice = (occasion, _, _, _) -> new Voice.Words(occasion.kind(), "The text of it.");
        CaseLanes<IntakeState, IntakeCommand, IntakeFact> fresh = new CaseLanes<>(
                new IntakeDefinition(
                        new IntakeDecider(voice, Promises.standard()), new VoiceMeters(new SimpleMeterRegistry())),
                new Reactions<>(List.of()),
                store,
                room,
                (event, code, reason) -> {},
                time,
                registry,
                1);
        open.add(fresh);
        return fresh;
    }

    private void post(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> of,
            Duration lookEvery,
            boolean claims,
            MessageCarrier... carriers) {
        CarrierChoice choice = new CarrierChoice(
                List.of(carriers),
                Map.of("default", List.of("webhook"), "email", List.of("smtp"), "store", List.of("file")));
        PostOffice office = new PostOffice(of, choice, time, lookEvery, claims, registry);
        open.add(office);
    }

    private void settled(String caseId, Delivery.State as) {
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(messages(caseId)).isNotEmpty().allSatisfy(message -> {
                    assertThat(message.settledAt()).isNotNull();
                    assertThat(message.state()).isEqualTo(as.name().toLowerCase(java.util.Locale.ROOT));
                    assertThat(message.body()).isEqualTo("The text of it.");
                }));
    }

    private List<MessageView> messages(String caseId) {
        return lanes.read(caseId)
                .flatMap(view -> new CaseMessages(lanes).page(view, (Filed) view.state(), 1, 100, true))
                .blockOptional(PATIENCE)
                .orElseThrow()
                .messages();
    }

    private List<Delivery> waiting(String caseId) {
        return lanes.read(caseId)
                .map(view -> ((Filed) view.state()).deliveries().waiting())
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static String file(CaseLanes<IntakeState, IntakeCommand, IntakeFact> to, String channel) {
        CaseId caseId = new CaseId(UUID.randomUUID().toString());
        submit(
                to,
                caseId.value(),
                new FileComplaint(
                        caseId,
                        caseId.value(),
                        "print",
                        null,
                        null,
                        "app",
                        new Customer("C-1", Customer.Tier.STANDARD),
                        null,
                        channel,
                        "en",
                        "My invoice is wrong!",
                        new Owner("andrei", "Andrei", new DepartmentCode("front-desk")),
                        new Diagnosis(
                                List.of(new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")),
                                -0.5,
                                false,
                                false,
                                "en",
                                "1")));
        return caseId.value();
    }

    private static void submit(
            CaseLanes<IntakeState, IntakeCommand, IntakeFact> to, String caseId, IntakeCommand command) {
        Flux.from(to.submit(Submission.of(caseId, command))).blockLast(PATIENCE);
    }

    /** An event log that may be full. */
    private static final class Room implements Outbox {
        private volatile boolean left = true;

        @Override
        public void publish(List<PendingEvent> events) {}

        @Override
        public boolean hasRoom() {
            return left;
        }
    }

    /** Notes what it is given. */
    private record Recorded(String name, boolean knowsIds, Function<Letter, Mono<Receipt>> manner, List<String> carried)
            implements MessageCarrier {
        private Recorded(String name, boolean knowsIds, Function<Letter, Mono<Receipt>> manner) {
            this(name, knowsIds, manner, new CopyOnWriteArrayList<>());
        }

        @Override
        public int atOnce() {
            return 8;
        }

        @Override
        public boolean reaches(Letter letter) {
            return true;
        }

        @Override
        public Mono<Receipt> carry(Letter letter) {
            return Mono.defer(() -> {
                carried.add(letter.id());
                return manner.apply(letter);
            });
        }
    }
}
