package io.redress.department.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import io.redress.chassis.http.StrictJson;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.OptionIdea;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a department posts about one way to put things right. */
class OptionBodyTest {

    @Test
    @Behaviour({"R103", "R107"})
    void an_idea_comes_with_its_consequence_its_plan_and_what_it_needs() {
        OptionIdea idea = read("""
                {"kind": "replacement", "title": "A new one", "days": 3, "consequence": "You give the old one back.",
                 "steps": [{"name": "send", "department": "logistics", "action": "Send it", "days": 2},
                           {"name": "fetch", "department": "logistics", "action": "Fetch the old one", "after": ["send"],
                            "remedy": {"kind": "refund", "amount": {"amount": "5.00", "currency": "EUR"}}}],
                 "reserves": [{"resource": "heater-300", "quantity": "1"}]}""").idea();

        assertThat(idea.consequence()).isEqualTo("You give the old one back.");
        assertThat(idea.steps())
                .hasSize(2)
                .last()
                .satisfies(it -> assertThat(it.after()).containsExactly("send"));
        assertThat(idea.reserves()).hasSize(1);
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_where() {
        assertThat(pointers("""
                {"kind": "replacement", "title": "A new one", "days": 3,
                 "steps": [{"name": "", "department": "Nobody!", "action": "Send it", "days": -1},
                           {"name": "b", "department": "logistics",
                            "remedy": {"amount": {"amount": "x", "currency": "EUR"}}}],
                 "reserves": [{"resource": "heater-300", "quantity": "-1"}]}"""))
                .contains(
                        "/steps/0/name",
                        "/steps/0/department",
                        "/steps/0/days",
                        "/steps/1/action",
                        "/steps/1/remedy/kind",
                        "/steps/1/remedy/amount/amount",
                        "/reserves/0/quantity");
    }

    @Test
    @Behaviour("R104")
    void an_amount_that_makes_no_sense_is_refused() {
        assertThat(pointers("""
                {"kind": "refund", "title": "t", "days": 0, "cost": {"amount": "-1", "currency": "EUR"}, "steps": [
                  {"name": "a", "department": "finance", "action": "A",
                   "remedy": {"kind": "refund", "amount": {"amount": "0.00", "currency": "EUR"}}},
                  {"name": "b", "department": "finance", "action": "B", "remedy": {"kind": "Refund", "item": "Cash"}},
                  {"name": "c", "department": "finance", "action": "C", "remedy": {"kind": "shipment"}},
                  {"name": "d", "department": "finance", "action": "D",
                   "remedy": {"kind": "shipment", "item": "A modem"}}]}"""))
                .containsExactly(
                        "/cost/amount",
                        "/steps/0/remedy/amount/amount",
                        "/steps/1/remedy/amount",
                        "/steps/2/remedy/amount");
    }

    @ParameterizedTest
    @CsvSource({"49.905, EUR", "100.5, JPY", "5, XXX"})
    void an_amount_that_nobody_can_pay_is_refused(String amount, String currency) {
        assertThat(pointers("""
                {"kind": "credit", "title": "t", "days": 0, "cost": {"amount": "%s", "currency": "%s"}}""".formatted(amount, currency))).containsExactly("/cost/amount");
    }

    @Test
    void a_plan_in_a_circle_or_after_nothing_cannot_be_carried_out() {
        assertThat(pointers(plan("\"b\"", "\"a\""))).containsExactly("/steps");
        assertThat(pointers(plan("\"c\"", ""))).containsExactly("/steps");
        assertThat(pointers(plan("", "\"a\""))).isEmpty();
        assertThat(pointers("{\"kind\": \"k\", \"title\": \"t\", \"days\": 0, \"steps\": [null]}"))
                .containsExactly("/steps");
    }

    private static String plan(String afterA, String afterB) {
        return """
                {"kind": "k", "title": "t", "days": 0, "steps": [
                  {"name": "a", "department": "logistics", "action": "A", "after": [%s]},
                  {"name": "b", "department": "logistics", "action": "B", "after": [%s]}]}""".formatted(afterA, afterB);
    }

    private static OptionBody read(String json) {
        return StrictJson.mapper().readValue(json, OptionBody.class);
    }

    private static List<String> pointers(String json) {
        Checks checks = new Checks();
        read(json).check(checks);
        if (checks.passed()) {
            return List.of();
        }
        Refusal refusal = Objects.requireNonNull(catchThrowableOfType(Refusal.class, checks::orRefuse));
        return Objects.requireNonNull(refusal.problem().errors()).stream()
                .map(Reason::pointer)
                .toList();
    }
}
