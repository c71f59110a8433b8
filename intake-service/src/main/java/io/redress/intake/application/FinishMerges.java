package io.redress.intake.application;

import io.redress.chassis.time.RecurringTask;
import java.time.Duration;

/** Looks again and again for merges that a crash has left between two cases. */
public final class FinishMerges implements AutoCloseable {

    private final RecurringTask looking;

    /** @param every how often to look; the first time at once */
    public FinishMerges(MergeCases merges, Duration every) {
        looking = RecurringTask.fromNow(every, "Unfinished merges will be looked at again", merges::finishAll);
    }

    @Override
    public void close() {
        looking.close();
    }
}
