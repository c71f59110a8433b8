package io.redress.intake.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.intake.domain.Attention;
import io.redress.intake.domain.DeliveryTerms;
import io.redress.intake.domain.DrillCommand.AnswerCustomer;
import io.redress.intake.domain.DrillCommand.EndDrill;
import io.redress.intake.domain.DrillCommand.StartDrill;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeDecider;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.Promises;
import io.redress.intake.domain.Voice;
import io.redress.intake.domain.drills.Drillmaster;
import io.redress.intake.domain.drills.Examiner;
import io.redress.intake.domain.drills.ShippedDrills;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is counted of drills, and what of them leaves the service. */
class DrillMetersTest {
    private static final String SCENARIO = "endless-why";
    private static final String GOOD = Objects.requireNonNull(ShippedDrills.GOOD.get("it"));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final IntakeDecider rules = new IntakeDecider(
            (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.kind()),
            Promises.standard(),
            DeliveryTerms.standard(),
            Attention.none(),
            new Drillmaster(ShippedDrills.BOOK, new Examiner(ShippedDrills.HOSTILITY)));
    private final ObservedDecider watched = new ObservedDecider(rules, new DrillMeters(registry, ShippedDrills.BOOK));

    @Test
    void drills_are_counted_by_scenario_and_outcome_from_zero_on() {
        assertThat(counted("calmed")).isZero();
        assertThat(registry.getMeters()).hasSize(ShippedDrills.BOOK.ids().size() * 3);

        begun().when(new EndDrill()).andThen();
        Scenario<IntakeState, IntakeCommand, IntakeFact> calmed = begun();
        for (int turn = 1; turn <= 3; turn++) {
            calmed.when(new AnswerCustomer(turn, GOOD)).andThen();
        }

        assertThat(counted("broken-off")).isEqualTo(1);
        assertThat(counted("calmed")).isEqualTo(1);
        assertThat(counted("escalated")).isZero();
    }

    @Test
    @Behaviour("R142")
    void nothing_of_a_drill_leaves_the_service() {
        IntakeDefinition definition = new IntakeDefinition(watched, new VoiceMeters(registry));
        List<IntakeFact> facts = begun().when(new EndDrill()).events();

        assertThat(facts).isNotEmpty().allSatisfy(fact -> {
            assertThat(definition.outgoing("drill:1", fact)).isEmpty();
            assertThat(definition.log(fact)).isEmpty();
        });
        assertThat(definition.entries("drill:1", begun().state()))
                .extracting(entry -> entry.index())
                .containsExactlyInAnyOrder(IntakeDefinition.BY_DRILLS, IntakeDefinition.BY_DRILLS_OF);
    }

    private double counted(String outcome) {
        return registry.get("redress_drills_total")
                .tag("scenario", SCENARIO)
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    private Scenario<IntakeState, IntakeCommand, IntakeFact> begun() {
        Scenario<IntakeState, IntakeCommand, IntakeFact> drill = Scenario.of(watched);
        drill.when(new StartDrill("giulia", "Hannah", SCENARIO, "it")).andThen();
        return drill;
    }
}
