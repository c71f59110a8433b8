package io.redress.analytics.application;

import io.redress.analytics.application.FeedbackDays.Kept;
import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.NoteCounted;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.feedback.Counted;
import io.redress.analytics.domain.feedback.Feedback;
import io.redress.analytics.domain.feedback.Said;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexQuery;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings the counts of each day up to date, each case exactly once, whatever crashes and however many instances count. A
 * case and its day are two documents, so it takes three writes: the day with the new numbers and the cases it owes a
 * note, then the note in each case, then the day without them. Whoever finds a day that owes notes writes these first.
 */
public final class CountFeedback {
    private static final int AT_ONCE = 100;

    private final CaseLanes<Journey, JourneyCommand, JourneyFact> lanes;
    private final FeedbackDays days;

    public CountFeedback(CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, FeedbackDays days) {
        this.lanes = lanes;
        this.days = days;
    }

    /** Counts some of what is not counted; true where there may be more. */
    Mono<Boolean> step() {
        return uncounted(AT_ONCE)
                .flatMap(found -> Flux.fromIterable(byDay(found).entrySet())
                        .concatMap(day -> count(day.getKey(), day.getValue()))
                        .then(Mono.just(found.size() == AT_ONCE)));
    }

    /** Whether the counts show everything that product management was told. */
    Mono<Boolean> isDone() {
        return uncounted(1).map(List::isEmpty);
    }

    private Mono<List<CaseView<Journey>>> uncounted(int most) {
        return lanes.find(IndexQuery.first(FeedbackEntries.UNCOUNTED, FeedbackEntries.YES, most))
                .map(CaseLanes.ViewPage::cases);
    }

    private static Map<LocalDate, List<String>> byDay(List<CaseView<Journey>> found) {
        return found.stream()
                .filter(view -> view.state().feedback().heard().said() != null)
                .collect(Collectors.groupingBy(
                        view -> day(Objects.requireNonNull(
                                view.state().feedback().heard().said())),
                        Collectors.mapping(CaseView::id, Collectors.toList())));
    }

    private static LocalDate day(Said said) {
        return LocalDate.ofInstant(said.receivedAt(), ZoneOffset.UTC);
    }

    /** The day is read before its cases: whoever counts them in between writes the day, and so this one's write fails. */
    private Mono<Void> count(LocalDate day, List<String> cases) {
        return days.of(day)
                .flatMap(this::paid)
                .flatMap(read -> Flux.fromIterable(cases)
                        .concatMap(lanes::read)
                        .reduce(read.counts(), CountFeedback::counting)
                        .filter(counts -> !counts.equals(read.counts()))
                        .flatMap(counts -> days.save(read, counts)))
                .flatMap(this::paid)
                .then();
    }

    private static FeedbackDay counting(FeedbackDay day, CaseView<Journey> view) {
        Feedback feedback = view.state().feedback();
        Said said = feedback.heard().said();
        return said == null || !feedback.isUncounted()
                ? day
                : day.counting(view.id(), said.product(), feedback.counted(), feedback.toCount());
    }

    /** The day once it owes no case a note. */
    private Mono<Kept> paid(Kept day) {
        Map<String, Counted> owed = day.counts().noting();
        return owed.isEmpty()
                ? Mono.just(day)
                : Flux.fromIterable(owed.entrySet())
                        .flatMap(note -> lanes.submit(Submission.of(note.getKey(), new NoteCounted(note.getValue()))))
                        .then(days.save(day, day.counts().noted()));
    }
}
