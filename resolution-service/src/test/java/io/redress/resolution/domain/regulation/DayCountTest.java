package io.redress.resolution.domain.regulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.time.PublicHolidays;
import io.redress.chassis.time.work.Holidays;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DayCountTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final Holidays ROMANIA = PublicHolidays.of("RO");
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    @Test
    void the_day_of_the_complaint_does_not_count_and_the_last_day_counts_to_its_end() {
        DayCount days = new DayCount(Counting.CALENDAR_DAYS, BUCHAREST, Holidays.NONE);

        assertThat(days.endAfter(Instant.parse("2026-03-02T21:59:59Z"), 1))
                .isEqualTo(Instant.parse("2026-03-03T21:59:59Z"));
        // Half a second later it is Tuesday in Bucharest.
        assertThat(days.endAfter(Instant.parse("2026-03-02T22:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-04T21:59:59Z"));
    }

    @Test
    void weekends_and_public_holidays_are_no_working_days() {
        DayCount days = new DayCount(Counting.WORKING_DAYS, BUCHAREST, ROMANIA);

        // The 30th of November and the 1st of December are holidays in Romania.
        assertThat(days.endAfter(Instant.parse("2026-11-26T09:00:00Z"), 2))
                .isEqualTo(Instant.parse("2026-12-02T21:59:59Z"));
    }

    @Test
    void what_is_counted_agrees_with_looking_at_every_day() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Holidays> holidays = List.of(Holidays.NONE, ROMANIA, PublicHolidays.of("PL"), PublicHolidays.of("DE-BY"));
        for (int n = 0; n < 2_000; n++) {
            Holidays free = holidays.get(random.nextInt(holidays.size()));
            Counting counting = Counting.values()[random.nextInt(2)];
            DayCount count = new DayCount(counting, BUCHAREST, free);
            Instant from = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(3 * 366 * 86_400));
            int days = random.nextInt(120);

            Instant end = count.endAfter(from, days);

            LocalDate begin = from.atZone(BUCHAREST).toLocalDate();
            LocalDate last = end.atZone(BUCHAREST).toLocalDate();
            List<LocalDate> counted = Stream.iterate(
                            begin.plusDays(1), day -> !day.isAfter(last), day -> day.plusDays(1))
                    .filter(day -> counting == Counting.CALENDAR_DAYS
                            || !WEEKEND.contains(day.getDayOfWeek()) && !free.on(day))
                    .toList();
            assertThat(counted).as("seed %d: %s and %d days", seed, from, days).hasSize(days);
            assertThat(days == 0 ? begin : counted.getLast())
                    .as("seed %d: the last day counts", seed)
                    .isEqualTo(last);
            assertThat(end.plus(Duration.ofSeconds(1)))
                    .as("seed %d: to the end of the day", seed)
                    .isEqualTo(last.plusDays(1).atStartOfDay(BUCHAREST).toInstant());
            assertThat(count.between(from, end))
                    .as("seed %d: counted back", seed)
                    .isEqualTo(days);
        }
    }
}
