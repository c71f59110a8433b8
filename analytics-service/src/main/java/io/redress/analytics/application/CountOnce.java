package io.redress.analytics.application;

import io.redress.analytics.application.NumbersByDay.Kept;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyFact;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the numbers of each day up to date, each case exactly once, whatever crashes and however many instances count. A
 * case and its day are two documents, so it takes three writes: the day with the new numbers and the cases it owes a
 * note, then the note in each case, then the day without them. Whoever finds a day that owes notes writes these first.
 *
 * @param <N> the numbers of one day
 * @param <P> as what a case stands in them
 */
abstract class CountOnce<N extends CountOnce.Noting<N, P>, P> {
    /** The value under which cases stand that are to be counted. */
    static final String YES = "yes";

    private static final int AT_ONCE = 100;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final NumbersByDay<N> days;
    private final String uncounted;

    /** @param uncounted the index of the cases that the numbers do not show as they are */
    CountOnce(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, NumbersByDay<N> days, String uncounted) {
        this.lanes = lanes;
        this.days = days;
        this.uncounted = uncounted;
    }

    /** Numbers that say which cases stand in them without knowing it. */
    interface Noting<N, P> {

        /** Cases that stand here already, though it is not noted with each of them yet. */
        Map<String, P> noting();

        /** Once it is noted with each case that it stands here. */
        N noted();
    }

    /** Under which day a case stands; null while it stands nowhere. */
    abstract @Nullable LocalDate day(Journey journey);

    /** The numbers of its day with a case as it is now; the same where they show it so already. */
    abstract N counting(N numbers, String caseId, Journey journey);

    /** Tells a case as what it stands in the numbers. */
    abstract JourneyCommand note(P standing);

    /** Counts some of what is not counted; true where there may be more. */
    final Mono<Boolean> step() {
        return uncounted(AT_ONCE)
                .flatMap(found -> Flux.fromIterable(byDay(found).entrySet())
                        .concatMap(day -> count(day.getKey(), day.getValue()))
                        .then(Mono.just(found.size() == AT_ONCE)));
    }

    /** Whether the numbers show everything that is known by now. */
    final Mono<Boolean> isDone() {
        return uncounted(1).map(List::isEmpty);
    }

    private Mono<List<CaseView<Journey>>> uncounted(int most) {
        return lanes.find(IndexQuery.first(uncounted, YES, most)).map(CaseLanes.ViewPage::cases);
    }

    private Map<LocalDate, List<String>> byDay(List<CaseView<Journey>> found) {
        Map<LocalDate, List<String>> cases = new HashMap<>();
        for (CaseView<Journey> view : found) {
            LocalDate day = day(view.state());
            if (day != null) {
                cases.computeIfAbsent(day, _ -> new ArrayList<>()).add(view.id());
            }
        }
        return cases;
    }

    /** The day is read before its cases: whoever counts them in between writes the day, and so this one's write fails. */
    private Mono<Void> count(LocalDate day, List<String> cases) {
        return days.of(day)
                .flatMap(this::paid)
                .flatMap(read -> Flux.fromIterable(cases)
                        .concatMap(lanes::read)
                        .reduce(read.numbers(), (numbers, view) -> counting(numbers, view.id(), view.state()))
                        .filter(numbers -> !numbers.equals(read.numbers()))
                        .flatMap(numbers -> days.save(read, numbers)))
                .flatMap(this::paid)
                .then();
    }

    /** The day once it owes no case a note. */
    private Mono<Kept<N>> paid(Kept<N> day) {
        Map<String, P> owed = day.numbers().noting();
        return owed.isEmpty()
                ? Mono.just(day)
                : Flux.fromIterable(owed.entrySet())
                        .flatMap(it -> lanes.submit(Submission.of(it.getKey(), note(it.getValue()))))
                        .then(days.save(day, day.numbers().noted()));
    }
}
