package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.QueuePlan.Displacement;
import io.redress.department.domain.QueuePlan.Place;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@Behaviour({"R82", "R92"})
class QueuePlanTest {
    private static final Map<RequestKind, Duration> HOURS =
            Map.of(RequestKind.SOLUTION, Duration.ofHours(4), RequestKind.INFORMATION, Duration.ofHours(1));

    private final List<Place> queue = List.of(place(1, 10), place(2, 20), place(3, 30), place(4, 40));

    @Test
    void whoever_comes_before_others_displaces_those_behind_and_nobody_else() {
        QueuePlan one = plan(1);

        Displacement displaced = one.displacedBy(place(9, 25), null, queue, 10);

        assertThat(displaced.count()).isEqualTo(2);
        assertThat(displaced.first())
                .containsExactly(
                        new Displaced(id(3), hours(12), hours(16)), new Displaced(id(4), hours(16), hours(20)));
        assertThat(QueuePlan.position(place(9, 25), queue)).isEqualTo(3);
        assertThat(one.estimate(place(9, 25), queue)).isEqualTo(hours(12));
    }

    @Test
    void who_comes_last_displaces_nobody() {
        assertThat(plan(1).displacedBy(place(9, 50), null, queue, 10)).isEqualTo(new Displacement(0, List.of()));
    }

    @Test
    void where_there_is_room_nobody_is_displaced() {
        assertThat(plan(5).displacedBy(place(9, 5), null, queue, 10).count()).isZero();
        assertThat(plan(5).estimate(place(9, 5), queue)).isEqualTo(hours(4));
    }

    @Test
    void what_is_urgent_comes_before_all_that_is_not() {
        Place urgent = new Place(id(9), RequestKind.SOLUTION, hours(90), true);

        assertThat(QueuePlan.position(urgent, queue)).isEqualTo(1);
        assertThat(plan(1).displacedBy(urgent, null, queue, 10).count()).isEqualTo(4);
    }

    @Test
    void a_request_that_comes_forward_displaces_those_it_passes() {
        Displacement displaced = plan(1).displacedBy(place(4, 15), place(4, 40), queue, 10);

        assertThat(displaced.first()).extracting(Displaced::requestId).containsExactly(id(2), id(3));
    }

    @Test
    void where_nothing_is_known_of_such_work_no_time_is_named() {
        QueuePlan unknown = new QueuePlan(1, WorkCalendar.always(), Map.of(), NOW);

        assertThat(unknown.estimate(place(9, 25), queue)).isNull();
        assertThat(unknown.displacedBy(place(9, 25), null, queue, 10).first())
                .containsExactly(new Displaced(id(3), null, null), new Displaced(id(4), null, null));
    }

    @Test
    void closed_hours_count_for_nobody() {
        // 2026-03-02 is a Monday; the department works in the morning only.
        WorkCalendar mornings = WorkCalendar.of(
                ZoneOffset.UTC,
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(Shift.of("08:00-12:00")),
                        DayOfWeek.TUESDAY,
                        List.of(Shift.of("08:00-12:00"))),
                Holidays.NONE);
        QueuePlan plan = new QueuePlan(1, mornings, HOURS, NOW);

        assertThat(plan.estimate(place(1, 10), List.of())).isEqualTo(Instant.parse("2026-03-03T09:00:00Z"));
    }

    @Test
    void exactly_those_are_displaced_who_are_done_later_than_without_it() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<Place> others = IntStream.rangeClosed(1, random.nextInt(25))
                    .mapToObj(n -> any(n, random))
                    .collect(Collectors.toCollection(ArrayList::new));
            Place joining = any(99, random);
            QueuePlan plan = plan(1 + random.nextInt(4));

            Set<RequestId> named = plan.displacedBy(joining, null, others, 100).first().stream()
                    .map(Displaced::requestId)
                    .collect(Collectors.toSet());

            for (Place it : others) {
                List<Place> rest = others.stream().filter(other -> other != it).toList();
                List<Place> withJoining = new ArrayList<>(rest);
                withJoining.add(joining);
                Instant before = plan.estimate(it, rest);
                Instant after = plan.estimate(it, withJoining);
                assertThat(named.contains(it.id()))
                        .as("seed %d, %s in %s, joined by %s", seed, it, others, joining)
                        .isEqualTo(before != null && after != null && after.isAfter(before));
            }
        }
    }

    private static Place any(int number, Random random) {
        return new Place(
                id(number),
                random.nextBoolean() ? RequestKind.SOLUTION : RequestKind.INFORMATION,
                hours(random.nextInt(30)),
                random.nextInt(5) == 0);
    }

    private static QueuePlan plan(int capacity) {
        return new QueuePlan(capacity, WorkCalendar.always(), HOURS, NOW);
    }

    private static Place place(int number, int dueInHours) {
        return new Place(id(number), RequestKind.SOLUTION, hours(dueInHours), false);
    }

    private static RequestId id(int number) {
        return RequestId.of(CASE, number);
    }

    private static Instant hours(int hours) {
        return NOW.plus(Duration.ofHours(hours));
    }
}
