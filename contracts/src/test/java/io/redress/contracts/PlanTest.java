package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlanTest {

    @Test
    void steps_in_an_order_that_is_possible_make_a_plan_in_whatever_order_they_are_written() {
        List<PlannedStep> steps = List.of(step("send", "check", "pay"), step("pay", "check"), step("check"));

        assertThat(idea(steps).steps()).isEqualTo(steps);
    }

    @Test
    void steps_in_a_circle_are_refused() {
        assertThatThrownBy(() -> idea(List.of(step("check"), step("pay", "send"), step("send", "pay", "check"))))
                .hasMessage("Expected steps after other steps of the plan and in no circle, but got pay");
        assertThatThrownBy(() -> idea(List.of(step("pay", "pay")))).hasMessageContaining("but got pay");
    }

    @Test
    void a_step_after_one_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> idea(List.of(step("pay", "check")))).hasMessageContaining("but got pay");
    }

    @Test
    void two_steps_of_one_name_are_refused() {
        assertThatThrownBy(() -> idea(List.of(step("pay"), step("pay"))))
                .hasMessage("Expected a name of its own for each step, but got two of pay");
    }

    @Test
    void a_reply_with_an_amount_that_makes_no_sense_is_refused_and_what_was_told_before_is_read() {
        assertThatThrownBy(() -> reply(paying("-1.00"))).hasMessageContaining("pays more than zero");
        assertThatThrownBy(() -> reply(paying("0.00"))).hasMessageContaining("pays more than zero");
        assertThatThrownBy(() -> reply(paying("49.905"))).hasMessageContaining("can be paid in EUR, but got 49.905");
        assertThatThrownBy(() -> reply(paying(null))).hasMessageContaining("no amount");
        assertThat(reply(paying("0.01")).options()).hasSize(1);
    }

    private static DepartmentReply.Answer reply(OptionIdea idea) {
        RequestId request = RequestId.of(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70"), 1);
        return new DepartmentReply.Answer(
                "r-1",
                request,
                new DepartmentCode("finance"),
                "Silvia",
                true,
                "Paid twice.",
                null,
                List.of(idea),
                null);
    }

    private static OptionIdea paying(@Nullable String amount) {
        Money money = amount == null ? null : new Money(new BigDecimal(amount), "EUR");
        Remedy remedy = new Remedy("refund", money, null);
        return idea(
                List.of(new PlannedStep("pay", new DepartmentCode("finance"), "Pay", List.of(), null, null, remedy)));
    }

    private static OptionIdea idea(List<PlannedStep> steps) {
        return new OptionIdea("refund", "Your money back", null, 2, null, null, steps, null);
    }

    private static PlannedStep step(String name, String... after) {
        return new PlannedStep(name, new DepartmentCode("finance"), "Do it.", List.of(after), null, null, null);
    }
}
