package io.redress.intake.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseLanes.ViewPage;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.lanes.Outcome;
import io.redress.chassis.lanes.Submission;
import io.redress.chassis.store.Fingerprint;
import io.redress.chassis.store.IndexQuery;
import io.redress.intake.domain.DrillCommand;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Drilled;
import io.redress.intake.domain.drills.Drill;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Drills of consultants. A drill is a document of its own among the cases, under a name that no case can have. */
public final class RunDrills {
    /** So many of a consultant's latest drills are compared with; more would be another person. */
    public static final int MOST_COMPARED = 100;

    private static final String PREFIX = "drill:";
    private static final int ID_DIGITS = 32;

    private final CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes;

    public RunDrills(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes) {
        this.lanes = lanes;
    }

    /** The id of the drill that a consultant starts under a key: the same key is the same drill. */
    public static String id(String consultant, String key) {
        return Fingerprint.of("drill", consultant, key).substring(0, ID_DIGITS);
    }

    /** The id of a drill, of its document. */
    public static String idOf(CaseView<IntakeState> view) {
        return view.id().substring(PREFIX.length());
    }

    /** The drill in a view; empty where there is none. */
    public static Optional<Drill> drill(CaseView<IntakeState> view) {
        return view.state() instanceof Drilled(var drill) ? Optional.of(drill) : Optional.empty();
    }

    /** A drill as it is now; see {@link #drill}. */
    public Mono<CaseView<IntakeState>> read(String id) {
        return lanes.read(PREFIX + id);
    }

    /** Begins a drill, or goes on with it. */
    public Mono<Outcome<IntakeState, IntakeFact>> submit(String id, DrillCommand command) {
        return lanes.submit(Submission.<IntakeCommand>of(PREFIX + id, command));
    }

    /**
     * Drills, the latest first.
     *
     * @param consultant whose; null for everybody's
     */
    public Mono<ViewPage<IntakeState>> find(@Nullable String consultant, String cursor, int limit) {
        return lanes.find(
                consultant == null
                        ? new IndexQuery(IntakeDefinition.BY_DRILLS, DrillEntries.ALL, cursor, limit)
                        : new IndexQuery(IntakeDefinition.BY_DRILLS_OF, Fingerprint.of(consultant), cursor, limit));
    }

    /** Drills of the same consultant that had ended when this one began, among the latest {@value #MOST_COMPARED}. */
    public Mono<List<Drill>> before(Drill drill) {
        return find(drill.consultant(), "", MOST_COMPARED)
                .map(page -> page.cases().stream()
                        .flatMap(view -> drill(view).stream())
                        .filter(other -> other.answered() > 0
                                && other.endedAt() != null
                                && !other.endedAt().isAfter(drill.startedAt()))
                        .toList());
    }
}
