package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlannedOrderTest {

    @Test
    void steps_in_an_order_that_is_possible_make_a_plan_in_whatever_order_they_are_written() {
        List<PlannedStep> steps = List.of(step("send", "check", "pay"), step("pay", "check"), step("check"));

        assertThat(idea(steps).steps()).isEqualTo(steps);
    }

    @Test
    void steps_in_a_circle_are_refused() {
        assertThatThrownBy(() -> idea(List.of(step("check"), step("pay", "send"), step("send", "pay", "check"))))
                .hasMessage("Expected an order in which the steps can be done, but pay waits for itself or for a circle"
                        + " of others");
        assertThatThrownBy(() -> idea(List.of(step("pay", "pay")))).hasMessageContaining("pay waits for itself");
    }

    @Test
    void a_step_after_one_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> idea(List.of(step("pay", "check"))))
                .hasMessage("Expected the steps in after to be steps of the plan, but pay names check");
    }

    @Test
    void two_steps_of_one_name_are_refused() {
        assertThatThrownBy(() -> idea(List.of(step("pay"), step("pay"))))
                .hasMessage("Expected each step to have a name of its own, but two are called pay");
    }

    private static OptionIdea idea(List<PlannedStep> steps) {
        return new OptionIdea("refund", "Your money back", null, 2, null, null, steps, null);
    }

    private static PlannedStep step(String name, String... after) {
        return new PlannedStep(name, new DepartmentCode("finance"), "Do it.", List.of(after), null, null, null);
    }
}
