package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.RemedyEvent.CompensationCompleted;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.resolution.domain.ExecutionFact.AccountLearned;
import io.redress.resolution.domain.ExecutionFact.PartDone;
import io.redress.resolution.domain.ExecutionFact.PlanGivenUp;
import io.redress.resolution.domain.ExecutionFact.PlanMade;
import io.redress.resolution.domain.ExecutionFact.RemedyPutOff;
import io.redress.resolution.domain.Progress.Executing;
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
    private static final String CHOSEN_ANEW = "The customer has chosen something else.";

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
        return known.progress().carriedOut();
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
            if (fact instanceof Published(OptionChosen choice) && !goesOn(before, choice) && !executions.hasRoom()) {
                return Decision.reject(
                        "not-undone-yet",
                        "Expected what was done for earlier choices to be undone before another one, but "
                                + Executions.MOST_PLANS + " are not.");
            }
            if (fact instanceof Published(SolutionExecuted _) && before.progress() instanceof Proposed) {
                // All of it is done before the customer has chosen something else.
                executing(before)
                        .map(it -> Closing.upheld(it, ChoiceUpheld.Reason.DONE, now))
                        .ifPresent(all::add);
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
            case Published(OptionChosen choice) ->
                goesOn(before, choice)
                        ? List.of()
                        : Stream.concat(givenUp(executions, choice, now), planned(before, choice))
                                .toList();
            case Published(ExecutionStepFailed failed) -> stopped(executions, failed, now);
            default -> List.of();
        };
    }

    private static Stream<ResolutionFact> planned(ResolutionCase before, OptionChosen choice) {
        return before.progress() instanceof Proposed proposed
                ? proposed.option(choice.optionId()).stream()
                        .map(option ->
                                new PlanMade(choice.proposalId(), option.optionId(), option.title(), option.steps()))
                : Stream.of();
    }

    /** Whether what was chosen is what is carried out already. */
    static boolean goesOn(ResolutionCase before, OptionChosen choice) {
        return before.progress() instanceof Proposed proposed
                && proposed.option(choice.optionId())
                        .filter(proposed::goesOnWith)
                        .isPresent();
    }

    /** Nothing of two choices is carried out: what was done for the one before is undone as if it had failed. */
    private static Stream<ResolutionFact> givenUp(Executions executions, OptionChosen choice, Instant now) {
        return executions.plans().stream()
                .filter(plan -> !plan.failed() && !plan.isSettled())
                .flatMap(plan -> Stream.concat(
                        Stream.of(new PlanGivenUp(plan.proposalId(), plan.optionId())),
                        underway(plan).map(step -> stopped(choice.caseId(), step, CHOSEN_ANEW, now))));
    }

    /** What departments are still at, and what nobody outside has heard of yet. */
    private static Stream<PlanStep> underway(ExecutionPlan plan) {
        return plan.steps().stream()
                .filter(step -> step.state() instanceof Started || step.sending() instanceof Sending.ToOrder);
    }

    /** What departments are still at is taken back, and so is what nobody outside can have; what somebody may, is asked for. */
    private static List<ResolutionFact> stopped(Executions executions, ExecutionStepFailed failed, Instant now) {
        return executions.planOf(failed.stepId()).stream()
                .flatMap(CarryingOut::underway)
                .map(step -> stopped(failed.caseId(), step, NOT_NEEDED, now))
                .toList();
    }

    private static ResolutionFact stopped(CaseId caseId, PlanStep step, String why, Instant now) {
        return step.sending() instanceof Sending.ToOrder(var tries, var _, var doubt) && doubt != null
                ? new RemedyPutOff(PlanStep.remedyId(caseId, step.id()), true, tries, now, doubt)
                : withdrawn(caseId, step, why, now);
    }

    static ResolutionFact withdrawn(CaseId caseId, PlanStep step, Instant now) {
        return withdrawn(caseId, step, NOT_NEEDED, now);
    }

    private static ResolutionFact withdrawn(CaseId caseId, PlanStep step, String why, Instant now) {
        return new Published(
                new ExecutionStepWithdrawn(caseId, step.id(), step.step().department(), why, now));
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
