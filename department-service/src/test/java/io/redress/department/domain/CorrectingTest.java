package io.redress.department.domain;

import static io.redress.department.domain.CommitmentTest.commitment;
import static io.redress.department.domain.CommitmentTest.open;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CommitmentEvent.CommitmentCorrected;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.department.domain.Commitment.End.Delivered;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

@Behaviour("R133")
class CorrectingTest {
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker SILVIA = Speaker.of(FINANCE, "Silvia");
    private static final Instant PROMISED = NOW.plus(Duration.ofHours(10));
    private static final Instant LATER = DUE.plus(Duration.ofHours(30));

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> committed =
            open().when(new Reply(commitment("c1", R1, FINANCE, PROMISED))).andThen();

    @Test
    @Behaviour("R75")
    void a_later_date_that_both_sides_agree_is_promised_from_then_on_and_the_first_one_stays_known() {
        committed.when(offer("k1", SILVIA, LATER)).andThen();
        var agreed = committed.when(new AcceptOffer(R1, "offer-1", CONSULTANT));

        assertThat(told(agreed.events(), CommitmentCorrected.class))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.follows()).isEqualTo("offer-1");
                    assertThat(it.dimension()).isEqualTo(Dimension.TIME);
                    assertThat(it.reason()).isEqualTo("The parts arrive on Tuesday.");
                    assertThat(it.originalDueAt()).isEqualTo(PROMISED);
                    assertThat(it.previousDueAt()).isEqualTo(PROMISED);
                    assertThat(it.dueAt()).isEqualTo(LATER);
                    assertThat(it.by()).isEqualTo("andrei");
                });
        Commitment promise = promise(agreed.andThen());
        assertThat(promise.dueAt()).isEqualTo(LATER);
        assertThat(promise.reply().dueAt()).isEqualTo(PROMISED);
        assertThat(promise.requestedFor()).isEqualTo(DUE);
    }

    @Test
    @Behaviour("R139")
    void what_is_delivered_by_the_agreed_date_is_on_time_against_that_one_alone() {
        committed.when(offer("k1", SILVIA, LATER)).andThen();
        committed.when(new AcceptOffer(R1, "offer-1", CONSULTANT)).andThen();

        var late = committed.at(LATER).when(new Reply(answer("a1", R1, FINANCE)));

        assertThat(told(late.events(), CommitmentMissed.class))
                .extracting(CommitmentMissed::part)
                .containsExactly(Part.ORIGINAL);
        assertThat(told(late.events(), CommitmentKept.class)).singleElement().satisfies(it -> {
            assertThat(it.asRequested()).isFalse();
            assertThat(it.asFirstPromised()).isFalse();
        });
        assertThat(promise(late.andThen()).end())
                .isInstanceOfSatisfying(
                        Delivered.class, it -> assertThat(it.asLastPromised()).isTrue());
    }

    @Test
    void what_is_only_offered_or_was_declined_changes_no_promise() {
        assertThat(told(committed.when(offer("k1", SILVIA, LATER)).events(), CommitmentCorrected.class))
                .isEmpty();
        committed.when(offer("k1", SILVIA, LATER)).andThen();
        committed
                .when(new DeclineOffer(R1, "offer-1", CONSULTANT, "He leaves on Monday."))
                .andThen();

        assertThat(promise(committed).corrections()).isEmpty();
    }

    @Test
    void who_has_promised_sooner_than_a_date_that_is_brought_forward_keeps_the_promise() {
        Instant sooner = DUE.minusSeconds(60);
        committed.when(offer("k1", CONSULTANT, sooner)).andThen();
        var agreed = committed.when(new AcceptOffer(R1, "offer-1", SILVIA));

        assertThat(told(agreed.events(), CommitmentCorrected.class)).isEmpty();
        assertThat(promise(agreed.andThen()).dueAt()).isEqualTo(PROMISED);
    }

    @Test
    void a_date_brought_forward_before_the_promise_brings_the_promise_forward() {
        Instant sooner = PROMISED.minusSeconds(60);
        committed.when(offer("k1", CONSULTANT, sooner)).andThen();
        committed.when(new AcceptOffer(R1, "offer-1", SILVIA)).andThen();

        assertThat(promise(committed).dueAt()).isEqualTo(sooner);
    }

    @Test
    @Behaviour({"R134", "R136"})
    void who_says_until_when_it_takes_says_it_of_the_promise_too() {
        var late = committed.when(new Reply(deviation("d1", Kind.MISTAKE, Dimension.QUALITY, LATER)));

        assertThat(told(late.events(), CommitmentCorrected.class))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.follows()).isEqualTo("deviation-1");
                    assertThat(it.dimension()).isEqualTo(Dimension.QUALITY);
                    assertThat(it.dueAt()).isEqualTo(LATER);
                    assertThat(it.by()).isEqualTo("Silvia");
                });
        late.andThen()
                .when(new Reply(deviation("d1", Kind.MISTAKE, Dimension.QUALITY, LATER)))
                .thenNothing();
    }

    @Test
    @Behaviour("R95")
    void a_later_estimate_moves_the_promise_and_one_within_the_date_does_not() {
        committed
                .when(new Reply(new DepartmentReply.Estimate("e1", R1, FINANCE, "Silvia", DUE, null, null)))
                .andThen();
        assertThat(promise(committed).corrections()).isEmpty();

        committed
                .when(new Reply(
                        new DepartmentReply.Estimate("e2", R1, FINANCE, "Silvia", LATER, null, "The bank is closed.")))
                .andThen();
        assertThat(promise(committed).dueAt()).isEqualTo(LATER);
    }

    @Test
    void once_missed_stays_missed_whatever_is_agreed_later() {
        Instant afterwards = PROMISED.plusSeconds(1);
        var late = committed.at(afterwards).when(new Reply(deviation("d1", Kind.DELAY, Dimension.TIME, LATER)));
        var corrected = late.andThen();
        assertThat(promise(corrected).missed()).containsExactly(Part.ORIGINAL);

        // The corrected date passes, too, and nobody notices before yet another one is said.
        var again = corrected
                .at(LATER.plusSeconds(1))
                .when(new Reply(deviation("d2", Kind.DELAY, Dimension.TIME, LATER.plusSeconds(3600))));

        assertThat(told(again.events(), CommitmentMissed.class))
                .extracting(CommitmentMissed::part, CommitmentMissed::dueAt)
                .containsExactly(tuple(Part.LATEST, LATER));
        assertThat(promise(again.andThen()).missed()).containsExactly(Part.ORIGINAL, Part.LATEST);
    }

    @Test
    void where_nothing_is_promised_nothing_is_corrected() {
        var without = open().when(offer("k1", SILVIA, LATER)).andThen();

        assertThat(told(without.when(new AcceptOffer(R1, "offer-1", CONSULTANT)).events(), CommitmentCorrected.class))
                .isEmpty();
    }

    @Test
    void there_is_an_end_to_corrections_and_the_last_promise_stays() {
        for (int i = 1; i <= Commitment.MOST_CORRECTIONS + 1; i++) {
            committed.when(offer("k" + i, SILVIA, LATER.plusSeconds(i))).andThen();
            if (committed.state().dealings().negotiations().about(R1).offers().size() == i) {
                committed.when(new AcceptOffer(R1, "offer-" + i, CONSULTANT)).andThen();
            }
        }

        assertThat(promise(committed).corrections()).hasSize(Commitment.MOST_CORRECTIONS);
        assertThat(promise(committed).dueAt()).isEqualTo(LATER.plusSeconds(Commitment.MOST_CORRECTIONS));
    }

    private static MakeOffer offer(String key, Speaker speaker, Instant dueAt) {
        return new MakeOffer(
                R1, key, speaker, new Expectation(dueAt, "The parts arrive on Tuesday.", null, null, null), null, null);
    }

    private static DepartmentReply.Deviation deviation(String id, Kind kind, Dimension dimension, Instant dueAt) {
        return new DepartmentReply.Deviation(
                id, R1, FINANCE, "Silvia", kind, dimension, "The bank is closed.", dueAt, null);
    }

    private static Commitment promise(Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> scenario) {
        return Objects.requireNonNull(scenario.state().dealings().commitments().get("commitment-1"));
    }

    private static <E> List<E> told(List<DepartmentFact> facts, Class<E> type) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
