package io.redress.analytics.application;

import io.redress.analytics.domain.Journey;
import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.NoteStanding;
import io.redress.analytics.domain.JourneyFact;
import io.redress.analytics.domain.levels.Levels;
import io.redress.analytics.domain.levels.Standing;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.time.RecurringTask;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Counts how departments served the cases that are closed, under the week in which they were. */
public final class CountServiceLevels extends CountOnce<ServiceWeek, Standing> implements AutoCloseable {
    private final RecurringTask looking;

    /** @param every how often to look for something to count */
    public CountServiceLevels(
            CaseLanes<Journey, JourneyCommand, JourneyFact> lanes, ServiceWeeks weeks, Duration every) {
        super(lanes, weeks, ServiceWeeks.UNCOUNTED);
        this.looking = RecurringTask.fromLater(every, "Service levels will be counted later", this::look);
    }

    private Mono<Void> look() {
        return Mono.defer(this::step)
                .expand(more -> more ? step() : Mono.empty())
                .then();
    }

    @Override
    @Nullable
    LocalDate day(Journey journey) {
        return journey.levels().week();
    }

    @Override
    ServiceWeek counting(ServiceWeek week, String caseId, Journey journey) {
        Levels levels = journey.levels();
        return levels.isUncounted() ? week.counting(caseId, levels.standing(), levels.toCount()) : week;
    }

    @Override
    JourneyCommand note(Standing standing) {
        return new NoteStanding(standing);
    }

    @Override
    public void close() {
        looking.close();
    }
}
