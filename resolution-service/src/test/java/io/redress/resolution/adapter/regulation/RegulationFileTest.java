package io.redress.resolution.adapter.regulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.resolution.domain.regulation.Counting;
import io.redress.resolution.domain.regulation.Matter;
import io.redress.resolution.domain.regulation.Regime;
import io.redress.resolution.domain.regulation.Regulations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class RegulationFileTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String HEAD = "home: RO\nzone: Europe/Bucharest\n";
    private static final String REGIME = HEAD + """
            regimes:
              - regime: payments
                from: 2020-01-01
                clocks:
                  - {clock: answer, counted: working-days, days: 15, met-by: proposal}
            """;

    @Test
    void the_shipped_file_names_regimes_by_nature_and_country_and_who_decides_disputes() throws IOException {
        Regulations shipped =
                RegulationFile.read("shipped", new ClassPathResource("regulatory-clocks.yaml").getInputStream());

        assertThat(shipped.regimesFor(new Matter("overcharge", "RO", null), NOW))
                .extracting(Regime::name)
                .containsExactly("payment-services");
        assertThat(shipped.regimesFor(new Matter("overcharge", "GB", null), NOW))
                .extracting(Regime::name)
                .containsExactly("financial-conduct");
        assertThat(shipped.regimesFor(new Matter("delivery", "RO", null), NOW)).isEmpty();
        assertThat(shipped.regimesFor(new Matter("overcharge", "RO", null), Instant.parse("2017-01-01T00:00:00Z")))
                .isEmpty();
        assertThat(shipped.disputeBody(new Matter("overcharge", "GB", null), NOW))
                .hasValueSatisfying(it -> assertThat(it.body()).isEqualTo("Financial Ombudsman Service"));
        assertThat(shipped.disputeBody(new Matter("delivery", "RO", null), NOW))
                .hasValueSatisfying(it -> assertThat(it.until()).isNull());
        assertThat(shipped.reopenableUntil(NOW)).isEqualTo(NOW.plus(Duration.ofDays(30)));
        // Half past eleven in London is the next day in Bucharest.
        Instant late = Instant.parse("2026-03-02T23:30:00Z");
        assertThat(shipped.count(Counting.CALENDAR_DAYS, "GB").endAfter(late, 56))
                .isEqualTo("2026-04-27T22:59:59Z");
        assertThat(shipped.count(Counting.CALENDAR_DAYS, "RO").endAfter(late, 56))
                .isEqualTo("2026-04-28T20:59:59Z");
        assertThat(shipped.countryOf("GB-LND")).isEqualTo("GB");
        assertThat(shipped.countryOf("somewhere")).isEqualTo("RO");
    }

    @Test
    void the_example_in_the_documents_is_the_shipped_file() throws IOException {
        assertThat(Files.readString(Path.of("../docs/examples/regulatory-clocks.yaml")))
                .isEqualTo(new ClassPathResource("regulatory-clocks.yaml").getContentAsString(UTF_8));
    }

    @Test
    void what_is_wrong_in_a_file_is_said_in_a_sentence() {
        assertThat(read(REGIME).regimes()).hasSize(1);
        refused(REGIME.replace("days: 15", "days: 0"), "Expected 1 to 730 days, but got 0");
        refused(REGIME.replace("days: 15", "days: 15, extended-to: 10"), "Expected an extension to more than 15");
        refused(REGIME.replace("days: 15", "days: 15, warn-at-percent: 100"), "Expected a warning at 1 to 99 percent");
        refused(
                REGIME.replace("working-days", "workdays"),
                "Expected counted to be one of [working-days, calendar-days], but got workdays");
        refused(REGIME.replace("met-by: proposal", "met-by: luck"), "Expected met-by to be one of");
        refused(REGIME.replace("days: 15", "days: 15, pauses-on-customers-turn: true"), "Expected a clock that a");
        assertThat(read(REGIME.replace("days: 15", "days: 15, pauses-on: [question]"))
                        .regimes())
                .singleElement()
                .satisfies(it -> assertThat(it.clocks().getFirst().pausesOn()).containsExactly(CustomersTurn.QUESTION));
        refused(REGIME.replace("days: 15", "days: 15, pauses-on: [lunch]"), "Expected pauses-on to be one of");
        refused(
                REGIME.replace("days: 15", "days: 15, pauses-on: [question], pauses-on-customers-turn: false"),
                "but answer has both");
        refused(HEAD + "zones: {England: Europe/London}\n", "but got England");
        refused(HEAD + "zones: {GB: Europe/Atlantis}\n", "Europe/Atlantis");
        refused(REGIME.replace("from: 2020-01-01", "from: 2020-01-01\n    to: 2019-01-01"), "Expected an end after");
        refused(REGIME.replace("from: 2020-01-01", "since: 2020-01-01"), "since");
        refused(
                REGIME.replace("from: 2020-01-01", "from: 2020-01-01\n    countries: [XX]"),
                "Expected a country whose holidays are known, but got XX");
        refused(HEAD.replace("Europe/Bucharest", "Europe/Atlantis"), "Europe/Atlantis");
        refused("zone: UTC", "Expected a value for home, but there is none");
        refused(
                REGIME + REGIME.substring(REGIME.indexOf("  - regime")).replace("2020-01-01", "2021-01-01"),
                "Expected one version of payments in force on a day, but two are from 2021-01-01 on");
        refused(
                HEAD + "reopening:\n  - {from: 2020-01-01, days: 30}\n  - {from: 2021-01-01, days: 60}\n",
                "Expected one time to open a case again in force on a day");
    }

    private static Regulations read(String yaml) {
        return RegulationFile.read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)));
    }

    private static void refused(String yaml, String because) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("test.yaml")
                .hasMessageContaining(because);
    }
}
