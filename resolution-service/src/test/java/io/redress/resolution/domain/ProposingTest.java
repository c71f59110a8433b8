package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.FRONT_DESK;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answer;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.helped;
import static io.redress.resolution.domain.Cases.redirected;
import static io.redress.resolution.domain.Cases.routed;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnHelp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ProposingTest {

    @Test
    @Behaviour("R102")
    void nothing_is_proposed_before_every_required_answer_is_in() {
        assertThat(after(routed(FINANCE, LOGISTICS), answered(1, FINANCE, true, REFUND)))
                .isInstanceOf(Gathering.class);
    }

    @Test
    @Behaviour({"R102", "R103", "R105"})
    void the_last_answer_brings_the_proposal_with_ideas_of_different_kind() {
        SolutionsProposed proposal = proposal(
                routed(FINANCE, LOGISTICS),
                answered(1, FINANCE, true, REFUND, CREDIT),
                answered(2, LOGISTICS, true, new OptionIdea("refund", "Another refund.", null, 9, null)));

        assertThat(proposal.proposalId()).isEqualTo("p1");
        assertThat(proposal.options()).extracting(Option::optionId).containsExactly("o1", "o2");
        assertThat(proposal.options()).extracting(Option::title).containsExactly(REFUND.title(), CREDIT.title());
        assertThat(proposal.singleOptionReason()).isNull();
        assertThat(proposal.validUntil()).isEqualTo(NOW.plus(Duration.ofDays(14)));
    }

    @Test
    @Behaviour({"R84", "R102"})
    void an_answer_that_went_back_is_waited_for_again_until_something_is_proposed() {
        ForgetAnswer back = new ForgetAnswer(Cases.request(1));
        assertThat(after(
                        routed(FINANCE, LOGISTICS),
                        answered(1, FINANCE, true, REFUND),
                        back,
                        answered(2, LOGISTICS, true)))
                .isInstanceOf(Gathering.class);
        SolutionsProposed proposal = proposal(
                routed(FINANCE, LOGISTICS),
                answered(1, FINANCE, true, REFUND),
                back,
                answered(2, LOGISTICS, true),
                answered(1, FINANCE, true, CREDIT));
        assertThat(proposal.options()).extracting(Option::title).containsExactly(CREDIT.title());
        assertThat(after(routed(FINANCE), answered(1, FINANCE, true, REFUND), back))
                .isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R51", "R60"})
    void what_a_helper_answers_another_department_is_no_answer_of_the_case() {
        assertThat(after(routed(FINANCE), helped(2, 1, LOGISTICS, CREDIT))).isInstanceOf(Gathering.class);

        SolutionsProposed proposal =
                proposal(routed(FINANCE), helped(2, 1, LOGISTICS, CREDIT), answered(1, FINANCE, true, REFUND));
        assertThat(proposal.options()).extracting(Option::title).containsExactly(REFUND.title());
    }

    @Test
    @Behaviour("R85")
    void who_is_asked_to_help_may_see_the_case_in_every_state() {
        LearnHelp help = new LearnHelp(LOGISTICS);

        assertThat(involved(routed(FINANCE), help)).containsExactly(FINANCE, LOGISTICS);
        assertThat(involved(routed(FINANCE), help, help)).containsExactly(FINANCE, LOGISTICS);
        assertThat(involved(routed(FINANCE), answered(1, FINANCE, true, REFUND), help))
                .containsExactly(FINANCE, LOGISTICS);
        assertThat(after(help)).isEqualTo(after());
    }

    @Test
    void the_department_that_had_the_idea_carries_it_out() {
        SolutionsProposed proposal = proposal(routed(FINANCE), answered(1, FINANCE, true, REFUND));

        assertThat(proposal.options().getFirst().steps())
                .containsExactly(new Step("p1-o1-s1", FINANCE, REFUND.title()));
    }

    @Test
    void a_proposal_with_one_option_says_why() {
        assertThat(proposal(routed(FINANCE), answered(1, FINANCE, true, REFUND)).singleOptionReason())
                .isEqualTo("The only way.");
    }

    @Test
    void ideas_for_a_solution_come_before_those_that_came_with_information() {
        SolutionsProposed proposal = proposal(
                routed(FINANCE, LOGISTICS),
                answer(1, FINANCE, RequestKind.INFORMATION, null, true, CREDIT),
                answered(2, LOGISTICS, true, REFUND));

        assertThat(kinds(proposal)).containsExactly("refund", "credit");
    }

    @Test
    void of_many_ideas_six_are_offered() {
        OptionIdea[] ideas = IntStream.range(0, 9)
                .mapToObj(n -> new OptionIdea("kind-" + n, "Way " + n, null, n, null))
                .toArray(OptionIdea[]::new);

        assertThat(proposal(routed(FINANCE), answered(1, FINANCE, true, ideas)).options())
                .hasSize(6);
    }

    @Test
    void where_nobody_has_an_idea_the_declared_options_are_offered_and_the_lead_carries_them_out() {
        SolutionsProposed proposal = proposal(routed(FINANCE), answered(1, FINANCE, true));

        assertThat(kinds(proposal)).containsExactly("replacement", "refund");
        assertThat(proposal.options().getFirst().steps().getFirst().department())
                .isEqualTo(FINANCE);
    }

    @Test
    void where_nobody_can_help_the_front_desk_explains() {
        SolutionsProposed proposal =
                proposal(routed(FINANCE, LOGISTICS), answered(1, FINANCE, false), answered(2, LOGISTICS, false));

        assertThat(kinds(proposal)).containsExactly("clarification");
        assertThat(proposal.options().getFirst().steps().getFirst().department())
                .isEqualTo(FRONT_DESK);
    }

    @Test
    void a_redirected_request_is_waited_for_where_it_went() {
        assertThat(after(
                        routed(FINANCE), redirected(1, FINANCE, LOGISTICS, 2), redirected(2, LOGISTICS, FRONT_DESK, 3)))
                .isInstanceOf(Gathering.class);
        SolutionsProposed proposal = proposal(
                routed(FINANCE),
                redirected(1, FINANCE, LOGISTICS, 2),
                redirected(2, LOGISTICS, FRONT_DESK, 3),
                answered(3, FRONT_DESK, true, CREDIT));
        assertThat(kinds(proposal)).containsExactly("credit");
    }

    @Test
    void a_department_that_a_request_was_redirected_to_is_involved() {
        assertThat(after(routed(FINANCE), redirected(1, FINANCE, LOGISTICS, 2)).background())
                .satisfies(background -> assertThat(background.involved()).containsExactly(FINANCE, LOGISTICS));
    }

    @Test
    @Behaviour("R8")
    void where_nobody_is_needed_nothing_is_proposed() {
        assertThat(after(routed())).isInstanceOf(Listening.class);
    }

    @RepeatedTest(100)
    @Behaviour("R102")
    void the_order_in_which_topics_are_read_makes_no_difference() {
        long seed = System.nanoTime();
        List<ResolutionCommand> commands = new ArrayList<>(List.of(
                routed(FINANCE, LOGISTICS),
                redirected(2, LOGISTICS, FRONT_DESK, 3),
                answered(1, FINANCE, true, REFUND),
                answered(3, FRONT_DESK, true, CREDIT),
                answered(7, LOGISTICS, true, new OptionIdea("apology", "Sorry.", null, 0, null)),
                answered(1, FINANCE, false)));
        // The first answer to a request counts, so the repetition stays behind it.
        ResolutionCommand repetition = commands.removeLast();
        Collections.shuffle(commands, new Random(seed));
        commands.add(repetition);

        Progress state = after(commands.toArray(ResolutionCommand[]::new));

        assertThat(state)
                .as("seed %d", seed)
                .isInstanceOfSatisfying(
                        Proposed.class,
                        proposed -> assertThat(kinds(proposed.proposal())).containsExactly("refund", "credit"));
        assertThat(Set.copyOf(requireNonNull(state.background()).involved()))
                .as("seed %d", seed)
                .isEqualTo(Set.of(FINANCE, LOGISTICS, FRONT_DESK));
    }

    private static List<String> kinds(SolutionsProposed proposal) {
        return proposal.options().stream().map(Option::kind).toList();
    }

    private static SolutionsProposed proposal(ResolutionCommand... commands) {
        return ((Proposed) after(commands)).proposal();
    }

    private static List<DepartmentCode> involved(ResolutionCommand... commands) {
        return List.copyOf(requireNonNull(after(commands).background()).involved());
    }

    private static Progress after(ResolutionCommand... commands) {
        return Histories.after(NOW, Arrays.asList(commands));
    }
}
