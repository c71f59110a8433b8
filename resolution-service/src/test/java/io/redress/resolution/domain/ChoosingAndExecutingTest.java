package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoosingAndExecutingTest {
    private static final Choose REFUND_CHOSEN = new Choose("p1", "o1", "webshop");
    private static final Close SATISFIED = new Close(true, "Thank you.");

    @Test
    @Behaviour({"R106", "R111"})
    void the_choice_is_recorded_as_the_customers_and_only_then_carried_out() {
        assertThat(events(proposed(), REFUND_CHOSEN))
                .containsExactly(
                        new OptionChosen(CASE, "p1", "o1", REFUND.title(), "webshop", NOW),
                        new ExecutionStepStarted(CASE, "p1-o1-s1", FINANCE, REFUND.title(), NOW, REFUND.days()));
    }

    @Test
    void the_same_choice_again_changes_nothing() {
        assertThat(events(chosen(), REFUND_CHOSEN)).isEmpty();
        assertThat(events(executed(), REFUND_CHOSEN)).isEmpty();
        assertThat(events(closed(), REFUND_CHOSEN)).isEmpty();
    }

    @Test
    void a_choice_is_refused_where_there_is_nothing_to_choose() {
        assertThat(code(state(), REFUND_CHOSEN)).isEqualTo("not-proposed-yet");
        assertThat(code(state(routed(FINANCE)), REFUND_CHOSEN)).isEqualTo("not-proposed-yet");
        assertThat(code(state(routed()), REFUND_CHOSEN)).isEqualTo("not-proposed-yet");
    }

    @Test
    void a_choice_must_name_what_is_offered_now() {
        assertThat(code(proposed(), new Choose("p2", "o1", "webshop"))).isEqualTo("unknown-proposal");
        assertThat(code(proposed(), new Choose("p1", "o3", "webshop"))).isEqualTo("unknown-option");
    }

    @Test
    @Behaviour("R106")
    void what_the_customer_had_seen_is_kept_with_the_case() {
        SolutionsProposed seen = ((Proposed) proposed()).proposal();

        assertThat(((Executed) executed()).proposal()).isEqualTo(seen);
        assertThat(((Closed) closed()).proposal()).isEqualTo(seen);
        assertThat(((Closed) Histories.after(proposed(), new DeadlineReached(), NOW.plus(Duration.ofDays(14))))
                        .proposal())
                .isEqualTo(seen);
    }

    @Test
    void another_choice_after_the_choice_is_refused() {
        assertThat(code(chosen(), new Choose("p1", "o2", "webshop"))).isEqualTo("already-chosen");
        assertThat(code(executed(), new Choose("p1", "o1", "somebody-else"))).isEqualTo("already-chosen");
    }

    @Test
    void a_choice_after_the_announced_end_is_refused() {
        Decision<ResolutionFact> late =
                Cases.decider().decide(proposed(), REFUND_CHOSEN, NOW.plus(Duration.ofDays(14)));

        assertThat(late)
                .isInstanceOfSatisfying(
                        Decision.Rejected.class, it -> assertThat(it.code()).isEqualTo("proposal-expired"));
    }

    @Test
    @Behaviour("R114")
    void the_last_step_done_makes_the_case_resolved() {
        assertThat(events(chosen(), stepAnswered("p1-o1-s1", FINANCE, true)))
                .containsExactly(
                        new ExecutionStepCompleted(CASE, "p1-o1-s1", request(9), NOW),
                        new SolutionExecuted(CASE, "o1", REFUND.title(), NOW));
    }

    @Test
    void with_several_steps_the_case_is_resolved_after_all_of_them() {
        List<Step> steps = List.of(new Step("p1-o1-s1", FINANCE, "One"), new Step("p1-o1-s2", FINANCE, "Two"));
        SolutionsProposed twoSteps = new SolutionsProposed(
                CASE,
                "p1",
                List.of(new Option("o1", "refund", "Both", null, 1, null, steps)),
                null,
                null,
                NOW,
                NOW.plus(Duration.ofDays(1)));
        Progress started =
                after(new Proposed(Background.of(routed(FINANCE).routed()), twoSteps, false, List.of()), REFUND_CHOSEN);

        assertThat(events(started, stepAnswered("p1-o1-s2", FINANCE, true))).hasSize(1);
        Progress half = after(started, stepAnswered("p1-o1-s2", FINANCE, true));
        assertThat(events(half, stepAnswered("p1-o1-s2", FINANCE, true))).isEmpty();
        assertThat(events(half, stepAnswered("p1-o1-s1", FINANCE, true))).last().isInstanceOf(SolutionExecuted.class);
    }

    @Test
    @Behaviour("R114")
    void a_failed_step_is_disclosed_with_what_is_left_to_choose() {
        List<ResolutionEvent> events = events(chosen(), stepAnswered("p1-o1-s1", FINANCE, false));

        assertThat(events.getFirst())
                .isEqualTo(new ExecutionStepFailed(CASE, "p1-o1-s1", request(9), "What we found.", NOW));
        assertThat(events.getLast()).isInstanceOfSatisfying(SolutionsProposed.class, proposal -> {
            assertThat(proposal.proposalId()).isEqualTo("p2");
            assertThat(proposal.disclosure()).isEqualTo("Failed: " + REFUND.title());
            assertThat(proposal.options()).extracting(Option::kind).containsExactly("credit");
            assertThat(proposal.options().getFirst().steps())
                    .containsExactly(new Step("p2-o1-s1", FINANCE, CREDIT.title()));
        });
    }

    @Test
    void when_all_options_have_failed_the_declared_ones_follow_without_those_that_failed() {
        Progress second = after(chosen(), stepAnswered("p1-o1-s1", FINANCE, false));
        Progress chosenAgain = after(second, new Choose("p2", "o1", "webshop"));
        List<ResolutionEvent> events = events(chosenAgain, stepAnswered("p2-o1-s1", FINANCE, false));

        assertThat(events.getLast()).isInstanceOfSatisfying(SolutionsProposed.class, proposal -> {
            assertThat(proposal.proposalId()).isEqualTo("p3");
            assertThat(proposal.options()).extracting(Option::kind).containsExactly("replacement");
        });
    }

    @Test
    void an_answer_about_a_step_of_an_earlier_proposal_has_no_effect() {
        Progress second = after(chosen(), stepAnswered("p1-o1-s1", FINANCE, false));

        assertThat(events(second, stepAnswered("p1-o1-s1", FINANCE, true))).isEmpty();
        Progress chosenAgain = after(second, new Choose("p2", "o1", "webshop"));
        assertThat(events(chosenAgain, stepAnswered("p1-o1-s1", FINANCE, true))).isEmpty();
    }

    private static Progress proposed() {
        return state(routed(FINANCE), answered(1, FINANCE, true, REFUND, CREDIT));
    }

    private static Progress chosen() {
        return after(proposed(), REFUND_CHOSEN);
    }

    private static Progress executed() {
        return after(chosen(), stepAnswered("p1-o1-s1", FINANCE, true));
    }

    private static Progress closed() {
        return after(executed(), SATISFIED);
    }

    private static Progress state(ResolutionCommand... commands) {
        return Histories.after(NOW, Arrays.asList(commands));
    }

    private static Progress after(Progress state, ResolutionCommand command) {
        return Histories.after(state, command, NOW);
    }

    private static List<ResolutionEvent> events(Progress state, ResolutionCommand command) {
        List<ResolutionEvent> events = new ArrayList<>();
        if (Cases.decider().decide(state, command, NOW) instanceof Decision.Accepted<ResolutionFact>(var facts)) {
            facts.forEach(fact -> events.add(((Published) fact).event()));
        }
        return events;
    }

    private static String code(Progress state, ResolutionCommand command) {
        return ((Decision.Rejected<ResolutionFact>) Cases.decider().decide(state, command, NOW)).code();
    }
}
