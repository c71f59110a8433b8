package io.redress.intake.domain.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StakesTest {
    private final Diagnostician diagnostician = new Diagnostician(ShippedFiles.RULES);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Thank you so much, great service.                                  | LOW
            en | Please add an option to export my reports.                         | LOW
            en | The invoice for March is wrong, it says 40 EUR instead of 30 EUR.  | MEDIUM
            en | The invoice for March is wrong, it says $12,400 instead of $1,240. | HIGH
            en | The kettle is broken and my lawyer knows about it.                 | HIGH
            en | The kettle is broken, it caught fire beside my child.              | CRITICAL
            it | La stufa è rotta, ha preso fuoco.                                  | CRITICAL
            it | La fattura è sbagliata, il mio avvocato è informato.               | HIGH
            ro | Încălzitorul s-a stricat și a luat foc.                            | CRITICAL
            ro | Factura e greșită, avocatul meu știe.                              | HIGH
            pl | Grzejnik się zepsuł i był pożar.                                   | CRITICAL
            pl | Faktura jest błędna, mój prawnik już wie.                          | HIGH
            """)
    void severity_is_what_is_at_stake_and_not_how_loud_somebody_is(String language, String text, Severity severity) {
        assertThat(diagnostician.diagnose(text, language).severity()).isEqualTo(severity);
        assertThat(diagnostician.diagnose(text.replace('.', '!'), language).severity())
                .isEqualTo(severity);
    }

    @ParameterizedTest
    @Behaviour("R110")
    @CsvSource(delimiter = '|', textBlock = """
            en | Nobody can log in, the service is down for everyone in our company. | true
            en | I cannot log in.                                                    | false
            en | Everyone has told me that the invoice is wrong.                     | false
            it | Nessuno riesce ad accedere, il servizio è offline.                  | true
            it | Non riesco ad accedere.                                             | false
            ro | Tot blocul e fara internet de ieri.                                 | true
            ro | Internetul nu merge.                                                | false
            pl | Awaria, cała ulica nie ma internetu.                                | true
            pl | Internet nie działa.                                                | false
            """)
    void an_outage_that_hits_many_is_told_from_the_trouble_of_one(String language, String text, boolean outage) {
        var diagnosis = diagnostician.diagnose(text, language);

        assertThat(diagnosis.massOutage()).isEqualTo(outage);
        if (outage) {
            assertThat(diagnosis.severity()).isEqualTo(Severity.CRITICAL);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It was $2800.00 in all            | 2800
            1.234,50 € too much               | 1234
            zapłaciłem 1500 zł                | 1500
            am plătit 2.000 lei               | 2000
            EUR or not, room 4000             | 0
            £ 30 and then 45 pounds           | 45
            order 99999999999999999999 euro   | 0
            nothing                           | 0
            """)
    void amounts_of_money_are_numbers_beside_a_currency(String text, double amount) {
        assertThat(Amounts.largest(text)).isEqualTo(amount);
        assertThat(diagnostician.diagnose(text, "en").largestAmount())
                .isEqualTo(amount == 0 ? null : Long.valueOf((long) amount));
    }

    @Test
    void a_text_of_digits_only_costs_no_more_than_reading_it() {
        assertThat(Amounts.largest("1.".repeat(32_000))).isZero();
    }
}
