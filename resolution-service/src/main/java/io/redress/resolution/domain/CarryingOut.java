package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RemedyEvent.CompensationCompleted;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.resolution.domain.ExecutionFact.AccountLearned;
import io.redress.resolution.domain.ExecutionFact.PartDone;
import io.redress.resolution.domain.ExecutionFact.PlanMade;
import io.redress.resolution.domain.ExecutionFact.RemedyPutOff;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Paused;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.StepState.Started;
import io.redress.resolution.domain.StepState.Withdrawn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A chosen option is carried out step by step, and undone in reverse where it fails. */
final class CarryingOut implements Following {
    private static final String NOT_NEEDED = "Another step of what the customer had chosen cannot be done.";

    private final ProposeSolutions propose;
    private final SendingRemedies remedies;

    CarryingOut(ProposeSolutions propose, RemedyTerms terms) {
        this.propose = propose;
        this.remedies = new SendingRemedies(propose, terms);
    }

    Decision<ResolutionFact> decide(ResolutionCase known, ExecutionCommand command, Instant now) {
        return remedies.decide(known, command, now);
    }

    /** Whether an answer is about more than a step that is simply done or not. */
    static boolean concerns(ResolutionCase known, RequestAnswered answered) {
        PlanStep step = step(known, answered.stepId());
        return step != null
                && (isAboutUndoing(step, answered)
                        || switch (step.state()) {
                            case Started _ -> answered.done() && step.step().remedy() != null;
                            case StepState.PartlyDone _, Withdrawn _ -> true;
                            default -> false;
                        });
    }

    private static @Nullable PlanStep step(ResolutionCase known, @Nullable String stepId) {
        return known.assurances()
                .executions()
                .steps()
                .filter(it -> it.id().equals(stepId) || it.compensationId().equals(stepId))
                .findFirst()
                .orElse(null);
    }

    private static boolean isAboutUndoing(PlanStep step, RequestAnswered answered) {
        return step.compensationId().equals(answered.stepId());
    }

    /** What follows from an answer that {@link #concerns} this. */
    Decision<ResolutionFact> answered(ResolutionCase known, RequestAnswered answered, Instant now) {
        PlanStep step = Objects.requireNonNull(step(known, answered.stepId()));
        if (isAboutUndoing(step, answered)) {
            return step.undoing() instanceof Undoing.Begun ? undone(step, answered, now) : Decision.nothing();
        }
        return switch (step.state()) {
            case Started _ -> partDone(known, step, answered, now);
            // It was done before the department heard that it is not needed any more: now there is something to undo.
            case Withdrawn _
            when answered.done() ->
                Decision.accept(new Published(
                        new ExecutionStepCompleted(answered.caseId(), step.id(), answered.requestId(), now)));
            default -> Decision.nothing();
        };
    }

    private static Decision<ResolutionFact> undone(PlanStep step, RequestAnswered answered, Instant now) {
        return Decision.accept(new Published(
                answered.done()
                        ? new CompensationCompleted(
                                answered.caseId(), step.compensationId(), step.id(), answered.requestId(), now)
                        : new CompensationFailed(
                                answered.caseId(),
                                step.compensationId(),
                                step.id(),
                                answered.requestId(),
                                answered.findings(),
                                now)));
    }

    /** The remedy leaves on the word of its department, and on nobody else's. */
    private Decision<ResolutionFact> partDone(
            ResolutionCase known, PlanStep step, RequestAnswered answered, Instant now) {
        CaseId caseId = answered.caseId();
        if (known.assurances().executions().account() == null) {
            return executing(known)
                    .map(it -> Decision.accept(Steps.failed(
                            it,
                            step.id(),
                            answered.requestId(),
                            "Expected to know the customer number for " + PlanStep.remedyId(caseId, step.id())
                                    + ", but routing has named none.",
                            propose,
                            now)))
                    .orElseGet(Decision::nothing);
        }
        var remedy = Objects.requireNonNull(step.step().remedy());
        return Decision.accept(
                new PartDone(step.id(), answered.requestId(), now),
                new Published(new RemedyOrdered(
                        caseId, PlanStep.remedyId(caseId, step.id()), remedy.kind(), now, remedy.amount(), step.id())));
    }

