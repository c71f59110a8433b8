package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.resolution.domain.ExecutionFact.PlanMade;
import io.redress.resolution.domain.StepState.Done;
import io.redress.resolution.domain.StepState.NeverBegun;
import io.redress.resolution.domain.StepState.Waiting;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How a chosen option is carried out, and undone where it fails.
 *
 * @param failed whether one of its steps failed for good, so that what was done is undone
 */
public record ExecutionPlan(String proposalId, String optionId, String title, List<PlanStep> steps, boolean failed) {
    public ExecutionPlan {
        steps = List.copyOf(steps);
    }

    static ExecutionPlan of(PlanMade made) {
        return new ExecutionPlan(
                made.proposalId(),
                made.optionId(),
                made.title(),
                made.steps().stream().map(PlanStep::of).toList(),
                false);
    }

    Optional<PlanStep> step(String stepId) {
        return steps.stream().filter(it -> it.id().equals(stepId)).findFirst();
    }

    /** Whether nothing is left to be done or undone. */
    public boolean isSettled() {
        return failed
                ? !isUndoing() && steps.stream().noneMatch(it -> it.isToUndo() || it.isOnItsWay())
                : steps.stream().allMatch(it -> it.state() instanceof Done);
    }

    /** Steps of a plan that has failed whose remedy has left and is not taken back: nobody said how, or it could not be. */
    public List<PlanStep> kept() {
        return failed ? steps.stream().filter(PlanStep::isKept).toList() : List.of();
    }

    /** Whether its steps bring at least this: of the same kind as much in the same currency, or the same item. */
    boolean brings(Remedy wanted) {
        List<Remedy> sameKind = steps.stream()
                .map(it -> it.step().remedy())
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(it -> it.kind().equals(wanted.kind()))
                .toList();
        Money least = wanted.amount();
        return least == null
                ? sameKind.stream().anyMatch(it -> Objects.equals(it.item(), wanted.item()))
                : Kept.in(least.currency(), sameKind).compareTo(least.amount()) >= 0;
    }

    /** Whether somebody is undoing a step; the next one waits for it. */
    boolean isUndoing() {
        return steps.stream().anyMatch(it -> it.undoing() instanceof Undoing.Begun);
    }

    /**
     * What is to be undone next: of what was done the latest, unless something that builds on it is still on its way
     * outside and may turn out to be done, too.
     */
    Optional<PlanStep> nextToUndo() {
        return !failed || isUndoing()
                ? Optional.empty()
                : steps.stream()
                        .filter(PlanStep::isToUndo)
                        .filter(it -> steps.stream()
                                .noneMatch(other ->
                                        other.isOnItsWay() && allBefore(other).contains(it.id())))
                        .max(Comparator.comparingInt(ExecutionPlan::turn));
    }

    private static int turn(PlanStep step) {
        return step.state() instanceof Done(int turn, var _) ? turn : 0;
    }

    /** How many of its steps are done. */
    int done() {
        return (int) steps.stream().filter(it -> it.state() instanceof Done).count();
    }

    /** Ids of all that must be done before a step, however indirectly. */
    private Set<String> allBefore(PlanStep last) {
        Set<String> before = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(last.after());
        while (!next.isEmpty()) {
            String id = next.pop();
            if (before.add(id)) {
                step(id).ifPresent(it -> next.addAll(it.after()));
            }
        }
        return before;
    }

    ExecutionPlan changing(String stepId, UnaryOperator<PlanStep> change) {
        return new ExecutionPlan(
                proposalId,
                optionId,
                title,
                steps.stream()
                        .map(it -> it.id().equals(stepId) ? change.apply(it) : it)
                        .toList(),
                failed);
    }

    /** What has not begun never does. */
    ExecutionPlan failing() {
        return new ExecutionPlan(
                proposalId,
                optionId,
                title,
                steps.stream()
                        .map(it -> it.state() instanceof Waiting ? it.with(new NeverBegun()) : it)
                        .toList(),
                true);
    }
}
