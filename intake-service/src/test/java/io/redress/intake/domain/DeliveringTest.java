package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageRefused;
import io.redress.contracts.CustomerMessageEvent.MessageSent;
import io.redress.contracts.CustomerMessageEvent.MessageUnknown;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.Owner;
import io.redress.intake.domain.Delivery.State;
import io.redress.intake.domain.DeliveryCommand.HandOver;
import io.redress.intake.domain.DeliveryCommand.NoteReceipt;
import io.redress.intake.domain.DeliveryFact.HandedOver;
import io.redress.intake.domain.DeliveryFact.Postponed;
import io.redress.intake.domain.DeliveryFact.Settled;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What becomes of a message once it is composed, as rules. */
class DeliveringTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Receipt TAKEN = new Receipt.Taken();
    private static final Receipt UNSURE = new Receipt.Unsure("No answer.");
    private static final DeliveryTerms TERMS = DeliveryTerms.standard();

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = scenario();

    @Test
    @Behaviour("R14")
    void what_is_composed_waits_to_be_carried_from_the_same_write_on() {
        intake.given(composed("m1"));

        assertThat(waiting(intake)).singleElement().satisfies(delivery -> {
            assertThat(delivery.id()).isEqualTo("m1");
            assertThat(delivery.state()).isEqualTo(State.PENDING);
            assertThat(delivery.next()).isEqualTo(NOW);
        });
    }

    @Test
    void what_a_provider_has_taken_is_told_once_and_leaves_the_state_with_its_text() {
        intake.given(composed("m1"));
        List<IntakeFact> facts = intake.when(note("m1", true, TAKEN)).events();

        assertThat(published(facts)).containsExactly(new MessageSent(CASE, "m1", "acknowledgement", "carrier", 1, NOW));
        intake.given(facts.toArray(IntakeFact[]::new));
        assertThat(waiting(intake)).isEmpty();
        intake.when(note("m1", true, TAKEN)).thenNothing();
        intake.when(handOver("m1", true)).thenNothing();
    }

    @Test
    void a_refusal_is_told_with_its_reason() {
        intake.given(composed("m1"));

        assertThat(published(intake.when(note("m1", true, new Receipt.Refused("410.")))
                        .events()))
                .containsExactly(new MessageRefused(CASE, "m1", "acknowledgement", "carrier", 1, NOW, "410."));
    }

    @Test
    void who_was_not_ready_is_asked_again_after_pauses_that_grow_and_differ_from_message_to_message() {
        Duration longest = TERMS.longestPause().multipliedBy(6).dividedBy(5);
        List<Duration> pauses =
                IntStream.rangeClosed(1, 40).mapToObj(n -> TERMS.pause("m1", n)).toList();

        assertThat(pauses.get(0)).isBetween(Duration.ofMillis(1600), Duration.ofMillis(2400));
        assertThat(pauses.get(5)).isGreaterThan(pauses.get(1));
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(1), longest));
        assertThat(IntStream.range(0, 50).mapToObj(n -> TERMS.pause("m" + n, 3)).distinct())
                .hasSizeGreaterThan(20);
        assertThat(TERMS.pause("m1", 3)).isEqualTo(TERMS.pause("m1", 3));
    }

    @Test
    void a_provider_that_asks_for_a_pause_gets_it_within_bounds() {
        intake.given(composed("m1"));

        assertThat(next(notNow(Duration.ofSeconds(40)))).isEqualTo(NOW.plusSeconds(40));
        assertThat(next(notNow(Duration.ofDays(400)))).isEqualTo(NOW.plus(TERMS.longestPause()));
        assertThat(next(notNow(Duration.ofSeconds(-5)))).isEqualTo(NOW.plus(TERMS.pause("m1", 1)));
    }

    @Test
    void what_may_have_arrived_is_asked_again_where_ids_are_known_and_told_once() {
        intake.given(composed("m1"));
        List<IntakeFact> first = intake.when(note("m1", true, UNSURE)).events();
        assertThat(published(first)).singleElement().isInstanceOf(MessageUnknown.class);
        intake.given(first.toArray(IntakeFact[]::new));
        assertThat(waiting(intake).getFirst().state()).isEqualTo(State.UNKNOWN);

        List<IntakeFact> second = intake.when(note("m1", true, UNSURE)).events();
        assertThat(published(second)).isEmpty();
        intake.given(second.toArray(IntakeFact[]::new));

        assertThat(published(intake.when(note("m1", true, TAKEN)).events()))
                .containsExactly(new MessageSent(CASE, "m1", "acknowledgement", "carrier", 3, NOW));
    }

    @Test
    void what_may_have_arrived_is_never_repeated_where_ids_are_not_known() {
        intake.given(composed("m1"));
        List<IntakeFact> facts = intake.when(note("m1", false, UNSURE)).events();

        assertThat(facts)
                .last()
                .isInstanceOfSatisfying(
                        Settled.class,
                        settled -> assertThat(settled.delivery().state()).isEqualTo(State.UNKNOWN));
        assertThat(published(facts)).singleElement().isInstanceOf(MessageUnknown.class);
    }

    @Test
    void only_one_may_hand_a_message_over_and_a_missed_answer_makes_it_unknown() {
        intake.given(composed("m1"));
        intake.when(handOver("m1", false)).andThen();
        assertThat(waiting(intake).getFirst().handedOver()).isTrue();
        intake.when(handOver("m1", false)).thenNothing();

        List<IntakeFact> later = intake.at(NOW.plus(TERMS.answerWithin()))
                .when(handOver("m1", false))
                .events();

        assertThat(published(later)).singleElement().isInstanceOf(MessageUnknown.class);
        assertThat(later).last().isInstanceOf(Settled.class);
    }

    @Test
    void a_missed_answer_of_one_that_knows_ids_is_asked_for_again() {
        intake.given(composed("m1"));
        intake.when(handOver("m1", true)).andThen();

        assertThat(intake.at(NOW.plus(TERMS.answerWithin()))
                        .when(handOver("m1", true))
                        .events())
                .singleElement()
                .isInstanceOf(HandedOver.class);
        assertThat(published(intake.at(NOW.plus(TERMS.answerWithin()))
                        .when(new HandOver("m1", "another", true))
                        .events()))
                .singleElement()
                .isInstanceOf(MessageUnknown.class);
    }

    @Test
    void old_news_is_given_up_and_what_may_have_arrived_is_not_called_refused() {
        Instant old = NOW.plus(TERMS.maxAge());
        intake.given(composed("m1"));

        assertThat(published(intake.at(old).when(note("m1", true, notNow(null))).events()))
                .singleElement()
                .isInstanceOf(MessageRefused.class);
        assertThat(published(intake.at(old).when(note("m1", true, UNSURE)).events()))
                .singleElement()
                .isInstanceOf(MessageUnknown.class);
    }

    @Test
    void a_case_in_which_nothing_gets_through_stays_bounded_and_says_what_it_refuses() {
        IntakeDecider decider = decider();
        for (int n = 0; n < Deliveries.MOST; n++) {
            intake.given(composed("m" + n));
        }
        IntakeState state = intake.state();
        var decision =
                Delivering.withinBounds(state, io.redress.chassis.decide.Decision.accept(composed("one more")), NOW);
        for (IntakeFact fact : ((io.redress.chassis.decide.Decision.Accepted<IntakeFact>) decision).events()) {
            state = decider.evolve(state, fact);
        }

        assertThat(((Filed) state).deliveries().waiting()).hasSize(Deliveries.MOST);
        assertThat(published(((io.redress.chassis.decide.Decision.Accepted<IntakeFact>) decision).events()))
                .last()
                .isInstanceOfSatisfying(
                        MessageRefused.class,
                        refused -> assertThat(refused.messageId()).isEqualTo("one more"));
    }

    /** Crashes, lost and repeated receipts, two post offices: a receiver never has a message twice. */
    @RepeatedTest(200)
    void whatever_happens_each_message_is_at_the_receiver_once_or_known_not_to_be() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        boolean knowsIds = random.nextBoolean();
        Scenario<IntakeState, IntakeCommand, IntakeFact> at = scenario();
        Instant now = NOW;
        Set<String> arrived = new HashSet<>();
        Set<String> settled = new HashSet<>();
        int composed = 1 + random.nextInt(5);
        for (int n = 0; n < composed; n++) {
            at.given(composed("m" + n));
        }
        for (int step = 0; step < 400 && !waiting(at).isEmpty(); step++) {
            now = now.plusSeconds(random.nextInt(900));
            at = at.at(now);
            Delivery first = waiting(at).getFirst();
            if (first.next().isAfter(now)) {
                continue;
            }
            boolean claims = !knowsIds || random.nextBoolean();
            if (claims) {
                List<IntakeFact> facts = at.when(handOver(first.id(), knowsIds)).events();
                settle(facts, settled, arrived, knowsIds, seed);
                at.given(facts.toArray(IntakeFact[]::new));
                // A second post office that saw the same entry.
                at.when(handOver(first.id(), knowsIds)).thenNothing();
                if (facts.stream().noneMatch(HandedOver.class::isInstance) || random.nextInt(5) == 0) {
                    continue;
                }
            }
            Receipt receipt = carry(first.id(), arrived, knowsIds, random, seed);
            for (int times = random.nextInt(3); times > 0; times--) {
                List<IntakeFact> facts =
                        at.when(note(first.id(), knowsIds, receipt)).events();
                settle(facts, settled, arrived, knowsIds, seed);
                at.given(facts.toArray(IntakeFact[]::new));
                if (receipt instanceof Receipt.NotNow) {
                    break;
                }
            }
        }
        assertThat(settled).as("seed %d", seed).hasSize(composed);
        assertThat(waiting(at)).as("seed %d", seed).isEmpty();
    }

    private static Receipt carry(String id, Set<String> arrived, boolean knowsIds, Random random, long seed) {
        int what = random.nextInt(10);
        boolean reaches = what < 6;
        if (knowsIds && arrived.contains(id) && reaches) {
            return TAKEN;
        }
        if (reaches) {
            assertThat(arrived.add(id)).as("%s arrives once, seed %d", id, seed).isTrue();
            return what < 4 ? TAKEN : UNSURE;
        }
        return switch (what) {
            case 6 -> UNSURE;
            case 7 -> knowsIds && arrived.contains(id) ? TAKEN : new Receipt.Refused("410.");
            default -> notNow(null);
        };
    }

    private static void settle(
            List<IntakeFact> facts, Set<String> settled, Set<String> arrived, boolean knowsIds, long seed) {
        for (IntakeFact fact : facts) {
            if (fact instanceof Settled(var delivery, var _)) {
                assertThat(settled.add(delivery.id()))
                        .as("settled once, seed %d", seed)
                        .isTrue();
                switch (delivery.state()) {
                    case SENT -> assertThat(arrived).as("seed %d", seed).contains(delivery.id());
                    case REFUSED ->
                        assertThat(!knowsIds && arrived.contains(delivery.id()))
                                .as("not refused what has arrived, seed %d", seed)
                                .isFalse();
                    case UNKNOWN, PENDING ->
                        assertThat(delivery.state()).as("seed %d", seed).isEqualTo(State.UNKNOWN);
                }
            }
        }
    }

    private Instant next(Receipt receipt) {
        return intake.when(note("m1", true, receipt)).events().stream()
                .filter(Postponed.class::isInstance)
                .map(fact -> ((Postponed) fact).next())
                .findFirst()
                .orElseThrow();
    }

    private static Receipt notNow(@org.jspecify.annotations.Nullable Duration pause) {
        return new Receipt.NotNow("503.", pause);
    }

    private static NoteReceipt note(String id, boolean knowsIds, Receipt receipt) {
        return new NoteReceipt(id, "carrier", knowsIds, receipt);
    }

    private static HandOver handOver(String id, boolean knowsIds) {
        return new HandOver(id, "carrier", knowsIds);
    }

    private static List<CaseEvent> published(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }

    private static List<Delivery> waiting(Scenario<IntakeState, IntakeCommand, IntakeFact> at) {
        return ((Filed) at.state()).deliveries().waiting();
    }

    private static IntakeFact composed(String id) {
        return new Published(new CustomerMessageComposed(
                CASE, id, "acknowledgement", "C-1", "web", "en", "Subject", "Body", "cited", NOW));
    }

    private static IntakeDecider decider() {
        return new IntakeDecider((occasion, _, _, _) -> new Voice.Words(occasion.kind(), "Words"), Promises.standard());
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> scenario() {
        Owner owner = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
        Customer customer = new Customer("C-1", Customer.Tier.STANDARD);
        Complaint complaint = new Complaint(
                "key", "print", null, null, "app", customer, null, "web", "en", "My invoice!", owner, NOW);
        ComplaintDiagnosed diagnosis = new ComplaintDiagnosed(
                CASE,
                List.of(new Hypothesis("invoice", Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")),
                0,
                false,
                false,
                "1",
                NOW);
        Progress progress = new Progress(Step.RESPOND, Progress.Status.OPEN, null, List.of(), null);
        return Scenario.of(decider()).given(new ComplaintFiled(complaint, diagnosis, progress));
    }
}
