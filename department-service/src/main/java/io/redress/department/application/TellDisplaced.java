package io.redress.department.application;

import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.RecurringTask;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.Displaced;
import io.redress.department.domain.Displacing;
import io.redress.department.domain.Negotiation;
import io.redress.department.domain.Negotiation.Gain;
import io.redress.department.domain.Negotiation.Gain.Gained;
import io.redress.department.domain.Negotiation.Gain.Telling;
import io.redress.department.domain.NegotiationCommand.EndTelling;
import io.redress.department.domain.NegotiationCommand.LosePlace;
import io.redress.department.domain.NegotiationCommand.NameDisplaced;
import io.redress.department.domain.QueuePlan.Displacement;
import io.redress.department.domain.QueuePlan.Place;
import io.redress.department.domain.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds requests that have come forward in their queues and tells each that is displaced, in its own case. What is still to
 * be told is in an index, and telling twice is telling once, so nothing is lost when it stops in between.
 */
public final class TellDisplaced implements AutoCloseable {
    static final String INDEX = "come-forward";
    private static final String UNTOLD = "untold";
    private static final int PAGE = 100;

    private final DepartmentCases cases;
    private final WeighDates dates;
    private final RecurringTask looking;

    /** @param every how often to look */
    public TellDisplaced(DepartmentCases cases, WeighDates dates, Duration every) {
        this.cases = cases;
        this.dates = dates;
        this.looking = RecurringTask.fromLater(every, "Who is displaced will be told later", this::look);
    }

    private Mono<Void> look() {
        return cases.find(IndexQuery.first(INDEX, UNTOLD, PAGE))
                .flatMapIterable(page -> page.cases())
                .concatMap(this::tell)
                .then();
    }

    private Mono<Void> tell(CaseView<DepartmentCase> view) {
        return Flux.fromIterable(view.state().dealings().negotiations().all())
                .concatMap(it -> tell(view.state(), it))
                .then();
    }

    private Mono<Void> tell(DepartmentCase state, Negotiation negotiation) {
        RequestId id = negotiation.requestId();
        return switch (negotiation.gain()) {
            case Gained gained ->
                find(state, state.request(id), gained)
                        .flatMap(found -> submit(id, new NameDisplaced(id, found.count(), found.first()))
                                .then(tell(id, found.first())));
            case Telling(var _, var _, var _, var _, var first) -> tell(id, first);
            case Gain.Told _ -> Mono.empty();
            case null -> Mono.empty();
        };
    }

    /** Whoever is not in the queue any more displaces nobody. */
    private Mono<Displacement> find(DepartmentCase state, @Nullable Request request, Gained gained) {
        if (!(request instanceof Request.Open)) {
            return Mono.just(new Displacement(0, List.of()));
        }
        Place place = OpenWork.place(state, request);
        Place formerly = place.due(gained.formerDueAt()).withUrgency(gained.formerlyUrgent());
        return dates.displacedBy(request.ask().department(), place, formerly, Displacing.MOST_TOLD);
    }

    private Mono<Void> tell(RequestId by, List<Displaced> displaced) {
        return Flux.fromIterable(displaced)
                .concatMap(it -> submit(it.requestId(), new LosePlace(it, by)))
                .then(displaced.isEmpty() ? Mono.empty() : submit(by, new EndTelling(by)));
    }

    private Mono<Void> submit(RequestId about, DepartmentCommand command) {
        return cases.submit(Submission.of(about.caseId().value(), command)).then();
    }

    static List<IndexEntry> entries(DepartmentCase state) {
        return state.dealings().negotiations().all().stream()
                .flatMap(it -> switch (it.gain()) {
                    case Gained(var _, var _, var at) -> Stream.of(at);
                    case Telling(var _, var _, var at, var _, var _) -> Stream.of(at);
                    case Gain.Told _ -> Stream.<Instant>empty();
                    case null -> Stream.<Instant>empty();
                })
                .min(Instant::compareTo)
                .map(at -> List.of(IndexEntry.sorted(
                        INDEX, UNTOLD, String.format(Locale.ROOT, "%016x", Math.max(0, at.toEpochMilli())))))
                .orElse(List.of());
    }

    @Override
    public void close() {
        looking.close();
    }
}
