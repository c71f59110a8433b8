package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionFact.ConditionMet;
import io.redress.resolution.domain.ResolutionFact.ProposalHeld;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldingProposalsTest {
    private static final ResolutionCommand ANSWER = answered(1, FINANCE, true, REFUND, CREDIT);

    private final ResolutionDecider decider = Cases.decider();
    private final ResolutionCase gathering =
            new ResolutionCase(Histories.after(NOW, List.of(routed(FINANCE))), Assurances.NONE);

    @Test
    @Behaviour({"R36", "R108"})
    void what_needs_a_clearance_is_held_and_not_proposed() {
        assertThat(facts(held()))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        ProposalHeld.class, held -> assertThat(held.awaiting()).containsExactly("legal", "stock"));
        assertThat(after(gathering, held()).progress()).isInstanceOf(Drafted.class);
    }

    @Test
    void it_goes_out_when_the_last_condition_is_met_and_the_time_to_choose_begins_then() {
        ResolutionCase drafted = after(gathering, held());
        ResolutionCase one = after(drafted, released(drafted, "legal", Duration.ofDays(1)));
        assertThat(one.progress()).isInstanceOf(Drafted.class);

        Decision<ResolutionFact> last = released(one, "stock", Duration.ofDays(2));

        assertThat(facts(last))
                .last()
                .isInstanceOfSatisfying(
                        Published.class,
                        published -> assertThat(published.event())
                                .isInstanceOfSatisfying(
                                        SolutionsProposed.class,
                                        proposed -> assertThat(proposed.proposedAt())
                                                .isEqualTo(NOW.plus(Duration.ofDays(2)))));
        assertThat(after(one, last).progress()).isInstanceOf(Proposed.class);
    }

    @Test
    void what_needs_nothing_is_proposed_at_once() {
        Decision<ResolutionFact> decided = decider.decide(gathering.progress(), ANSWER, NOW);

        assertThat(new HoldingProposals(List.of((_, _) -> List.of()), this::evolved)
                        .after(gathering, ANSWER, decided, NOW))
                .isEqualTo(decided);
    }

    private Decision<ResolutionFact> held() {
        var holding = new HoldingProposals(
                List.of((_, _) -> List.of("legal"), (_, _) -> List.of("stock", "legal")), this::evolved);
        return holding.after(gathering, ANSWER, decider.decide(gathering.progress(), ANSWER, NOW), NOW);
    }

    private Decision<ResolutionFact> released(ResolutionCase drafted, String condition, Duration later) {
        var clearing = new Clearing(
                Cases.limits(),
                new OptionKinds(Cases.catalogue()),
                Cases.catalogue().takesLonger(),
                this::evolved);
        var releasing =
                new ReleasingProposals(new ProposeSolutions(Cases.catalogue(), Cases.TERMS), clearing, this::evolved);
        return releasing.after(drafted, ANSWER, Decision.accept(new ConditionMet(condition)), NOW.plus(later));
    }

    private ResolutionCase after(ResolutionCase known, Decision<ResolutionFact> decision) {
        ResolutionCase then = known;
        for (ResolutionFact fact : facts(decision)) {
            then = evolved(then, fact);
        }
        return then;
    }

    private ResolutionCase evolved(ResolutionCase known, ResolutionFact fact) {
        return known.with(decider.evolve(known.progress(), fact));
    }

    private static List<ResolutionFact> facts(Decision<ResolutionFact> decision) {
        return ((Decision.Accepted<ResolutionFact>) decision).events();
    }
}
