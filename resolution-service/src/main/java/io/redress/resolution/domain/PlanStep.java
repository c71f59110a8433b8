package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.StepState.Done;
import io.redress.resolution.domain.StepState.PartlyDone;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan, and what became of it.
 *
 * @param sending how far its remedy is; absent until its department has done its part, and where there is none
 * @param undoing absent where nobody has been asked to undo it
 */
public record PlanStep(
        Step step,
        StepState state,
        @Nullable Sending sending,
        @Nullable Undoing undoing) {
    private static final String UNDO = "-undo";

    static PlanStep of(Step step) {
        return new PlanStep(step, new StepState.Waiting(), null, null);
    }

    public String id() {
        return step.stepId();
    }

    /** What the request that undoes it carries out. */
    public String compensationId() {
        return id() + UNDO;
    }

    /** The same in whatever process and however often: the provider's idempotency key. */
    public static String remedyId(CaseId caseId, String stepId) {
        return caseId.value() + ":" + stepId;
    }

    /** Ids of the steps directly before it. */
    public List<String> after() {
        return Objects.requireNonNullElse(step.after(), List.of());
    }

    /** When its remedy was ordered first; empty unless it is on its way. */
    public Optional<Instant> orderedAt() {
        return state instanceof PartlyDone(var _, var at) ? Optional.of(at) : Optional.empty();
    }

    /** Whether its remedy may be on its way outside. */
    boolean isOnItsWay() {
        return state instanceof PartlyDone;
    }

    /** Whether, its plan having failed, it is still to be undone. */
    boolean isToUndo() {
        return state instanceof Done
                && undoing == null
                && step.undo() != null
                && !step.undo().isBlank();
    }

    /** Whether its remedy has left, and nothing will take it back. */
    boolean isKept() {
        boolean untouched = step.undo() == null || step.undo().isBlank();
        return sending instanceof Sending.Carried && (untouched || undoing instanceof Undoing.Failed);
    }

    PlanStep with(StepState next) {
        return new PlanStep(step, next, sending, undoing);
    }

    PlanStep with(Sending next) {
        return new PlanStep(step, state, next, undoing);
    }

    PlanStep with(Undoing next) {
        return new PlanStep(step, state, sending, next);
    }
}
