package io.redress.analytics.application;

import io.redress.analytics.application.NumbersByDay.Kept;
import io.redress.analytics.application.ServiceLevels.OfDepartment;
import io.redress.analytics.application.ServiceLevels.OfWeek;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/** Puts internal and external service side by side, from the numbers of the weeks; no case is looked at. */
public final class CompareServiceLevels {
    private final ServiceWeeks weeks;
    private final CountServiceLevels counting;

    public CompareServiceLevels(ServiceWeeks weeks, CountServiceLevels counting) {
        this.weeks = weeks;
        this.counting = counting;
    }

    /**
     * The week of a day and those before it.
     *
     * @param departments whose numbers are wanted
     */
    public Mono<ServiceLevels> of(LocalDate today, int howMany, Predicate<String> departments) {
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<LocalDate> mondays =
                LongStream.range(0, howMany).mapToObj(monday::minusWeeks).toList();
        // Asked first: what comes in between makes the numbers younger than the answer says, and never older.
        return counting.isDone()
                .flatMap(done -> weeks.of(mondays)
                        .map(found -> new ServiceLevels(
                                mondays.getLast(),
                                today,
                                done,
                                found.values().stream()
                                        .map(it -> of(it, departments))
                                        .filter(it -> !it.departments().isEmpty())
                                        .sorted(Comparator.comparing(OfWeek::week)
                                                .reversed())
                                        .toList())));
    }

    private static OfWeek of(Kept<ServiceWeek> week, Predicate<String> departments) {
        return new OfWeek(
                week.day(),
                week.numbers().departments().entrySet().stream()
                        .filter(it ->
                                departments.test(it.getKey()) && it.getValue().cases() > 0)
                        .map(it -> OfDepartment.of(it.getKey(), it.getValue()))
                        .sorted(Comparator.comparing(OfDepartment::department))
                        .toList());
    }
}
