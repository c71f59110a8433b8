package io.redress.department.application;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.department.application.ServiceMirror.Looked;
import io.redress.department.domain.Charters;
import io.redress.department.domain.ClientFigures;
import io.redress.department.domain.CooperationFigures;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.ServedRequest;
import io.redress.department.domain.Span;
import io.redress.department.domain.SupplierFigures;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Holds the mirror up to departments: bounded looks into indexes, remembered for a few seconds. */
public final class ServiceMirrors {
    /** The latest cases of a sort that count. */
    public static final int LATEST = 500;

    public static final int MOST_WEEKS = 26;

    private static final int MOST_REMEMBERED = 200;

    private final Function<IndexQuery, Mono<ViewPage<DepartmentCase>>> find;
    private final KeptPromises kept;
    private final Charters charters;
    private final InstantSource clock;
    private final Duration rateWithin;
    private final AsyncCache<Wanted, ServiceMirror> remembered;

    private record Wanted(DepartmentCode department, int weeks) {}

    /**
     * @param rateWithin how long after an answer its rating is in time
     * @param remember how long an answer may be out of date
     */
    public ServiceMirrors(
            DepartmentCases cases,
            KeptPromises kept,
            Charters charters,
            InstantSource clock,
            Duration rateWithin,
            Duration remember) {
        this.find = cases::find;
        this.kept = kept;
        this.charters = charters;
        this.clock = clock;
        this.rateWithin = rateWithin;
        this.remembered = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remember)
                .buildAsync();
    }

    /** @param weeks this one and those before it; at most {@value #MOST_WEEKS} */
    public Mono<ServiceMirror> of(DepartmentCode department, int weeks) {
        return Mono.fromFuture(
                () -> remembered.get(
                        new Wanted(department, weeks),
                        (wanted, _) -> look(wanted).toFuture()),
                true);
    }

    private record Page(List<DepartmentCase> cases, boolean all) {
        static Page of(ViewPage<DepartmentCase> page) {
            return new Page(
                    page.cases().stream().map(CaseView::state).toList(),
                    page.next().isEmpty());
        }
    }

    private Mono<ServiceMirror> look(Wanted wanted) {
        return Mono.zip(
                        page(ServiceEntries.SERVED, wanted),
                        page(ServiceEntries.TO_SERVE, wanted),
                        page(ServiceEntries.ASKED, wanted),
                        page(DeliveryEntries.THANKED, wanted),
                        page(ServiceEntries.CONTRIBUTED, wanted),
                        kept.of(wanted.department()))
                .map(it -> mirror(wanted, it.getT1(), it.getT2(), it.getT3(), it.getT4(), it.getT5(), it.getT6()));
    }

    private Mono<Page> page(String index, Wanted wanted) {
        return find.apply(IndexQuery.first(index, wanted.department().value(), LATEST))
                .map(Page::of);
    }

    private ServiceMirror mirror(
            Wanted wanted,
            Page served,
            Page toServe,
            Page asked,
            Page thanked,
            Page contributed,
            CommitmentSummary promises) {
        DepartmentCode department = wanted.department();
        Instant now = clock.instant();
        Span span = span(wanted, now);
        WorkCalendar calendar = charters.of(department).calendar();
        List<ServedRequest> overdue = toServe.cases().stream()
                .flatMap(it -> ServedRequest.overdue(it, department, now, calendar))
                .toList();
        List<ServedRequest> ended = served.cases().stream()
                .flatMap(it -> ServedRequest.ended(it, department, span, calendar))
                .toList();
        return new ServiceMirror(
                department,
                wanted.weeks(),
                span.from(),
                now,
                new Looked(
                        served.cases().size(),
                        toServe.cases().size(),
                        asked.cases().size(),
                        thanked.cases().size(),
                        contributed.cases().size(),
                        LATEST,
                        Stream.of(served, toServe, asked, thanked, contributed).allMatch(Page::all)),
                SupplierFigures.of(
                        Stream.concat(ended.stream(), overdue.stream()).toList()),
                thanks(thanked, department, span),
                promises.paddingIndex(),
                ClientFigures.of(asked.cases(), department, span, rateWithin),
                CooperationFigures.of(
                        served.cases(),
                        contributed.cases(),
                        department,
                        span,
                        it -> charters.of(it).calendar()));
    }

    private static int thanks(Page thanked, DepartmentCode department, Span span) {
        return (int) thanked.cases().stream()
                .flatMap(it -> it.dealings().deliveries().thanks().stream())
                .filter(it -> it.to().equals(department) && span.has(it.at()))
                .count();
    }

    /** What has happened by now is in it, whatever the clock has rounded off. */
    private Span span(Wanted wanted, Instant now) {
        ZoneId zone = charters.zoneOf(wanted.department());
        Instant monday = now.atZone(zone)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .minusWeeks(wanted.weeks() - 1L)
                .atStartOfDay(zone)
                .toInstant();
        return new Span(monday, now.plusMillis(1));
    }
}
