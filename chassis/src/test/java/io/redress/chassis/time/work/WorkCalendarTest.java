package io.redress.chassis.time.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
    private static final ZoneId BUCHAREST = ZoneId.of("Europe/Bucharest");
    private static final WorkCalendar OFFICE = office(Holidays.NONE);

    @ParameterizedTest(name = "{0} + {1}")
    @CsvSource({
        // A Monday; Bucharest is two hours ahead of UTC in winter.
        "2026-03-02T07:00:00Z, PT0S, 2026-03-02T07:00:00Z",
        "2026-03-02T07:00:00Z, PT8H, 2026-03-02T15:00:00Z",
        "2026-03-02T07:00:00Z, PT8H1S, 2026-03-03T07:00:01Z",
        "2026-03-02T01:00:00Z, PT1H, 2026-03-02T08:00:00Z",
        "2026-03-06T14:00:00Z, PT4H, 2026-03-09T10:00:00Z",
        "2026-03-07T12:00:00Z, PT1S, 2026-03-09T07:00:01Z",
        "2026-03-02T07:00:00Z, PT80H, 2026-03-13T15:00:00Z",
        // Clocks go forward in the night of Sunday, 29 March: the office opens an hour earlier by UTC.
        "2026-03-27T14:00:00Z, PT2H, 2026-03-30T07:00:00Z"
    })
    void work_goes_on_in_the_hours_of_the_office(Instant from, Duration work, Instant then) {
        assertThat(OFFICE.add(from, work)).isEqualTo(then);
        assertThat(OFFICE.between(from, then)).isEqualTo(work);
    }

    @Test
    void nobody_works_on_a_holiday() {
        WorkCalendar calendar = office(Set.of(LocalDate.of(2026, 3, 3))::contains);

        assertThat(calendar.add(Instant.parse("2026-03-02T14:00:00Z"), Duration.ofHours(2)))
                .isEqualTo("2026-03-04T08:00:00Z");
        assertThat(calendar.isOpen(Instant.parse("2026-03-03T10:00:00Z"))).isFalse();
        assertThat(calendar.isOpen(Instant.parse("2026-03-04T10:00:00Z"))).isTrue();
        assertThat(calendar.isOpen(Instant.parse("2026-03-04T15:00:00Z"))).isFalse();
    }

    @Test
    void a_night_is_an_hour_shorter_or_longer_when_clocks_change() {
        WorkCalendar nights =
                WorkCalendar.of(BUCHAREST, Map.of(DayOfWeek.SATURDAY, List.of(Shift.of("22:00-06:00"))), Holidays.NONE);

        assertThat(nights.between(Instant.parse("2026-03-28T00:00:00Z"), Instant.parse("2026-03-30T00:00:00Z")))
                .isEqualTo(Duration.ofHours(7));
        assertThat(nights.between(Instant.parse("2026-10-24T00:00:00Z"), Instant.parse("2026-10-26T00:00:00Z")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(nights.between(Instant.parse("2026-03-07T00:00:00Z"), Instant.parse("2026-03-09T00:00:00Z")))
                .isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_shift_that_the_clock_skips_is_no_work_at_all() {
        WorkCalendar skipped =
                WorkCalendar.of(BUCHAREST, Map.of(DayOfWeek.SUNDAY, List.of(Shift.of("03:15-03:45"))), Holidays.NONE);

        assertThat(skipped.add(Instant.parse("2026-03-28T00:00:00Z"), Duration.ofMinutes(30)))
                .isEqualTo("2026-04-05T00:45:00Z");
    }

    @Test
    void a_night_belongs_to_the_day_on_which_it_begins() {
        WorkCalendar nights = WorkCalendar.of(
                BUCHAREST,
                Map.of(
                        DayOfWeek.MONDAY, List.of(Shift.of("22:00-06:00")),
                        DayOfWeek.TUESDAY, List.of(Shift.of("22:00-06:00"))),
                Set.of(LocalDate.of(2026, 3, 3))::contains);

        assertThat(nights.add(Instant.parse("2026-03-03T01:00:00Z"), Duration.ofHours(4)))
                .isEqualTo("2026-03-09T21:00:00Z");
    }

    @Test
    void around_the_clock_is_the_time_of_the_wall() {
        Instant now = Instant.parse("2026-03-28T22:00:00Z");
        WorkCalendar everyDay = WorkCalendar.of(BUCHAREST, everyDay(Shift.WHOLE_DAY), Holidays.NONE);

        for (WorkCalendar calendar : List.of(WorkCalendar.always(), everyDay)) {
            assertThat(calendar.add(now, Duration.ofHours(1000))).isEqualTo(now.plus(Duration.ofHours(1000)));
            assertThat(calendar.between(now, now.plusSeconds(86_400 * 400L))).isEqualTo(Duration.ofDays(400));
            assertThat(calendar.isOpen(now)).isTrue();
        }
    }

    @Test
    void what_never_opens_again_gives_the_end_of_patience() {
        Instant now = Instant.parse("2026-03-02T07:00:00Z");
        WorkCalendar closed = office(day -> day.isAfter(LocalDate.of(2026, 3, 2)));

        assertThat(closed.add(now, Duration.ofHours(8))).isEqualTo("2026-03-02T15:00:00Z");
        assertThat(closed.add(now, Duration.ofHours(9)))
                .isBetween(now.plus(Duration.ofDays(999)), now.plus(Duration.ofDays(1002)));
        assertThat(closed.between(now, now.plus(Duration.ofDays(5000)))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void what_is_no_calendar_is_refused_in_a_sentence() {
        assertThatThrownBy(() -> WorkCalendar.of(BUCHAREST, Map.of(), Holidays.NONE))
                .hasMessage("Expected working hours on at least one weekday, but got none");
        assertThatThrownBy(() -> WorkCalendar.of(
                        BUCHAREST,
                        Map.of(
                                DayOfWeek.SUNDAY, List.of(Shift.of("22:00-06:00")),
                                DayOfWeek.MONDAY, List.of(Shift.of("05:00-09:00"))),
                        Holidays.NONE))
                .hasMessageStartingWith("Expected shifts that do not overlap, but 05:00-09:00 on MONDAY");
        assertThatThrownBy(() -> OFFICE.add(Instant.EPOCH, Duration.ofHours(-1)))
                .hasMessageContaining("PT-1H");
        assertThatThrownBy(() -> OFFICE.add(Instant.EPOCH, Duration.ofHours(20_001)))
                .hasMessageContaining("PT20001H");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-17", "09:00-25:00", "09:00", "24:00-08:00", "09:00-17:60", ""})
    void hours_have_one_form(String text) {
        assertThatThrownBy(() -> Shift.of(text)).hasMessageStartingWith("Expected hours such as 09:00-17:30");
    }

    @RepeatedTest(20)
    void time_that_is_added_is_the_time_between() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        WorkCalendar calendar = anyCalendar(random);
        for (int i = 0; i < 50; i++) {
            Instant from = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 700));
            Duration first = Duration.ofSeconds(random.nextInt(3600 * 200));
            Duration second = Duration.ofSeconds(random.nextInt(3600 * 200));
            Instant then = calendar.add(from, first);

            assertThat(calendar.between(from, then)).isEqualTo(first);
            assertThat(calendar.add(then, second)).isEqualTo(calendar.add(from, first.plus(second)));
            assertThat(calendar.add(from, first.plusSeconds(1))).isAfter(then);
            assertThat(calendar.add(from.plusSeconds(random.nextInt(100_000)), first))
                    .isAfterOrEqualTo(then);
            Instant later = then.plusSeconds(random.nextInt(86_400 * 10));
            assertThat(calendar.between(from, then).plus(calendar.between(then, later)))
                    .isEqualTo(calendar.between(from, later));
        }
    }

    @RepeatedTest(20)
    void time_that_is_taken_away_is_the_time_left() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        WorkCalendar calendar = anyCalendar(random);
        for (int i = 0; i < 50; i++) {
            Instant until = Instant.parse("2027-01-01T00:00:00Z").plusSeconds(random.nextInt(86_400 * 700));
            Duration first = Duration.ofSeconds(random.nextInt(3600 * 200));
            Duration second = Duration.ofSeconds(random.nextInt(3600 * 200));
            Instant since = calendar.subtract(until, first);

            assertThat(calendar.between(since, until)).isEqualTo(first);
            assertThat(calendar.between(since.plusSeconds(1), until)).isLessThanOrEqualTo(first);
            assertThat(calendar.subtract(since, second)).isEqualTo(calendar.subtract(until, first.plus(second)));
            assertThat(calendar.subtract(until, first.plusSeconds(1))).isBefore(since);
            assertThat(calendar.subtract(calendar.add(until, first), first)).isAfterOrEqualTo(until);
        }
    }

    @Test
    void work_that_fills_a_day_begins_on_its_morning() {
        Instant evening = Instant.parse("2026-03-02T15:00:00Z");

        assertThat(OFFICE.subtract(evening, Duration.ofHours(8))).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(OFFICE.subtract(evening, Duration.ofHours(9))).isEqualTo("2026-02-27T14:00:00Z");
        assertThat(OFFICE.subtract(evening.plusSeconds(3600), Duration.ZERO)).isEqualTo(evening.plusSeconds(3600));
        assertThatThrownBy(() -> OFFICE.subtract(evening, Duration.ofHours(-1))).hasMessageContaining("PT-1H");
    }

    private static WorkCalendar anyCalendar(Random random) {
        List<String> zones = List.of(
                "Europe/Bucharest", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "America/Sao_Paulo");
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(Shift.of("02:15-02:50")));
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Shift> shifts = new ArrayList<>();
            if (random.nextInt(3) > 0) {
                shifts.add(Shift.of("0" + random.nextInt(3, 9) + ":" + random.nextInt(10, 60) + "-12:00"));
            }
            if (random.nextInt(3) > 0) {
                shifts.add(Shift.of("13:00-" + random.nextInt(14, 20) + ":30"));
            }
            if (random.nextInt(3) == 0) {
                shifts.add(Shift.of("22:00-02:15"));
            }
            if (!shifts.isEmpty()) {
                week.put(day, shifts);
            }
        }
        int every = random.nextInt(3, 30);
        return WorkCalendar.of(
                ZoneId.of(zones.get(random.nextInt(zones.size()))), week, day -> day.toEpochDay() % every == 0);
    }

    private static WorkCalendar office(Holidays holidays) {
        Map<DayOfWeek, List<Shift>> week = everyDay(Shift.of("09:00-17:00"));
        week.remove(DayOfWeek.SATURDAY);
        week.remove(DayOfWeek.SUNDAY);
        return WorkCalendar.of(BUCHAREST, week, holidays);
    }

    private static Map<DayOfWeek, List<Shift>> everyDay(Shift shift) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(shift));
        }
        return week;
    }
}
