package io.redress.department.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.department.domain.ContractField.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenFieldsTest {
    private static final ContractField INVOICE = new ContractField(
            "invoice", "its number", Form.NUMBER, "INV-1", null, null, List.of("fattura", "invoice number"));
    private static final ContractField DELIVERY =
            new ContractField("delivery-day", "when", Form.DATE, "2026-12-01", null, null, null);
    private static final ContractField PRICE =
            new ContractField("price", "how much", Form.AMOUNT, "120.00 EUR", null, null, null);

    @ParameterizedTest
    @Behaviour("R93")
    @CsvSource(delimiter = '|', textBlock = """
            My invoice INV-2026-1042 is wrong.                      | INV-2026-1042
            My invoice no. 20261042, please.                        | 20261042
            La fattura n. 4711 è doppia. Fattura: 4711!             | 4711
            Invoice number: inv-77a.                                | INV-77A
            """)
    void a_number_behind_its_name_is_taken(String words, String number) {
        String taken = SpokenFields.in(words, INVOICE);

        assertThat(taken == null ? "" : taken).isIn(number, number.replace(".", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            My invoice of March says 240 EUR.
            My invoice 2026 was wrong.
            My invoice 1240 EUR is too much.
            My invoice 2026-03-01 is wrong.
            Invoice INV-1041 and invoice INV-1042 are the same.
            I have not voiced 12345.
            The invoice, which came late, 12345.
            """)
    void what_might_be_something_else_is_asked_for(String words) {
        assertThat(SpokenFields.in(words, INVOICE)).isNull();
    }

    @Test
    void days_and_amounts_are_taken_in_their_form_and_texts_never() {
        ContractField colour = new ContractField("colour", "which", Form.TEXT, "red", null, null, null);

        assertThat(SpokenFields.in("The delivery day 1.12.2026 suits me.", DELIVERY))
                .isEqualTo("2026-12-01");
        assertThat(SpokenFields.in("The price: 119,90 eur.", PRICE)).isEqualTo("119.90 EUR");
        assertThat(SpokenFields.in("The colour red.", colour)).isNull();
        assertThat(SpokenFields.in("", DELIVERY)).isNull();
    }
}
