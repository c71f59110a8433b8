package io.redress.resolution.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.chassis.http.Reason;
import io.redress.chassis.http.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Lists with nothing in them where something is expected, and amounts of nothing: refused with the place, never a failure. */
class BodiesTest {

    @Test
    void a_list_with_an_empty_element_is_refused_where_it_is() {
        assertThat(pointers(
                        ImpossibleOrderBody.class,
                        "{\"department\": \"logistics\", \"product\": \"EX-300\", \"reason\": \"The dam broke.\","
                                + " \"touched\": [null], \"alternatives\": [null]}"))
                .containsExactly("/touched", "/alternatives");
        assertThat(pointers(
                        ResourceBody.class,
                        "{\"kind\": \"appointments\", \"owner\": \"logistics\", \"slots\": [null]}"))
                .containsExactly("/slots");
    }

    @Test
    void the_remedy_of_an_incident_is_worth_more_than_nothing_and_what_a_customer_would_pay_may_be_nothing() {
        for (String nothing : List.of("0", "00.00")) {
            String amount = "\"amount\": {\"amount\": \"" + nothing + "\", \"currency\": \"EUR\"}";
            assertThat(pointers(
                            IncidentRemedyBody.class,
                            "{\"remedy\": {\"kind\": \"credit\", " + amount + "}, \"reason\": \"A day without it.\"}"))
                    .containsExactly("/remedy/amount/amount");
            assertThat(pointers(
                            CounterBody.class,
                            "{\"proposalId\": \"p1\", \"wants\": \"cost\", \"words\": \"For nothing.\", " + amount
                                    + "}"))
                    .isEmpty();
        }
    }

    private static List<String> pointers(Class<? extends Checked> type, String json) {
        Checks checks = new Checks();
        JsonMapper.builder().build().readValue(json, type).check(checks);
        if (checks.passed()) {
            return List.of();
        }
        return catchThrowableOfType(Refusal.class, checks::orRefuse).problem().errors().stream()
                .map(Reason::pointer)
                .toList();
    }
}
