package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.FinishedRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/**
 * What departments have finished, the latest first, as far as it is needed to say what is usual: a bounded look into an
 * index, remembered for a few seconds, and as old as that.
 */
public final class FinishedWork {
    /** The latest of a sort that count; what was usual long ago is not usual any more. */
    public static final int LATEST = 500;

    static final String INDEX = "finished";
    private static final int MOST_REMEMBERED = 200;
    /** Anything longer is no nature that two requests would share. */
    private static final int LONGEST_NATURE = 100;

    private final Function<IndexQuery, Mono<CaseLanes.ViewPage<DepartmentCase>>> find;
    private final AsyncCache<String, List<FinishedRequest>> remembered;

    /** @param remember how long an answer may be out of date */
    public FinishedWork(DepartmentCases cases, Duration remember) {
        this(cases::find, remember);
    }

    FinishedWork(Function<IndexQuery, Mono<CaseLanes.ViewPage<DepartmentCase>>> find, Duration remember) {
        this.find = find;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .buildAsync();
    }

    /**
     * How long a department took for such work: of the same kind and nature where there is enough of it, and else of the
     * same kind.
     *
     * @param calendar in which the department's working time is counted
     */
    public Mono<Comparables> comparableTo(
            DepartmentCode department, RequestKind kind, String nature, WorkCalendar calendar) {
        return latest(department, kind, nature)
                .map(alike -> comparables(Comparables.Scope.NATURE, alike, calendar))
                .flatMap(alike -> alike.suffice() ? Mono.just(alike) : ofKind(department, kind, calendar));
    }

    /** How long a department took for work of this kind, whatever it was about. */
    public Mono<Comparables> ofKind(DepartmentCode department, RequestKind kind, WorkCalendar calendar) {
        return latest(department, kind).map(alike -> comparables(Comparables.Scope.KIND, alike, calendar));
    }

    /** The latest of a department that are of this kind and nature. */
    public Mono<List<FinishedRequest>> latest(DepartmentCode department, RequestKind kind, String nature) {
        return isShared(nature) ? read(key(department, kind) + "/" + nature) : Mono.just(List.of());
    }

    /** The latest of a department that are of this kind. */
    public Mono<List<FinishedRequest>> latest(DepartmentCode department, RequestKind kind) {
        return read(key(department, kind));
    }

    private static Comparables comparables(
            Comparables.Scope scope, List<FinishedRequest> alike, WorkCalendar calendar) {
        return new Comparables(
                scope, alike.stream().map(it -> it.worked(calendar)).toList());
    }

    private Mono<List<FinishedRequest>> read(String value) {
        return Mono.fromFuture(() -> remembered.get(value, (_, _) -> look(value).toFuture()), true);
    }

    private Mono<List<FinishedRequest>> look(String value) {
        return find.apply(IndexQuery.first(INDEX, value, LATEST))
                .map(page -> page.cases().stream()
                        .flatMap(view -> FinishedRequest.of(view.state()))
                        .filter(it -> valuesOf(it).anyMatch(value::equals))
                        // A case that has finished several stands there once for each.
                        .distinct()
                        .limit(LATEST)
                        .toList());
    }

    static List<IndexEntry> entries(DepartmentCase state) {
        return FinishedRequest.of(state)
                .flatMap(it -> valuesOf(it).map(value -> IndexEntry.sorted(INDEX, value, latestFirst(it))))
                .distinct()
                .toList();
    }

    private static Stream<String> valuesOf(FinishedRequest finished) {
        String kind = key(finished.department(), finished.kind());
        return isShared(finished.nature()) ? Stream.of(kind, kind + "/" + finished.nature()) : Stream.of(kind);
    }

    private static String key(DepartmentCode department, RequestKind kind) {
        return department + "/" + kind;
    }

    private static boolean isShared(String nature) {
        return nature.length() <= LONGEST_NATURE && nature.codePoints().noneMatch(Character::isISOControl);
    }

    private static String latestFirst(FinishedRequest finished) {
        return String.format(
                Locale.ROOT, "%016x", Long.MAX_VALUE - finished.answeredAt().toEpochMilli());
    }
}
