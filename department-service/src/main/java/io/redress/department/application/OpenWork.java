package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.department.domain.Asking;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.QueuePlan.Place;
import io.redress.department.domain.Request;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What a department has to do, as far as anybody looks ahead: one bounded page, remembered for a few seconds. */
public final class OpenWork {
    private static final int MOST_REMEMBERED = 100;

    private final Function<IndexQuery, Mono<CaseLanes.ViewPage<DepartmentCase>>> find;
    private final AsyncCache<DepartmentCode, Queue> remembered;

    /** @param remember how long an answer may be out of date */
    public OpenWork(DepartmentCases cases, Duration remember) {
        this(cases::find, remember);
    }

    OpenWork(Function<IndexQuery, Mono<CaseLanes.ViewPage<DepartmentCase>>> find, Duration remember) {
        this.find = find;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .buildAsync();
    }

    /**
     * What can be worked on now. What waits for an answer to a question holds nobody up.
     *
     * @param places the earliest due cases first; at most {@value Limits#QUEUE}
     * @param more whether there are others behind these
     */
    public record Queue(List<Place> places, boolean more) {
        public Queue {
            places = List.copyOf(places);
        }
    }

    /** As it was at most a few seconds ago. */
    public Mono<Queue> of(DepartmentCode department) {
        return Mono.fromFuture(
                () -> remembered.get(department, (_, _) -> now(department).toFuture()), true);
    }

    /** As it is now. */
    public Mono<Queue> now(DepartmentCode department) {
        return find.apply(IndexQuery.first(DepartmentDefinition.WORKLIST, department.value(), Limits.QUEUE))
                .map(page -> queue(department, page));
    }

    private static Queue queue(DepartmentCode department, CaseLanes.ViewPage<DepartmentCase> page) {
        List<Place> places = page.cases().stream()
                .flatMap(view -> view.state().requests().stream()
                        .filter(it -> it.ask().department().equals(department) && goesOn(view.state(), it))
                        .map(it -> place(view.state(), it)))
                .toList();
        return new Queue(
                places.stream().limit(Limits.QUEUE).toList(), !page.next().isEmpty() || places.size() > Limits.QUEUE);
    }

    /** Where a request is. */
    public static Place place(DepartmentCase state, Request request) {
        Request.Ask ask = request.ask();
        return new Place(
                ask.id(), ask.kind(), ask.dueAt(), state.dealings().urgencies().isUrgent(ask.id()));
    }

    private static boolean goesOn(DepartmentCase state, Request request) {
        return request instanceof Request.Offered
                || request instanceof Request.Open
                        && Asking.stoppedSince(state.cooperation()
                                        .questionsAbout(request.ask().id()))
                                == null;
    }
}
