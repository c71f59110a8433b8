package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * What departments have finished and have to do, as it was seen a little while ago. Rules cannot wait for a look into the
 * store: what nobody has looked at yet is looked at now and known the next time.
 */
public final class SeenWork implements KnownWork {
    /** What is usual, and a queue, change little within a minute. */
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private static final Duration FORGET = Duration.ofMinutes(10);
    private static final int MOST_REMEMBERED = 1_000;
    /** Whoever has so much before it is late, however much it is exactly. */
    private static final int MOST_AHEAD = 1_000;

    private final AsyncLoadingCache<Sort, Comparables> finished;
    private final AsyncLoadingCache<DepartmentCode, List<Instant>> queues;

    private record Sort(DepartmentCode department, RequestKind kind, String nature) {}

    /**
     * Begins to look when it is asked first.
     *
     * @param work given once all is there that it is read from
     */
    public SeenWork(Supplier<FinishedWork> work, Supplier<DepartmentCases> cases, Charters charters) {
        finished = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .refreshAfterWrite(REFRESH)
                .expireAfterWrite(FORGET)
                .buildAsync((sort, _) -> work.get()
                        .comparableTo(
                                sort.department(),
                                sort.kind(),
                                sort.nature(),
                                charters.of(sort.department()).calendar())
                        .toFuture());
        queues = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .refreshAfterWrite(REFRESH)
                .expireAfterWrite(FORGET)
                .buildAsync((department, _) -> look(cases.get(), department).toFuture());
    }

    @Override
    public Optional<Comparables> comparableTo(Request.Ask ask) {
        return seen(finished.get(new Sort(ask.department(), ask.kind(), ask.nature())));
    }

    @Override
    public OptionalInt position(Request.Ask ask) {
        return seen(queues.get(ask.department()))
                .map(dates -> OptionalInt.of(
                        1 + (int) dates.stream().filter(ask.dueAt()::isAfter).count()))
                .orElseGet(OptionalInt::empty);
    }

    private static <T> Optional<T> seen(CompletableFuture<T> looked) {
        return looked.isDone() && !looked.isCompletedExceptionally() ? Optional.of(looked.join()) : Optional.empty();
    }

    /** The dates of what is due first. */
    private static Mono<List<Instant>> look(DepartmentCases cases, DepartmentCode department) {
        return cases.find(IndexQuery.first(DepartmentDefinition.WORKLIST, department.value(), MOST_AHEAD))
                .map(page -> page.cases().stream()
                        .flatMap(view -> DepartmentDefinition.openOf(view.state()).stream())
                        .map(Request::ask)
                        .filter(ask -> ask.department().equals(department))
                        .map(Request.Ask::dueAt)
                        .toList());
    }
}
