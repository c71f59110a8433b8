package io.redress.analytics.application;

import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import io.redress.contracts.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * Numbers that stand under days, as documents in the store beside the journeys.
 *
 * @param <N> the numbers of one day
 */
abstract class NumbersByDay<N> {
    private final CaseStore store;
    private final Class<N> type;
    private final N none;
    private final Function<LocalDate, String> idOf;

    /**
     * @param none of a day that nothing was counted on
     * @param idOf under which a day's are stored; no case has such an id
     */
    NumbersByDay(CaseStore store, Class<N> type, N none, Function<LocalDate, String> idOf) {
        this.store = store;
        this.type = type;
        this.none = none;
        this.idOf = idOf;
    }

    /** @param revision what the next write must name */
    record Kept<N>(LocalDate day, long revision, N numbers) {}

    /** Those of one day, to be counted on. */
    Mono<Kept<N>> of(LocalDate day) {
        return of(List.of(day)).map(found -> Objects.requireNonNull(found.get(day)));
    }

    /** Those of each of some days; at most {@value CaseStore#MAX_BATCH}. */
    Mono<Map<LocalDate, Kept<N>>> of(List<LocalDate> days) {
        return store.load(days.stream().map(idOf).toList())
                .map(found -> days.stream()
                        .map(day -> {
                            String id = idOf.apply(day);
                            return kept(day, found.getOrDefault(id, StoredCase.absent(id)));
                        })
                        .collect(Collectors.toMap(Kept::day, it -> it)));
    }

    /** Empty where somebody else has written the day meanwhile. */
    Mono<Kept<N>> save(Kept<N> read, N numbers) {
        CaseWrite write = new CaseWrite(
                idOf.apply(read.day()),
                read.revision(),
                Wire.mapper().writeValueAsBytes(numbers),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
        return store.save(List.of(write))
                .mapNotNull(results -> results.getFirst() instanceof SaveResult.Saved(long revision)
                        ? new Kept<>(read.day(), revision, numbers)
                        : null);
    }

    private Kept<N> kept(LocalDate day, StoredCase found) {
        return new Kept<>(day, found.revision(), found.exists() ? Wire.mapper().readValue(found.state(), type) : none);
    }
}
