package io.redress.analytics.application;

import io.redress.analytics.domain.levels.Levels;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.store.IndexEntry;
import java.util.List;

/** The numbers of weeks, each under its Monday. */
public final class ServiceWeeks extends NumbersByDay<ServiceWeek> {
    /** Cases that the numbers do not show as they are. */
    static final String UNCOUNTED = "service-uncounted";

    public ServiceWeeks(CaseStore store) {
        super(store, ServiceWeek.class, ServiceWeek.EMPTY, ServiceWeek::idOf);
    }

    static void entries(Levels levels, List<IndexEntry> entries) {
        if (levels.isUncounted()) {
            entries.add(IndexEntry.sorted(UNCOUNTED, CountOnce.YES, ""));
        }
    }
}
