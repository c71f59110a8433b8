package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static io.redress.resolution.domain.ClearingTest.gate;
import static io.redress.resolution.domain.ClearingTest.routedWith;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** At least two ways of different kind, where they exist. */
class FillingUpTest {
    private final Ruled ruled = new Ruled();

    @Test
    @Behaviour({"R105", "R107"})
    void beside_the_only_idea_of_a_department_stands_what_the_company_has_declared() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, REFUND));

        assertThat(kinds()).containsExactly("refund", "replacement");
        assertThat(ruled.proposal().singleOptionReason()).isNull();
        assertThat(ruled.proposal().options())
                .extracting(Option::disadvantage)
                .containsExactly(null, "It takes longer.");
    }

    @Test
    @Behaviour("R105")
    void several_ideas_are_left_as_they_are() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, REFUND, CREDIT));

        assertThat(kinds()).containsExactly("refund", "credit");
    }

    @Test
    @Behaviour({"R105", "R108"})
    void nobody_waits_for_a_clearance_of_what_no_department_has_thought_of() {
        ruled.after(routedWith(LOGISTICS, gate(FINANCE)), answered(1, FINANCE, true, REFUND));

        assertThat(kinds()).containsExactly("refund");
        assertThat(ruled.proposal().singleOptionReason()).isEqualTo("The only way.");
    }

    @Test
    @Behaviour("R105")
    void what_has_to_be_cleared_anyway_is_cleared_together() {
        ruled.after(routedWith(LOGISTICS, gate(FINANCE)), answered(1, LOGISTICS, true, REFUND));

        assertThat(ruled.draft().draft().options()).extracting(Option::kind).containsExactly("refund", "replacement");
        assertThat(ruled.clearances().open())
                .singleElement()
                .satisfies(it -> assertThat(it.optionIds()).containsExactly("o1", "o2"));
    }

    @Test
    void where_nobody_can_do_more_than_explain_nothing_else_is_promised() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, false));

        assertThat(kinds()).containsExactly("clarification");
    }

    @Test
    @Behaviour({"R105", "R114"})
    void in_place_of_what_failed_there_are_two_ways_again_and_what_is_worse_about_them_is_said() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, CREDIT, new OptionIdea("voucher", "A voucher.", null, 0, null)),
                new Choose("p1", "o1", "webshop"),
                stepAnswered("p1-o1-s1", FINANCE, false));

        assertThat(kinds()).containsExactly("voucher", "replacement");
        assertThat(ruled.proposal().options().getLast().disadvantage())
                .isEqualTo("It takes longer than what you had chosen.");
    }

    @Test
    @Behaviour("R107")
    void what_is_the_fastest_by_now_is_not_said_to_take_longer_than_another_way() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, CREDIT, new OptionIdea("voucher", "A voucher.", null, 2, null)));
        assertThat(ruled.proposal().options().getLast().disadvantage()).isEqualTo("It takes longer.");

        ruled.after(new Choose("p1", "o1", "webshop"), stepAnswered("p1-o1-s1", FINANCE, false));

        assertThat(kinds()).containsExactly("voucher", "replacement");
        assertThat(ruled.proposal().options().getFirst().disadvantage())
                .isEqualTo("It takes longer than what you had chosen.");
    }

    @Test
    void what_was_proposed_before_a_merge_is_the_same_after_it() {
        ruled.after(routedWith(LOGISTICS, gate(FINANCE)), answered(1, FINANCE, true, REFUND));
        SolutionsProposed before = ruled.proposal();

        ruled.after(new LearnPause(), new LearnResumption());

        assertThat(ruled.proposal().options()).isEqualTo(before.options());
    }

    private List<String> kinds() {
        return ruled.proposal().options().stream().map(Option::kind).toList();
    }
}
