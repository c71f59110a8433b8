package io.redress.department.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.ContractField.Form;
import io.redress.department.domain.RequestContract.Checked;
import io.redress.department.domain.RequestContract.Flaw;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestContractTest {
    private static final ContractField PURCHASE = new ContractField(
            "purchase-request",
            "number of the approved purchase request",
            Form.NUMBER,
            "PR-20417",
            null,
            new DepartmentCode("project-management"),
            List.of("cerere de achizitie"));
    private static final ContractField NEEDED_BY =
            new ContractField("needed-by", "the day it is needed", Form.DATE, "2026-12-01", null, null, null);
    private static final ContractField BUDGET =
            new ContractField("budget", "what it may cost", Form.AMOUNT, "120.00 EUR", true, null, null);
    private static final RequestContract CONTRACT = new RequestContract(List.of(PURCHASE, NEEDED_BY, BUDGET));

    @Test
    @Behaviour("R66")
    void what_is_missing_is_said_at_once_with_who_can_supply_it() {
        assertThat(CONTRACT.check(Map.of("needed-by", "2026-12-01")))
                .isEqualTo(
                        new Checked.Unfit(
                                List.of(
                                        new Flaw(
                                                "purchase-request",
                                                "Expected purchase-request (number of the approved purchase request), as in PR-20417; project-management can say it"))));
    }

    @Test
    @Behaviour("R67")
    void another_name_or_spelling_is_converted() {
        assertThat(CONTRACT.check(
                        Map.of("Cerere de achizitie", "pr-20 417", "needed_by", "1.12.2026", "budget", "eur 120,50")))
                .isEqualTo(new Checked.Fit(
                        Map.of("purchase-request", "PR-20417", "needed-by", "2026-12-01", "budget", "120.50 EUR")));
    }

    @Test
    @Behaviour("R67")
    void another_format_is_refused_with_the_right_one_and_all_flaws_at_once() {
        assertThat(CONTRACT.check(Map.of("purchase-request", "soon", "needed-by", "31.2.2026", "colour", "red")))
                .isEqualTo(new Checked.Unfit(List.of(
                        new Flaw(
                                "purchase-request",
                                "Expected purchase-request (number of the approved purchase request) written as in PR-20417"),
                        new Flaw("needed-by", "Expected needed-by (the day it is needed) written as in 2026-12-01"),
                        new Flaw("colour", "Expected one of [purchase-request, needed-by, budget]"))));
    }

    @Test
    void what_is_optional_may_be_absent_and_nothing_is_needed_where_nothing_is_declared() {
        assertThat(CONTRACT.check(Map.of("purchase-request", "PR-1", "needed-by", "2026-12-01")))
                .isInstanceOf(Checked.Fit.class);
        assertThat(RequestContract.NONE.check(Map.of())).isEqualTo(new Checked.Fit(Map.of()));
        assertThat(RequestContract.NONE.check(Map.of("colour", "red"))).isInstanceOf(Checked.Unfit.class);
    }

    @Test
    void the_same_field_under_two_names_is_refused() {
        assertThat(CONTRACT.check(
                        Map.of("purchase-request", "PR-1", "cerere de achizitie", "PR-2", "needed-by", "2026-12-01")))
                .isInstanceOfSatisfying(
                        Checked.Unfit.class,
                        unfit -> assertThat(unfit.flaws())
                                .extracting(Flaw::sentence)
                                .containsExactly("Expected each field once"));
    }

    @ParameterizedTest
    @CsvSource({"NUMBER, soon", "DATE, 1.12.2026", "AMOUNT, 120"})
    void an_example_that_is_not_in_its_own_form_is_no_contract(Form form, String example) {
        assertThatThrownBy(() -> new ContractField("a", "b", form, example, null, null, null))
                .hasMessageContaining("Expected an example of a in its own form");
    }
}
