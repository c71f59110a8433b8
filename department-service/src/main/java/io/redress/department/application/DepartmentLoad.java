package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Charters;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How much a department has to do beside what it can do at a time. Counted in pages of an index, never further than to
 * {@value #MOST}, and remembered for a few seconds.
 */
public final class DepartmentLoad {
    /** Whoever has so many cases open need not know how many more there are. */
    public static final int MOST = 5_000;
    /** Of what is overdue each case is looked into, which costs more than counting it. */
    public static final int MOST_OVERDUE = 1_000;

    private static final int PAGE = 1_000;
    private static final int PAGE_OF_OVERDUE = 200;
    private static final int MOST_REMEMBERED = 200;

    private final DepartmentCases cases;
    private final Worklist worklist;
    private final Charters charters;
    private final InstantSource clock;
    private final AsyncCache<DepartmentCode, Load> remembered;

    /** @param remember how long an answer may be out of date */
    public DepartmentLoad(
            DepartmentCases cases, Worklist worklist, Charters charters, InstantSource clock, Duration remember) {
        this.cases = cases;
        this.worklist = worklist;
        this.charters = charters;
        this.clock = clock;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .buildAsync();
    }

    /**
     * Cases in which a department has something to do.
     *
     * @param open with requests in work, at most {@value #MOST}; as many means at least as many
     * @param stopped of these, with requests that wait for whoever asked
     * @param overdue of these, with requests whose date has passed, among the {@value #MOST_OVERDUE} that break first
     * @param returned with requests that lack something and are not in work
     * @param capacity how many requests the department works on at a time
     */
    public record Load(
            DepartmentCode department, int open, int stopped, int overdue, int returned, int capacity, Instant asOf) {}

    /** What the department has to do, as it was some seconds ago at most. */
    public Mono<Load> of(DepartmentCode department) {
        return Mono.fromFuture(
                () -> remembered.get(department, (_, _) -> look(department).toFuture()), true);
    }

    private Mono<Load> look(DepartmentCode code) {
        Instant now = clock.instant();
        return Mono.zip(
                        count(DepartmentDefinition.WORKLIST, code.value()),
                        count(DepartmentDefinition.WORKLIST, WorklistEntries.value(code, null, null, true)),
                        overdue(code),
                        count(DepartmentDefinition.RETURNED, code.value()))
                .map(it -> new Load(
                        code,
                        it.getT1(),
                        it.getT2(),
                        it.getT3(),
                        it.getT4(),
                        charters.of(code).capacity(),
                        now));
    }

    private Mono<Integer> count(String index, String value) {
        return cases.count(IndexQuery.first(index, value, PAGE))
                .expand(page -> page.next().isEmpty()
                        ? Mono.empty()
                        : cases.count(new IndexQuery(index, value, page.next(), PAGE)))
                .take(MOST / PAGE)
                .reduce(0, (sum, page) -> sum + page.count());
    }

    private Mono<Integer> overdue(DepartmentCode code) {
        Worklist.Wanted wanted = new Worklist.Wanted(code, Worklist.State.OPEN, null, null, true);
        return worklist.page(wanted, "", PAGE_OF_OVERDUE)
                .expand(page ->
                        page.next().isEmpty() ? Mono.empty() : worklist.page(wanted, page.next(), PAGE_OF_OVERDUE))
                .take(MOST_OVERDUE / PAGE_OF_OVERDUE)
                .concatMap(page -> Flux.fromIterable(page.items()))
                .map(it -> it.request().caseId())
                .distinct()
                .count()
                .map(Math::toIntExact);
    }
}
