package io.redress.analytics.application;

import io.redress.chassis.store.CaseStore;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Mono;

/** The counts of days. */
public final class FeedbackDays extends NumbersByDay<FeedbackDay> {

    public FeedbackDays(CaseStore store) {
        super(store, FeedbackDay.class, FeedbackDay.EMPTY, FeedbackDay::idOf);
    }

    /** From one day to another, both included; at most {@value CaseStore#MAX_BATCH}. */
    Mono<List<FeedbackDay>> between(LocalDate from, LocalDate until) {
        return of(from.datesUntil(until.plusDays(1)).toList())
                .map(found -> found.values().stream().map(Kept::numbers).toList());
    }
}
