package io.redress.department.domain;

import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * When a department is expected to be done with what it has to do: it works on as many requests at a time as it can, takes
 * the urgent ones first and then the earliest due, and needs for each what half of such work takes. Where nothing is known of
 * that it is known who comes before whom, but no time is named.
 *
 * @param capacity requests at a time
 * @param usual the median of each kind of work of which enough is known, in working time
 * @param now when all of them begin
 */
public record QueuePlan(int capacity, WorkCalendar calendar, Map<RequestKind, Duration> usual, Instant now) {
    /** Any would do, where no time is named. */
    private static final Duration UNKNOWN = Duration.ofHours(1);

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::urgent)
            .reversed()
            .thenComparing(Place::dueAt)
            .thenComparing(it -> it.id().value());

    public QueuePlan {
        usual = Map.copyOf(usual);
    }

    /** A request among those that a department has to do. */
    public record Place(RequestId id, RequestKind kind, Instant dueAt, boolean urgent) {
        /** The same with another date. */
        public Place due(Instant when) {
            return new Place(id, kind, when, urgent);
        }

        /** The same before it was urgent, or after. */
        public Place withUrgency(boolean then) {
            return new Place(id, kind, dueAt, then);
        }
    }

    /**
     * Who is done later because of another request.
     *
     * @param count how many
     * @param first of them, in the order of the queue
     */
    public record Displacement(int count, List<Displaced> first) {
        public Displacement {
            first = List.copyOf(first);
        }
    }

    /** How many are before it, and itself. */
    public static int position(Place place, List<Place> others) {
        return 1
                + (int) others.stream()
                        .filter(it -> !it.id().equals(place.id()) && ORDER.compare(it, place) < 0)
                        .count();
    }

    /** When it is expected to be done among others; absent where nothing is known of such work. */
    public @Nullable Instant estimate(Place place, List<Place> others) {
        Duration end = ends(with(place, others)).get(place.id());
        return end == null ? null : at(end);
    }

    /**
     * Who is expected to be done later because a request has come to its place.
     *
     * @param place where it is now
     * @param formerly where it was; null where it was nowhere
     * @param others all the rest, in any order
     * @param most of the displaced to name
     */
    public Displacement displacedBy(Place place, @Nullable Place formerly, List<Place> others, int most) {
        Map<RequestId, Duration> before = ends(formerly == null ? without(place, others) : with(formerly, others));
        List<Place> after = with(place, others);
        Map<RequestId, Duration> now = ends(after);
        List<Place> displaced = after.stream()
                .filter(it -> !it.id().equals(place.id()))
                .filter(it -> end(now, it).compareTo(end(before, it)) > 0)
                .toList();
        return new Displacement(
                displaced.size(),
                displaced.stream()
                        .limit(most)
                        .map(it -> new Displaced(it.id(), at(end(before, it)), at(end(now, it))))
                        .toList());
    }

    private static Duration end(Map<RequestId, Duration> ends, Place place) {
        return ends.getOrDefault(place.id(), Duration.ZERO);
    }

    private static List<Place> without(Place place, List<Place> others) {
        return others.stream()
                .filter(it -> !it.id().equals(place.id()))
                .sorted(ORDER)
                .toList();
    }

    private static List<Place> with(Place place, List<Place> others) {
        List<Place> all = new ArrayList<>(without(place, others));
        all.add(place);
        all.sort(ORDER);
        return all;
    }

    /** After how much working time each is done; whoever is free first takes the next. */
    private Map<RequestId, Duration> ends(List<Place> inOrder) {
        PriorityQueue<Duration> free = new PriorityQueue<>();
        Map<RequestId, Duration> ends = new HashMap<>();
        for (Place place : inOrder) {
            Duration begin = free.size() < capacity ? Duration.ZERO : free.remove();
            Duration end = begin.plus(needed(place));
            free.add(end);
            ends.put(place.id(), end);
        }
        return ends;
    }

    private Duration needed(Place place) {
        Duration known = usual.get(place.kind());
        if (known != null) {
            return known;
        }
        List<Duration> others = usual.values().stream().sorted().toList();
        return others.isEmpty() ? UNKNOWN : others.get(others.size() / 2);
    }

    private @Nullable Instant at(Duration end) {
        if (usual.isEmpty()) {
            return null;
        }
        return calendar.add(now, end.compareTo(WorkCalendar.MOST) > 0 ? WorkCalendar.MOST : end);
    }
}
