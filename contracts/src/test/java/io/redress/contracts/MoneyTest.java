package io.redress.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "120.00", "0.0001", "-5", "999999999999999999", "99999999999999.9999"})
    void an_amount_has_at_most_18_digits_and_4_decimals(String amount) {
        assertThat(new Money(new BigDecimal(amount), "EUR").amount()).hasToString(amount);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.00001",
                "1E+1",
                "1E+2000000000",
                "1E-2000000000",
                "9999999999999999999",
                "1000000000000000.0000"
            })
    void a_longer_or_finer_amount_is_refused_without_being_written_out(String amount) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> new Money(new BigDecimal(amount), "EUR"))
                        .satisfies(refused -> assertThat(refused.getMessage())
                                .startsWith("Expected an amount of at most 18 digits, 4 of them decimals, but got")
                                .hasSizeLessThan(150)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "EU", "XYZ", "€", "EUR ", "E\nR"})
    void a_currency_that_is_none_is_refused_with_a_sentence(String currency) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Money(BigDecimal.ONE, currency))
                .withMessageStartingWith("Expected a currency of ISO 4217 such as EUR, but got");
    }

    @ParameterizedTest
    @CsvSource({
        "49.90, EUR, true",
        "49.9000, EUR, true",
        "49.905, EUR, false",
        "0.001, EUR, false",
        "100, JPY, true",
        "100.5, JPY, false",
        "1.234, KWD, true",
        "5, XXX, false",
        "5, XAU, false"
    })
    void what_is_finer_than_its_currency_or_in_none_cannot_be_paid(String amount, String currency, boolean payable) {
        assertThat(new Money(new BigDecimal(amount), currency).canBePaid()).isEqualTo(payable);
    }

    @Test
    void the_scale_is_kept_because_it_is_what_the_customer_reads() {
        assertThat(new Money(new BigDecimal("120.00"), "EUR").amount()).hasToString("120.00");
    }
}
