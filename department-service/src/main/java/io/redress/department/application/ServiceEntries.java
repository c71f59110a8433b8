package io.redress.department.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.DepartmentCode;
import io.redress.department.domain.Cooperation.Contribution;
import io.redress.department.domain.Delivering;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.Request;
import io.redress.department.domain.ServedRequest;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** How cases are found by how departments serve each other in them; the value is always a department's code. */
final class ServiceEntries {
    /** The cases in which a department has answered or declined something, the latest first. */
    static final String SERVED = "served";
    /** The cases in which a department works on something, the earliest due first. */
    static final String TO_SERVE = "to-serve";
    /** The cases in which a department, or the front desk, has asked others for something, the latest first. */
    static final String ASKED = "asked";
    /** The cases to which a department has added what it knows, the latest first. */
    static final String CONTRIBUTED = "contributed";

    /** Turns the order of times around, so that the latest comes first. */
    private static final long LAST = 9_999_999_999_999L;

    private ServiceEntries() {}

    static Stream<IndexEntry> of(DepartmentCase state) {
        return Stream.of(
                        latest(
                                SERVED,
                                ServedRequest.ended(state),
                                ServedRequest.Ended::department,
                                ServedRequest.Ended::at),
                        toServe(state),
                        latest(
                                ASKED,
                                state.requests().stream().map(Request::ask),
                                it -> Delivering.requesterOf(state, it),
                                Request.Ask::raisedAt),
                        latest(
                                CONTRIBUTED,
                                state.cooperation().contributions().stream().filter(it -> it.department() != null),
                                it -> Objects.requireNonNull(it.department()),
                                Contribution::at))
                .flatMap(Function.identity());
    }

    private static <T> Stream<IndexEntry> latest(
            String index, Stream<T> all, Function<T, DepartmentCode> whose, Function<T, Instant> at) {
        Map<String, Long> latest = new TreeMap<>();
        all.forEach(it -> latest.merge(whose.apply(it).value(), at.apply(it).toEpochMilli(), Math::max));
        return latest.entrySet().stream()
                .map(it -> IndexEntry.sorted(index, it.getKey(), "%013d".formatted(LAST - it.getValue())));
    }

    private static Stream<IndexEntry> toServe(DepartmentCase state) {
        Map<String, Long> earliest = new TreeMap<>();
        state.requests().stream()
                .filter(Request.Open.class::isInstance)
                .map(Request::ask)
                .forEach(it -> earliest.merge(
                        it.department().value(), Math.max(0, it.dueAt().toEpochMilli()), Math::min));
        return earliest.entrySet().stream()
                .map(it -> IndexEntry.sorted(TO_SERVE, it.getKey(), "%013d".formatted(it.getValue())));
    }
}
