package io.redress.chassis.time.work;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When somebody works: the hours of each weekday in a time zone, without the holidays. Pure and immutable as far as its
 * {@link Holidays} are.
 *
 * <p>Hours are those of the clock on the wall, so a shift over the night in which clocks go forward is an hour shorter,
 * and over the one in which they go back an hour longer. Times that the wall clock skips stand for the moment of the
 * change, times that it shows twice for the first of the two. A shift over midnight belongs to the day on which it begins,
 * also where the next day is a holiday.
 */
public final class WorkCalendar {
    /**
     * How many days on end may be closed. After that a calendar counts as one that never opens again, and {@link #add}
     * gives the end of that time.
     */
    public static final int MOST_CLOSED_DAYS = 1_000;

    /** The longest duration that {@link #add} takes. */
    public static final Duration MOST = Duration.ofHours(20_000);

    private static final WorkCalendar ALWAYS = new WorkCalendar(ZoneOffset.UTC, Map.of(), Holidays.NONE);
    private static final int MOST_SHIFTS = 10;
    /** More than a year: whoever counts working time asks for the same days again and again. */
    private static final int REMEMBERED_DAYS = 512;

    private final ZoneId zone;
    private final ZoneRules rules;
    private final Map<DayOfWeek, List<Shift>> week;
    private final Holidays holidays;
    /** Each day at its place in turn. Threads that race for one write the same. */
    private final @Nullable Day[] days;

    private WorkCalendar(ZoneId zone, Map<DayOfWeek, List<Shift>> week, Holidays holidays) {
        this.zone = zone;
        this.rules = zone.getRules();
        this.week = week;
        this.holidays = holidays;
        this.days = new Day[week.isEmpty() ? 0 : REMEMBERED_DAYS];
    }

    /** Day and night, every day: working time is the time of the clock on the wall. */
    public static WorkCalendar always() {
        return ALWAYS;
    }

