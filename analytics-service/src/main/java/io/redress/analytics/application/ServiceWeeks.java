package io.redress.analytics.application;

import io.redress.analytics.domain.levels.Levels;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import io.redress.contracts.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** The numbers of weeks, as documents in the store. */
public final class ServiceWeeks {
    /** Cases that the numbers do not show as they are. */
    static final String UNCOUNTED = "service-uncounted";

    static final String YES = "yes";

    private final CaseStore store;

    public ServiceWeeks(CaseStore store) {
        this.store = store;
    }

    /** @param revision what the next write must name */
    record Kept(LocalDate monday, long revision, ServiceWeek numbers) {}

    static void entries(Levels levels, List<IndexEntry> entries) {
        if (levels.isUncounted()) {
            entries.add(IndexEntry.sorted(UNCOUNTED, YES, ""));
        }
    }

    /** One week, to be counted on. */
    Mono<Kept> of(LocalDate monday) {
        return of(List.of(monday)).map(found -> Objects.requireNonNull(found.get(monday)));
    }

    /** Each of some weeks; at most {@value CaseStore#MAX_BATCH}. */
    Mono<Map<LocalDate, Kept>> of(List<LocalDate> mondays) {
        return store.load(mondays.stream().map(ServiceWeek::idOf).toList())
                .map(found -> mondays.stream()
                        .map(monday -> {
                            String id = ServiceWeek.idOf(monday);
                            return kept(monday, found.getOrDefault(id, StoredCase.absent(id)));
                        })
                        .collect(Collectors.toMap(Kept::monday, it -> it)));
    }

    /** Empty where somebody else has written the week meanwhile. */
    Mono<Kept> save(Kept read, ServiceWeek numbers) {
        CaseWrite write = new CaseWrite(
                ServiceWeek.idOf(read.monday()),
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
                        ? new Kept(read.monday(), revision, numbers)
                        : null);
    }

    private static Kept kept(LocalDate monday, StoredCase found) {
        return new Kept(
                monday,
                found.revision(),
                found.exists() ? Wire.mapper().readValue(found.state(), ServiceWeek.class) : ServiceWeek.EMPTY);
    }
}
