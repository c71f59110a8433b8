package io.redress.resolution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.Citation;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You get 49.90 EUR back.|49.90",
                "You get €49,90 back.|€49,90",
                "It comes on (27.11.2026).|27.11.2026",
                "It comes on Friday.|Friday",
                "Vine vineri.|vineri",
                "Arriva a novembre.|novembre",
                "Przyjdzie w listopadzie albo 5%.|5%",
                "Er kommt am ٢٧.|٢٧",
                "½ of it|½",
                "Part A4 is missing|A4",
                "We pay you 112 EUR.|112",
                "Please call 112 EUR|112",
                "We pay back 112.|112",
                "Your money is back tomorrow.|tomorrow",
                "It comes within two working days.|within two working days",
                "Arriva dopodomani.|dopodomani",
                "Vine săptămâna viitoare.|saptamana viitoare",
                "Przyjdzie w przyszłym tygodniu.|przyszlym tygodniu",
                "It was our fault.|our fault",
                "We accept full liability.|liability",
                "È colpa nostra.|colpa nostra",
                "Ne asumăm răspunderea.|raspunderea",
                "Ponosimy odpowiedzialność.|odpowiedzialnosc"
            })
    @Behaviour("R20")
    void a_number_an_amount_or_a_date_by_itself_is_found(String text, String fact) {
        assertThat(StatementText.of(text).freeFacts(Set.of()))
                .containsExactly("Expected a claim for " + fact + ", but it stands in the text by itself.");
    }

    @Test
    void everything_free_is_named_at_once() {
        assertThat(StatementText.of("5 parts on Monday, {claim:a} for 3 EUR").freeFacts(Set.of()))
                .hasSize(3);
    }

    @Test
    void words_places_the_case_itself_and_a_few_phrases_are_free() {
        assertThat(StatementText.of(
                                "We may help you 24/7 (in danger call 112), in case 0199-7: {claim:delivery.date}. Mai multe.")
                        .freeFacts(Set.of("0199-7")))
                .isEmpty();
    }

    @Test
    void a_brace_that_belongs_to_no_place_is_an_error_of_writing() {
        assertThat(StatementText.of("on {claim:delivery.date").freeFacts(Set.of()))
                .hasSize(1);
    }

    @Test
    void a_value_is_put_in_as_it_is() {
        assertThat(StatementText.of("{claim:Delivery Date} and {claim:delivery.date}")
                        .filled(List.of(new Citation("c1", "delivery.date", "$1 {claim:b}"))))
                .isEqualTo("$1 {claim:b} and $1 {claim:b}");
    }
}