    /**
     * A calendar of a week.
     *
     * @param week the shifts of each weekday, at most ten a day; a weekday that is not named is free
     * @throws IllegalArgumentException where no weekday has a shift, or two shifts overlap
     */
    public static WorkCalendar of(ZoneId zone, Map<DayOfWeek, List<Shift>> week, Holidays holidays) {
        Map<DayOfWeek, List<Shift>> sorted = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, shifts) -> {
            if (shifts.size() > MOST_SHIFTS) {
                throw new IllegalArgumentException(
                        "Expected at most " + MOST_SHIFTS + " shifts on " + day + ", but got " + shifts.size());
            }
            if (!shifts.isEmpty()) {
                sorted.put(
                        day,
                        shifts.stream()
                                .sorted(Comparator.comparing(Shift::from))
                                .toList());
            }
        });
        if (sorted.isEmpty()) {
            throw new IllegalArgumentException("Expected working hours on at least one weekday, but got none");
        }
        refuseOverlaps(sorted);
        return new WorkCalendar(zone, sorted, holidays);
    }

    private static void refuseOverlaps(Map<DayOfWeek, List<Shift>> week) {
        LocalDate monday = LocalDate.of(2024, 1, 1);
        LocalDateTime end = LocalDateTime.MIN;
        // One day more than a week, so that Sunday's night is compared with Monday's morning.
        for (int i = 0; i <= 7; i++) {
            LocalDate day = monday.plusDays(i);
            for (Shift shift : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                if (shift.begins(day).isBefore(end)) {
                    throw new IllegalArgumentException("Expected shifts that do not overlap, but " + shift.from() + "-"
                            + shift.to() + " on " + day.getDayOfWeek() + " begins before another one ends");
                }
                end = shift.ends(day);
            }
        }
    }

    /**
     * When so much working time has passed. The first such instant: with nothing to add it is {@code from} itself, and
     * work that fills a day to its end is done then, not on the next morning.
     *
     * @param working not negative, at most {@link #MOST}
     * @throws IllegalArgumentException for any other duration
     */
    public Instant add(Instant from, Duration working) {
        requireFit(working);
        if (week.isEmpty() || working.isZero()) {
            return from.plus(working);
        }
        Duration left = working;
        LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        for (int closed = 0; closed <= MOST_CLOSED_DAYS; day = day.plusDays(1)) {
            closed++;
            for (Stretch stretch : stretches(day)) {
                Stretch rest = stretch.since(from);
                if (!rest.isEmpty()) {
                    closed = 0;
                    if (rest.length().compareTo(left) >= 0) {
                        return rest.begin().plus(left);
                    }
                    left = left.minus(rest.length());
                }
            }
        }
        return instant(day.atStartOfDay());
    }

    /**
     * The counterpart of {@link #add}: since when just so much working time is left until {@code until}. The last such
     * instant: with nothing to take away it is {@code until} itself, and work that fills a day begins on its morning, not
     * on the evening before.
     *
     * @param working not negative, at most {@link #MOST}
     * @throws IllegalArgumentException for any other duration
     */
    public Instant subtract(Instant until, Duration working) {
        requireFit(working);
        if (week.isEmpty() || working.isZero()) {
            return until.minus(working);
        }
        Duration left = working;
        LocalDate day = until.atZone(zone).toLocalDate();
        for (int closed = 0; closed <= MOST_CLOSED_DAYS; day = day.minusDays(1)) {
            closed++;
            for (Stretch stretch : stretches(day).reversed()) {
                Stretch rest = stretch.until(until);
                if (!rest.isEmpty()) {
                    closed = 0;
                    if (rest.length().compareTo(left) >= 0) {
                        return rest.end().minus(left);
                    }
                    left = left.minus(rest.length());
                }
            }
        }
        return instant(day.atStartOfDay());
    }

    private static void requireFit(Duration working) {
        if (working.isNegative() || working.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Expected a duration of 0 to " + MOST + ", but got " + working);
        }
    }

    /**
     * The working time between two instants; zero where {@code to} is not after {@code from}. Takes as long as there are
     * days between them.
     */
    public Duration between(Instant from, Instant to) {
        if (!to.isAfter(from)) {
            return Duration.ZERO;
        }
        if (week.isEmpty()) {
            return Duration.between(from, to);
        }
        Duration sum = Duration.ZERO;
        LocalDate last = to.atZone(zone).toLocalDate();
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : stretches(day)) {
                sum = sum.plus(stretch.since(from).until(to).length());
            }
        }
        return sum;
    }

    /** Whether there is work at this instant; the end of a shift is not in it. */
    public boolean isOpen(Instant at) {
        if (week.isEmpty()) {
            return true;
        }
        LocalDate day = at.atZone(zone).toLocalDate();
        return List.of(day.minusDays(1), day).stream()
                .flatMap(it -> stretches(it).stream())
                .anyMatch(it -> !at.isBefore(it.begin()) && at.isBefore(it.end()));
    }

    private List<Stretch> stretches(LocalDate day) {
        List<Shift> shifts = week.getOrDefault(day.getDayOfWeek(), List.of());
        if (shifts.isEmpty() || holidays.on(day)) {
            return List.of();
        }
        int place = (int) Math.floorMod(day.toEpochDay(), REMEMBERED_DAYS);
        Day known = days[place];
        if (known == null || !known.date().equals(day)) {
            known = new Day(day, stretches(day, shifts));
            days[place] = known;
        }
        return known.stretches();
    }

    private List<Stretch> stretches(LocalDate day, List<Shift> shifts) {
        List<Stretch> stretches = new ArrayList<>(shifts.size());
        for (Shift shift : shifts) {
            stretches.add(new Stretch(instant(shift.begins(day)), instant(shift.ends(day))));
        }
        return stretches;
    }

    /** Never goes back while the local time goes forward, so that stretches stay in order whatever clocks do. */
    private Instant instant(LocalDateTime local) {
        ZoneOffsetTransition change = rules.getTransition(local);
        return change != null && change.isGap()
                ? change.getInstant()
                : local.toInstant(rules.getValidOffsets(local).getFirst());
    }

    /** The shifts of a day, were it no holiday. */
    private record Day(LocalDate date, List<Stretch> stretches) {}

    private record Stretch(Instant begin, Instant end) {
        boolean isEmpty() {
            return !end.isAfter(begin);
        }

        Duration length() {
            return isEmpty() ? Duration.ZERO : Duration.between(begin, end);
        }

        Stretch since(Instant from) {
            return begin.isBefore(from) ? new Stretch(from, end) : this;
        }

        Stretch until(Instant to) {
            return end.isAfter(to) ? new Stretch(begin, to) : this;
        }
    }
}
