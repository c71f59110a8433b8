package io.redress.department.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Delivering;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request.Answered;
import io.redress.department.domain.Thanks;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How cases are found by what was delivered in them, and by who was thanked. */
public final class DeliveryEntries {
    /** The cases in which something was delivered to a department, the latest first; the value is its code. */
    public static final String DELIVERED = "delivered";
    /** The cases in which a department has still to rate something, the one that waits longest first. */
    public static final String UNRATED = "unrated";
    /** The cases in which a department was thanked, the latest first; the value is its code. */
    public static final String THANKED = "thanked";

    /** Turns the order of times around, so that the latest comes first. */
    private static final long LAST = 9_999_999_999_999L;

    private DeliveryEntries() {}

    static Stream<IndexEntry> of(DepartmentCase state) {
        return Stream.of(
                        latest(
                                DELIVERED,
                                deliveries(state),
                                it -> Delivering.requesterOf(state, it.ask()),
                                Answered::at),
                        oldest(state, deliveries(state).filter(it -> isUnrated(state, it))),
                        latest(THANKED, state.dealings().deliveries().thanks().stream(), Thanks::to, Thanks::at))
                .flatMap(Function.identity());
    }

    static Stream<Answered> deliveries(DepartmentCase state) {
        return state.requests().stream()
                .filter(Answered.class::isInstance)
                .map(Answered.class::cast)
                .filter(Delivering::isDelivery);
    }

    static boolean isUnrated(DepartmentCase state, Answered answered) {
        return state.dealings().deliveries().of(answered.ask().id()).rating() == null;
    }

    private static <T> Stream<IndexEntry> latest(
            String index, Stream<T> all, Function<T, DepartmentCode> whose, Function<T, Instant> at) {
        Map<String, Long> latest = new TreeMap<>();
        all.forEach(it -> latest.merge(whose.apply(it).value(), at.apply(it).toEpochMilli(), Math::max));
        return latest.entrySet().stream()
                .map(it -> IndexEntry.sorted(index, it.getKey(), "%013d".formatted(LAST - it.getValue())));
    }

    private static Stream<IndexEntry> oldest(DepartmentCase state, Stream<Answered> unrated) {
        Map<String, Long> oldest = new TreeMap<>();
        unrated.forEach(it -> oldest.merge(
                Delivering.requesterOf(state, it.ask()).value(), it.at().toEpochMilli(), Math::min));
        return oldest.entrySet().stream()
                .map(it -> IndexEntry.sorted(UNRATED, it.getKey(), "%013d".formatted(it.getValue())));
    }
}