    static Optional<Executing> executing(ResolutionCase known) {
        return switch (known.progress()) {
            case Executing executing -> Optional.of(executing);
            case Paused(Executing executing) -> Optional.of(executing);
            default -> Optional.empty();
        };
    }

    @Override
    public Decision<ResolutionFact> after(
            ResolutionCase before, ResolutionCommand command, Decision<ResolutionFact> decided, Instant now) {
        if (!(decided instanceof Decision.Accepted<ResolutionFact>(var facts))) {
            return decided;
        }
        List<ResolutionFact> all = new ArrayList<>();
        Executions executions = before.assurances().executions();
        for (ResolutionFact fact : facts) {
            if (fact instanceof Published(OptionChosen _) && !executions.hasRoom()) {
                return Decision.reject(
                        "not-undone-yet",
                        "Expected what was done for earlier choices to be undone before another one, but "
                                + Executions.MOST_PLANS + " are not.");
            }
            all.add(fact);
            executions = executions.after(fact);
            for (ResolutionFact more : following(before, command, fact, executions, now)) {
                all.add(more);
                executions = executions.after(more);
            }
        }
        all.addAll(undoing(executions, before, now));
        return Decision.accept(all);
    }

    private static List<ResolutionFact> following(
            ResolutionCase before, ResolutionCommand command, ResolutionFact fact, Executions executions, Instant now) {
        return switch (fact) {
            case ResolutionFact.RoutingLearned _
            when command instanceof LearnRouting(var routed) ->
                List.of(new AccountLearned(routed.customer().reference()));
            case Published(OptionChosen choice) -> planned(before, choice);
            case Published(ExecutionStepFailed failed) -> stopped(executions, failed, now);
            default -> List.of();
        };
    }

    private static List<ResolutionFact> planned(ResolutionCase before, OptionChosen choice) {
        return before.progress() instanceof Proposed proposed
                ? proposed.option(choice.optionId()).stream()
                        .<ResolutionFact>map(option ->
                                new PlanMade(choice.proposalId(), option.optionId(), option.title(), option.steps()))
                        .toList()
                : List.of();
    }

    /** What departments are still at is taken back, and so is what nobody outside can have; what somebody may, is asked for. */
    private static List<ResolutionFact> stopped(Executions executions, ExecutionStepFailed failed, Instant now) {
        return executions.planOf(failed.stepId()).stream()
                .flatMap(plan -> plan.steps().stream())
                .filter(step -> step.state() instanceof Started || step.sending() instanceof Sending.ToOrder)
                .map(step -> stopped(failed.caseId(), step, now))
                .toList();
    }

    private static ResolutionFact stopped(CaseId caseId, PlanStep step, Instant now) {
        return step.sending() instanceof Sending.ToOrder(var tries, var _, var doubt) && doubt != null
                ? new RemedyPutOff(PlanStep.remedyId(caseId, step.id()), true, tries, now, doubt)
                : withdrawn(caseId, step, now);
    }

    static ResolutionFact withdrawn(CaseId caseId, PlanStep step, Instant now) {
        return new Published(
                new ExecutionStepWithdrawn(caseId, step.id(), step.step().department(), NOT_NEEDED, now));
    }

    /** One after the other, so that nothing is undone while something that builds on it still stands. */
    private static List<ResolutionFact> undoing(Executions executions, ResolutionCase before, Instant now) {
        Background background = before.background();
        return background == null
                ? List.of()
                : executions.plans().stream()
                        .flatMap(plan -> plan.nextToUndo().stream())
                        .flatMap(step -> Stream.of(step)
                                .<ResolutionFact>map(it -> new Published(new CompensationStarted(
                                        background.caseId(),
                                        it.compensationId(),
                                        it.id(),
                                        it.step().department(),
                                        Objects.requireNonNull(it.step().undo()),
                                        now))))
                        .toList();
    }
}
