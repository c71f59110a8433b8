package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.Remedy;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as resolution sees it: how far putting things right has come, and what makes the company's word good.
 *
 * @param assurances absent in what an older version has stored
 */
public record ResolutionCase(Progress progress, Assurances assurances) implements ResolutionState {
    public ResolutionCase(Progress progress, @Nullable Assurances assurances) {
        this.progress = progress;
        this.assurances = assurances == null ? Assurances.NONE : assurances;
    }

    /** What is known of the case; absent until routing has spoken. */
    public @Nullable Background background() {
        return progress.background();
    }

    /** What keeps it from being over; empty where nothing does. */
    public List<OpenEnd> openEnds() {
        return Ending.open(this);
    }

    /** Whether what the customer has chosen, and what has not failed, brings at least this. */
    public boolean receivesByChoice(Remedy remedy) {
        Progress now = progress instanceof Progress.Paused(Progress beneath) ? beneath : progress;
        boolean chosen =
                now.carriedOut().isPresent() || now instanceof Progress.Executed executed && executed.choice() != null;
        return chosen && assurances.executions().brings(remedy);
    }

    ResolutionCase with(Progress next) {
        return new ResolutionCase(next, assurances);
    }

    ResolutionCase with(Assurances next) {
        return new ResolutionCase(progress, next);
    }
}
