package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.Customer.Tier;
import io.redress.intake.domain.CustomerCommand.NoteCustomer;
import io.redress.intake.domain.DrillCommand.AnswerCustomer;
import io.redress.intake.domain.DrillCommand.EndDrill;
import io.redress.intake.domain.DrillCommand.StartDrill;
import io.redress.intake.domain.DrillFact.CustomerAnswered;
import io.redress.intake.domain.DrillFact.DrillEnded;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.drills.Bearing;
import io.redress.intake.domain.drills.Drill;
import io.redress.intake.domain.drills.Drill.Outcome;
import io.redress.intake.domain.drills.DrillPicture;
import io.redress.intake.domain.drills.DrillScenario;
import io.redress.intake.domain.drills.Drillmaster;
import io.redress.intake.domain.drills.Examiner;
import io.redress.intake.domain.drills.ShippedDrills;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A consultant trains with a customer who is not real. */
class DrillingTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String GOOD = Objects.requireNonNull(ShippedDrills.GOOD.get("en"));
    private static final String BAD = Objects.requireNonNull(ShippedDrills.BAD.get("en"));
    private static final StartDrill START = new StartDrill("hannah", "Hannah Whitfield", "attack-on-competence", "en");
    private static final DrillScenario ATTACK =
            ShippedDrills.BOOK.find("attack-on-competence", "en").orElseThrow();

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = scenario();

    @Test
    @Behaviour("R142")
    void the_customer_begins_and_calms_down_when_answered_well() {
        intake.when(START).andThen();
        assertThat(drill().exchanges()).singleElement().satisfies(first -> {
            assertThat(first.customer()).isEqualTo(ATTACK.turns().getFirst().calmer());
            assertThat(first.hostile()).isTrue();
        });

        say(1, GOOD);
        assertThat(drill().exchanges().getLast().customer())
                .isEqualTo(ATTACK.turns().get(1).calmer());
        say(2, GOOD);
        say(3, GOOD);

        assertThat(drill().outcome()).isEqualTo(Outcome.CALMED);
        assertThat(drill().endedAt()).isEqualTo(NOW);
        assertThat(drill().exchanges()).hasSize(3);
    }

    @Test
    @Behaviour("R142")
    void the_customer_gets_angrier_when_answered_badly_and_may_be_won_back() {
        intake.when(START).andThen();

        say(1, BAD);
        assertThat(drill().exchanges().getLast().customer())
                .isEqualTo(ATTACK.turns().get(1).angrier());
        say(2, GOOD);
        assertThat(drill().exchanges().getLast().customer())
                .isEqualTo(ATTACK.turns().get(2).calmer());
        say(3, BAD);

        assertThat(drill().outcome()).isEqualTo(Outcome.ESCALATED);
    }

    @Test
    @Behaviour("R143")
    void the_picture_says_what_was_met_how_hostility_was_borne_and_how_long_the_customer_waited() {
        intake.when(START).andThen();
        Scenario<IntakeState, IntakeCommand, IntakeFact> first = at(30);
        first.when(new AnswerCustomer(1, GOOD)).andThen();
        Scenario<IntakeState, IntakeCommand, IntakeFact> later = first.at(NOW.plusSeconds(120));
        later.when(new AnswerCustomer(2, BAD)).andThen();

        Drill drill = ((Drilled) later.state()).drill();
        DrillPicture picture = DrillPicture.of(List.of(drill));

        assertThat(picture.answers()).isEqualTo(2);
        assertThat(picture.handled()).isEqualTo(1);
        assertThat(picture.mirrored()).isEqualTo(1);
        assertThat(picture.hostileTurns()).isEqualTo(2);
        assertThat(picture.calming()).isEqualTo(0.5);
        assertThat(picture.marksMet()).isEqualTo(0.5);
        assertThat(picture.meanDelaySeconds()).isEqualTo(60);
        assertThat(picture.longestDelaySeconds()).isEqualTo(90);
        assertThat(DrillPicture.of(List.of()).marksMet()).isZero();
    }

    @Test
    @Behaviour("R143")
    void saying_nothing_that_helps_passes_hostility_over_and_saying_nothing_bad_is_not_enough() {
        intake.when(START).andThen();

        say(1, "We have received it.");

        assertThat(drill().answerOf(1)).hasValueSatisfying(answer -> {
            assertThat(answer.judgement().bearing()).isEqualTo(Bearing.PASSED_OVER);
            assertThat(answer.judgement().calming()).isFalse();
        });
    }

    @Test
    void a_turn_is_answered_once_and_in_its_turn() {
        intake.when(START).andThen();
        intake.when(new AnswerCustomer(2, GOOD)).thenRejected("not-this-turn");
        say(1, GOOD);

        intake.when(new AnswerCustomer(1, GOOD)).thenNothing();
        intake.when(new AnswerCustomer(1, BAD)).thenRejected("answered-already");
        intake.when(START).thenNothing();
        intake.when(new StartDrill("hannah", "Hannah Whitfield", "endless-why", "en"))
                .thenRejected("idempotency-key-reused");
    }

    @Test
    void who_has_enough_ends_it_and_who_forgets_it_has_broken_it_off() {
        intake.when(START).andThen();
        Scenario<IntakeState, IntakeCommand, IntakeFact> forgotten =
                at(Duration.ofHours(24).toSeconds());
        intake.when(new DeadlineReached()).thenNothing();
        assertThat(IntakeDecider.nextDue(intake.state())).contains(NOW.plus(Duration.ofHours(24)));

        intake.when(new EndDrill())
                .then(new DrillEnded(Outcome.BROKEN_OFF, NOW))
                .when(new EndDrill())
                .thenNothing()
                .when(new AnswerCustomer(1, GOOD))
                .thenRejected("drill-ended");
        assertThat(IntakeDecider.nextDue(intake.state())).isEmpty();
        forgotten.when(new DeadlineReached()).then(new DrillEnded(Outcome.BROKEN_OFF, NOW.plus(Duration.ofHours(24))));
    }

    @Test
    void a_drill_is_nothing_else_and_nothing_else_is_a_drill() {
        intake.when(new EndDrill()).thenRejected("unknown-drill");
        intake.when(new StartDrill("hannah", "Hannah", "tea-party", "en")).thenRejected("unknown-scenario");
        intake.when(START).andThen();
        intake.when(new NoteCustomer("C-1", CustomerDetails.NONE)).thenRejected("not-a-customer");

        Scenario<IntakeState, IntakeCommand, IntakeFact> customer = scenario();
        customer.when(new NoteCustomer("C-1", new CustomerDetails(List.of(), "it", "phone", Tier.VIP)))
                .andThen();
        customer.when(START).thenRejected("not-a-drill");
    }

    @Test
    @Behaviour("R142")
    void nothing_of_a_drill_is_told_to_anybody() {
        List<IntakeFact> facts = new ArrayList<>(intake.when(START).events());
        intake.when(START).andThen();
        for (int turn = 1; turn <= 3; turn++) {
            facts.addAll(intake.when(new AnswerCustomer(turn, GOOD)).events());
            say(turn, GOOD);
        }

        assertThat(facts).hasSize(5).allMatch(DrillFact.class::isInstance);
        assertThat(facts.get(3)).isInstanceOf(CustomerAnswered.class);
    }

    private void say(int turn, String text) {
        intake.when(new AnswerCustomer(turn, text)).andThen();
    }

    private Drill drill() {
        return ((Drilled) intake.state()).drill();
    }

    private Scenario<IntakeState, IntakeCommand, IntakeFact> at(long seconds) {
        return intake.at(NOW.plusSeconds(seconds));
    }

    private static Scenario<IntakeState, IntakeCommand, IntakeFact> scenario() {
        return Scenario.of(new IntakeDecider(
                (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.kind()),
                Promises.standard(),
                DeliveryTerms.standard(),
                Attention.none(),
                new Drillmaster(ShippedDrills.BOOK, new Examiner(ShippedDrills.HOSTILITY))));
    }
}
