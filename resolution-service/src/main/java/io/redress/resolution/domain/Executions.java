package io.redress.resolution.domain;

import io.redress.contracts.Remedy;
import io.redress.contracts.RemedyEvent;
import io.redress.contracts.RemedyEvent.CompensationCompleted;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyExecuted;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.RemedyEvent.RemedyRefused;
import io.redress.contracts.RemedyEvent.RemedyUnknown;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.resolution.domain.ExecutionFact.AccountLearned;
import io.redress.resolution.domain.ExecutionFact.PartDone;
import io.redress.resolution.domain.ExecutionFact.PlanGivenUp;
import io.redress.resolution.domain.ExecutionFact.PlanMade;
import io.redress.resolution.domain.ExecutionFact.RemedyPutOff;
import io.redress.resolution.domain.ExecutionFact.RemedyTaken;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What of the chosen options was done outside and undone.
 *
 * @param account the company's own customer number, for remedies; absent where routing has not named it
 * @param plans in the order of the choices, at most {@value #MOST_PLANS}; the oldest that are settled are forgotten
 */
public record Executions(@Nullable String account, List<ExecutionPlan> plans) {
    /** Plans that a case remembers. */
    public static final int MOST_PLANS = 5;

    static final Executions NONE = new Executions(null, List.of());
    private static final int SHOWN_REASON = 300;

    /** What was stored before there were plans has none. */
    public Executions(@Nullable String account, @Nullable List<ExecutionPlan> plans) {
        this.account = account;
        this.plans = plans == null ? List.of() : List.copyOf(plans);
    }

    Executions after(ResolutionFact fact) {
        return switch (fact) {
            case ExecutionFact it -> remembering(it);
            case Published(RemedyEvent it) -> after(it);
            case Published(ResolutionEvent it) -> after(it);
            default -> this;
        };
    }

    private Executions remembering(ExecutionFact fact) {
        return switch (fact) {
            case AccountLearned(String learned) -> new Executions(learned, plans);
            case PlanMade made -> with(made);
            case PlanGivenUp(var proposalId, var optionId) ->
                new Executions(
                        account,
                        plans.stream()
                                .map(plan -> plan.proposalId().equals(proposalId)
                                                && plan.optionId().equals(optionId)
                                        ? plan.failing()
                                        : plan)
                                .toList());
            case PartDone(var stepId, var requestId, var at) ->
                step(stepId, it -> it.with(new StepState.PartlyDone(requestId, at)));
            case RemedyTaken(var remedyId, var until) ->
                remedy(remedyId, it -> it.with(new Sending.Taken(tries(it) + 1, until, doubt(it))));
            case RemedyPutOff(var remedyId, var asking, var tries, var next, var doubt) ->
                remedy(
                        remedyId,
                        it -> it.with(
                                asking
                                        ? new Sending.Unknown(tries, next, doubt)
                                        : new Sending.ToOrder(tries, next, doubt)));
        };
    }

    private Executions after(RemedyEvent event) {
        return switch (event) {
            case RemedyOrdered it ->
                remedy(it.remedyId(), step -> step.with(new Sending.ToOrder(0, it.orderedAt(), null)));
            case RemedyExecuted it ->
                remedy(it.remedyId(), step -> step.with(new Sending.Carried(it.reference(), it.executedAt())));
            case RemedyRefused it ->
                remedy(it.remedyId(), step -> step.with(new Sending.Refused(shown(it.reason()), it.refusedAt())));
            // When it is asked for again is a fact of its own.
            case RemedyUnknown _ -> this;
            case ExecutionStepWithdrawn it -> step(it.stepId(), step -> withdrawn(step, it.withdrawnAt()));
            case CompensationStarted it -> step(it.stepId(), step -> step.with(new Undoing.Begun(it.startedAt())));
            case CompensationCompleted it -> step(it.stepId(), step -> step.with(new Undoing.Undone(it.completedAt())));
            case CompensationFailed it ->
                step(it.stepId(), step -> step.with(new Undoing.Failed(shown(it.reason()), it.failedAt())));
        };
    }

    private Executions after(ResolutionEvent event) {
        return switch (event) {
            case ExecutionStepStarted it -> step(it.stepId(), step -> step.with(new StepState.Started(it.startedAt())));
            case ExecutionStepCompleted it ->
                plan(
                        it.stepId(),
                        plan -> plan.changing(
                                it.stepId(), step -> step.with(new StepState.Done(plan.done() + 1, it.completedAt()))));
            case ExecutionStepFailed it ->
                plan(
                        it.stepId(),
                        plan -> plan.changing(
                                        it.stepId(),
                                        step -> step.with(new StepState.Failed(shown(it.reason()), it.failedAt())))
                                .failing());
            default -> this;
        };
    }

    private static PlanStep withdrawn(PlanStep step, Instant at) {
        RequestId partDone = step.state() instanceof StepState.PartlyDone(var requestId, var _) ? requestId : null;
        PlanStep withdrawn = step.with(new StepState.Withdrawn(at, partDone));
        return step.sending() == null || step.sending() instanceof Sending.Refused
                ? withdrawn
                : withdrawn.with(new Sending.Dropped(at));
    }

    private static int tries(PlanStep step) {
        return step.sending() == null ? 0 : step.sending().tries();
    }

    private static @Nullable Doubt doubt(PlanStep step) {
        return step.sending() == null ? null : step.sending().doubt();
    }

    /** Whether there is room for one more plan. */
    boolean hasRoom() {
        return plans.size() < MOST_PLANS || plans.stream().anyMatch(ExecutionPlan::isSettled);
    }

    private Executions with(PlanMade made) {
        List<ExecutionPlan> kept = new ArrayList<>(plans);
        if (kept.size() >= MOST_PLANS) {
            kept.stream().filter(ExecutionPlan::isSettled).findFirst().ifPresent(kept::remove);
        }
        kept.add(ExecutionPlan.of(made));
        return new Executions(account, kept);
    }

    /** The plan that a step, or what undoes it, belongs to. */
    Optional<ExecutionPlan> planOf(String stepId) {
        return plans.stream().filter(plan -> plan.step(stepId).isPresent()).findFirst();
    }

    Optional<PlanStep> stepOf(String stepId) {
        return steps().filter(it -> it.id().equals(stepId)).findFirst();
    }

    /** The step that this remedy goes out with. */
    public Optional<PlanStep> stepOfRemedy(String remedyId) {
        return steps().filter(it -> remedyId.endsWith(":" + it.id())).findFirst();
    }

    /** All steps of all plans. */
    public Stream<PlanStep> steps() {
        return plans.stream().flatMap(plan -> plan.steps().stream());
    }

    /** The earliest time at which something is to be done about a remedy. */
    public Optional<Instant> nextRemedy() {
        return steps().map(PlanStep::sending)
                .filter(Objects::nonNull)
                .flatMap(it -> Objects.requireNonNull(it).due().stream())
                .min(Instant::compareTo);
    }

    /** Whether the last choice brings at least this. */
    boolean brings(Remedy wanted) {
        return !plans.isEmpty() && !plans.getLast().failed() && plans.getLast().brings(wanted);
    }

    /** What is still to be done, undone or found out, in words; empty where nothing is. */
    public Optional<String> open() {
        return plans.stream()
                .filter(plan -> !plan.isSettled())
                .map(plan -> plan.failed() ? "what was done before is still being undone" : "steps are still open")
                .findFirst();
    }

    private Executions remedy(String remedyId, UnaryOperator<PlanStep> change) {
        return stepOfRemedy(remedyId).map(it -> step(it.id(), change)).orElse(this);
    }

    private Executions step(String stepId, UnaryOperator<PlanStep> change) {
        return plan(stepId, plan -> plan.changing(stepId, change));
    }

    private Executions plan(String stepId, UnaryOperator<ExecutionPlan> change) {
        return new Executions(
                account,
                plans.stream()
                        .map(plan -> plan.step(stepId).isPresent() ? change.apply(plan) : plan)
                        .toList());
    }

    private static String shown(String reason) {
        return reason.codePointCount(0, reason.length()) <= SHOWN_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, SHOWN_REASON));
    }
}
