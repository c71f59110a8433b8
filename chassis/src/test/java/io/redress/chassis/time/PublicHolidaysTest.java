package io.redress.chassis.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.redress.chassis.time.work.Holidays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "RO, 2026-12-01, true", // the national day
        "RO, 2026-04-13, true", // the Monday after Orthodox Easter
        "RO, 2026-04-06, false", // the Monday after the Western one
        "IT, 2026-04-06, true",
        "PL, 2026-11-11, true",
        "DE-BY, 2026-01-06, true",
        "DE-BE, 2026-01-06, false"
    })
    void a_place_has_its_own_holidays(String place, LocalDate day, boolean holiday) {
        assertThat(PublicHolidays.of(place).on(day)).isEqualTo(holiday);
    }

    @Test
    void days_of_ones_own_come_on_top() {
        LocalDate party = LocalDate.of(2026, 6, 12);
        Holidays both = PublicHolidays.of("RO").and(party::equals);

        assertThat(both.on(party)).isTrue();
        assertThat(both.on(LocalDate.of(2026, 12, 25))).isTrue();
        assertThat(both.on(LocalDate.of(2026, 6, 11))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ro", "Romania", "QQ", "DE-XX", ""})
    void an_unknown_place_is_refused_in_a_sentence(String place) {
        assertThatThrownBy(() -> PublicHolidays.of(place))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected ");
    }
}
