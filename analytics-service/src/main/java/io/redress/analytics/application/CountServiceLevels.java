package io.redress.analytics.application;

import io.redress.analytics.application.ServiceWeeks.Kept;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.NoteStanding;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.levels.Levels;
import io.redress.analytics.domain.levels.Standing;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the numbers of each week up to date, each case exactly once, whatever crashes and however many instances count:
 * in the three writes in which {@link CountFeedback} counts days.
 */
public final class CountServiceLevels implements AutoCloseable {
    private static final int AT_ONCE = 100;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final ServiceWeeks weeks;
    private final RecurringTask looking;

    /** @param every how often to look for something to count */
    public CountServiceLevels(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, ServiceWeeks weeks, Duration every) {
        this.lanes = lanes;
        this.weeks = weeks;
        this.looking = RecurringTask.fromLater(every, "Service levels will be counted later", this::look);
    }

    private Mono<Void> look() {
        return Mono.defer(this::step)
                .expand(more -> more ? step() : Mono.empty())
                .then();
    }

    /** Counts some of what is not counted; true where there may be more. */
    private Mono<Boolean> step() {
        return uncounted(AT_ONCE)
                .flatMap(found -> Flux.fromIterable(byWeek(found).entrySet())
                        .concatMap(week -> count(week.getKey(), week.getValue()))
                        .then(Mono.just(found.size() == AT_ONCE)));
    }

    /** Whether the numbers show everything that is known by now. */
    Mono<Boolean> isDone() {
        return uncounted(1).map(List::isEmpty);
    }

    private Mono<List<CaseView<Journey>>> uncounted(int most) {
        return lanes.find(IndexQuery.first(ServiceWeeks.UNCOUNTED, ServiceWeeks.YES, most))
                .map(CaseLanes.ViewPage::cases);
    }

    private static Map<LocalDate, List<String>> byWeek(List<CaseView<Journey>> found) {
        return found.stream()
                .filter(view -> view.state().levels().week() != null)
                .collect(Collectors.groupingBy(
                        view -> Objects.requireNonNull(view.state().levels().week()),
                        Collectors.mapping(CaseView::id, Collectors.toList())));
    }

    /** The week is read before its cases: whoever counts them in between writes the week, and so this one's write fails. */
    private Mono<Void> count(LocalDate monday, List<String> cases) {
        return weeks.of(monday)
                .flatMap(this::paid)
                .flatMap(read -> Flux.fromIterable(cases)
                        .concatMap(lanes::read)
                        .reduce(read.numbers(), CountServiceLevels::counting)
                        .filter(numbers -> !numbers.equals(read.numbers()))
                        .flatMap(numbers -> weeks.save(read, numbers)))
                .flatMap(this::paid)
                .then();
    }

    private static ServiceWeek counting(ServiceWeek week, CaseView<Journey> view) {
        Levels levels = view.state().levels();
        return levels.isUncounted() ? week.counting(view.id(), levels.standing(), levels.toCount()) : week;
    }

    /** The week once it owes no case a note. */
    private Mono<Kept> paid(Kept week) {
        Map<String, Standing> owed = week.numbers().noting();
        return owed.isEmpty()
                ? Mono.just(week)
                : Flux.fromIterable(owed.entrySet())
                        .flatMap(note -> lanes.submit(Submission.of(note.getKey(), new NoteStanding(note.getValue()))))
                        .then(weeks.save(week, week.numbers().noted()));
    }

    @Override
    public void close() {
        looking.close();
    }
}
