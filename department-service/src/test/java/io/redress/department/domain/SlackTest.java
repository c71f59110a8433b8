package io.redress.department.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SlackTest {
    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final int SECONDS = 86_400 * 60;

    private record Task(Instant dueAt, Duration needed) {
        Slack slack(WorkCalendar calendar) {
            return Slack.of(dueAt, needed, calendar);
        }

        /** What slack means: the working time left until the date, less what the work takes. */
        Duration left(WorkCalendar calendar, Instant now) {
            Duration remaining =
                    now.isAfter(dueAt) ? calendar.between(dueAt, now).negated() : calendar.between(now, dueAt);
            return remaining.minus(needed);
        }
    }

    @RepeatedTest(20)
    @Behaviour("R72")
    void who_must_begin_first_has_the_least_to_lose_whenever_one_looks() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        WorkCalendar calendar = anyCalendar(random);
        List<Task> tasks = IntStream.range(0, 40).mapToObj(_ -> anyTask(random)).toList();
        List<Task> byLatestStart = tasks.stream()
                .sorted(Comparator.comparing(it -> it.slack(calendar).latestStart()))
                .toList();
        for (int i = 0; i < 20; i++) {
            Instant now = BEGIN.plusSeconds(random.nextInt(SECONDS));

            assertThat(byLatestStart).isSortedAccordingTo(Comparator.comparing(it -> it.left(calendar, now)));
            assertThat(tasks)
                    .allSatisfy(it -> assertThat(it.slack(calendar).at(now)).isEqualTo(it.left(calendar, now)));
        }
    }

    @Test
    void it_is_counted_in_working_time() {
        WorkCalendar office = office();
        // Due on Tuesday at noon, and it takes six hours: begun on Monday at two o'clock at the latest.
        Slack slack = Slack.of(Instant.parse("2026-03-03T10:00:00Z"), Duration.ofHours(6), office);

        assertThat(slack.latestStart()).isEqualTo("2026-03-02T12:00:00Z");
        assertThat(slack.at(Instant.parse("2026-03-02T08:00:00Z"))).isEqualTo(Duration.ofHours(4));
        assertThat(slack.at(Instant.parse("2026-03-01T08:00:00Z"))).isEqualTo(Duration.ofHours(5));
        assertThat(slack.at(Instant.parse("2026-03-02T20:00:00Z"))).isEqualTo(Duration.ofHours(-3));
    }

    @Test
    void work_of_a_lifetime_must_have_begun_long_ago() {
        assertThat(Slack.of(BEGIN, Duration.ofDays(100_000), WorkCalendar.always())
                        .latestStart())
                .isEqualTo(BEGIN.minus(WorkCalendar.MOST));
    }

    private static Task anyTask(Random random) {
        return new Task(
                BEGIN.plusSeconds(random.nextInt(SECONDS)),
                random.nextInt(5) == 0 ? Duration.ZERO : Duration.ofMinutes(random.nextInt(60 * 100)));
    }

    private static WorkCalendar anyCalendar(Random random) {
        if (random.nextInt(5) == 0) {
            return WorkCalendar.always();
        }
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        week.put(DayOfWeek.of(1 + random.nextInt(7)), List.of(Shift.of("22:00-02:30")));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(3) > 0) {
                week.put(day, List.of(Shift.of("08:15-12:00"), Shift.of("13:00-1" + random.nextInt(4, 9) + ":30")));
            }
        }
        int every = random.nextInt(3, 30);
        return WorkCalendar.of(ZoneId.of("Europe/Bucharest"), week, day -> day.toEpochDay() % every == 0);
    }

    private static WorkCalendar office() {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)) {
            week.put(day, List.of(Shift.of("09:00-17:00")));
        }
        return WorkCalendar.of(ZoneId.of("Europe/Bucharest"), week, _ -> false);
    }
}
