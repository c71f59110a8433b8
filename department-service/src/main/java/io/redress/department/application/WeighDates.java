package io.redress.department.application;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Charter;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.QueuePlan;
import io.redress.department.domain.QueuePlan.Displacement;
import io.redress.department.domain.QueuePlan.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Says what a date means before anybody agrees to it: how usual it is, and who would be displaced (R82, R88, R89). */
public final class WeighDates {
    private final FinishedWork finished;
    private final OpenWork open;
    private final Charters charters;
    private final InstantSource clock;

    public WeighDates(FinishedWork finished, OpenWork open, Charters charters, InstantSource clock) {
        this.finished = finished;
        this.open = open;
        this.charters = charters;
        this.clock = clock;
    }

    /**
     * What it would mean for a department to take a request to a place in its queue.
     *
     * @param formerly where it is; null where it is not there yet
     */
    public Mono<Outlook> of(DepartmentCode department, String nature, Place place, @Nullable Place formerly) {
        Charter charter = charters.of(department);
        return Mono.zip(
                        open.of(department),
                        finished.comparableTo(department, place.kind(), nature, charter.calendar()))
                .flatMap(both -> plan(charter, both.getT1().places(), place)
                        .map(plan -> outlook(plan, both.getT1(), both.getT2(), place, formerly)));
    }

    /** How long such work takes a department, from now on; empty where too little is known. */
    public Mono<Usual> usual(DepartmentCode department, RequestKind kind, String nature) {
        WorkCalendar calendar = charters.of(department).calendar();
        return finished.comparableTo(department, kind, nature, calendar)
                .flatMap(it -> Mono.justOrEmpty(it.usual(calendar, clock.instant())));
    }

    /** Who is really displaced by a request that has come forward, as the queue is now. */
    Mono<Displacement> displacedBy(DepartmentCode department, Place place, Place formerly, int most) {
        Charter charter = charters.of(department);
        return open.now(department)
                .flatMap(queue -> plan(charter, queue.places(), place)
                        .map(plan -> plan.displacedBy(place, formerly, queue.places(), most)));
    }

    /** By when a department answers as a rule. */
    public Instant ruleOf(DepartmentCode department) {
        Charter charter = charters.of(department);
        return charter.calendar().add(clock.instant(), charter.ola().resolution());
    }

    private static Outlook outlook(
            QueuePlan plan, OpenWork.Queue queue, Comparables history, Place place, @Nullable Place formerly) {
        List<Place> places = queue.places();
        int position = QueuePlan.position(place, places);
        boolean beyond = queue.more() && position > places.size();
        return new Outlook(
                plan.now(),
                place.dueAt(),
                history,
                plan.calendar(),
                beyond ? null : position,
                places.size(),
                queue.more(),
                beyond ? null : plan.estimate(place, places),
                plan.displacedBy(place, formerly, places, Preview.MOST_NAMED));
    }

    private Mono<QueuePlan> plan(Charter charter, List<Place> places, Place place) {
        Set<RequestKind> kinds = Stream.concat(places.stream(), Stream.of(place))
                .map(Place::kind)
                .collect(Collectors.toSet());
        return Flux.fromIterable(kinds)
                .concatMap(kind -> median(charter.department(), kind, charter.calendar()))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, () -> new EnumMap<>(RequestKind.class))
                .map(usual -> new QueuePlan(charter.capacity(), charter.calendar(), usual, clock.instant()));
    }

    private Mono<Map.Entry<RequestKind, Duration>> median(
            DepartmentCode department, RequestKind kind, WorkCalendar calendar) {
        return finished.ofKind(department, kind, calendar)
                .flatMap(it -> Mono.justOrEmpty(it.median()))
                .map(it -> Map.entry(kind, it));
    }
}
