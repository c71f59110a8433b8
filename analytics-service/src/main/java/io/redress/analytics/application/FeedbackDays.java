package io.redress.analytics.application;

import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.SaveResult;
import io.redress.chassis.store.StoredCase;
import io.redress.contracts.Wire;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** The counts of days, as documents in the store. */
public final class FeedbackDays {
    private final CaseStore store;

    public FeedbackDays(CaseStore store) {
        this.store = store;
    }

    /** @param revision what the next write must name */
    record Kept(LocalDate day, long revision, FeedbackDay counts) {}

    /** One day, to be counted on. */
    Mono<Kept> of(LocalDate day) {
        String id = FeedbackDay.idOf(day);
        return store.load(List.of(id)).map(found -> kept(day, found.getOrDefault(id, StoredCase.absent(id))));
    }

    /** The days that anybody said anything on, of at most {@value CaseStore#MAX_BATCH} from one day to another. */
    Mono<List<FeedbackDay>> between(LocalDate from, LocalDate until) {
        List<String> ids =
                from.datesUntil(until.plusDays(1)).map(FeedbackDay::idOf).toList();
        return store.load(ids)
                .map(Map::values)
                .map(found -> found.stream().map(FeedbackDays::counts).toList());
    }

    /** Empty where somebody else has written the day meanwhile. */
    Mono<Kept> save(Kept read, FeedbackDay counts) {
        CaseWrite write = new CaseWrite(
                FeedbackDay.idOf(read.day()),
                read.revision(),
                Wire.mapper().writeValueAsBytes(counts),
                Map.of(),
                Map.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
        return store.save(List.of(write))
                .mapNotNull(results -> results.getFirst() instanceof SaveResult.Saved(long revision)
                        ? new Kept(read.day(), revision, counts)
                        : null);
    }

    private static Kept kept(LocalDate day, StoredCase found) {
        return new Kept(day, found.revision(), found.exists() ? counts(found) : FeedbackDay.EMPTY);
    }

    private static FeedbackDay counts(StoredCase found) {
        return Wire.mapper().readValue(found.state(), FeedbackDay.class);
    }
}
