package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.Remedy;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from a word on a step of the chosen option. */
final class Steps {
    private Steps() {}

    /** A step that has not begun is nobody's to speak of. */
    static Decision<ResolutionFact> decide(
            Executing state, RequestAnswered answered, ProposeSolutions propose, Instant now) {
        String stepId = answered.stepId();
        if (stepId == null || !state.running().contains(stepId)) {
            return Decision.nothing();
        }
        return Decision.accept(
                answered.done()
                        ? completed(state, stepId, answered.requestId(), now)
                        : failed(state, stepId, answered.requestId(), answered.findings(), propose, now));
    }

    /** The steps that waited for this one begin; the last step done makes the case resolved. */
    static List<ResolutionFact> completed(Executing state, String stepId, RequestId requestId, Instant now) {
        CaseId caseId = state.background().caseId();
        Set<String> done = new HashSet<>(state.completed());
        done.add(stepId);
        List<ResolutionFact> facts = new ArrayList<>();
        facts.add(new Published(new ExecutionStepCompleted(caseId, stepId, requestId, now)));
        state.chosen().steps().stream()
                .filter(step -> after(step).contains(stepId) && done.containsAll(after(step)))
                .forEach(step -> facts.add(started(caseId, step, step.days(), now)));
        if (state.open().equals(Set.of(stepId))) {
            facts.add(new Published(new SolutionExecuted(
                    caseId, state.chosen().optionId(), state.chosen().title(), now)));
        }
        return facts;
    }

    /** One step failed makes another proposal, openly (R114). */
    static List<ResolutionFact> failed(
            Executing state, String stepId, RequestId requestId, String reason, ProposeSolutions propose, Instant now) {
        List<Remedy> kept = Kept.of(state);
        return List.of(
                new Published(new ExecutionStepFailed(
                        state.background().caseId(), stepId, requestId, reason, now, kept.isEmpty() ? null : kept)),
                new Published(propose.instead(state, now)));
    }

    /** Those that wait for no other begin together. */
    static List<ResolutionFact> first(CaseId caseId, Option chosen, Instant now) {
        return chosen.steps().stream()
                .filter(step -> after(step).isEmpty())
                .<ResolutionFact>map(step -> started(caseId, step, daysOf(step, chosen), now))
                .toList();
    }

    /** Working days for a step; the only one has those that the customer was shown, where nobody has said others. */
    static @Nullable Integer daysOf(Step step, Option option) {
        return step.days() == null && option.steps().size() == 1 ? Integer.valueOf(option.days()) : step.days();
    }

    /** Ids of the steps directly before one. */
    static List<String> after(Step step) {
        return Objects.requireNonNullElse(step.after(), List.of());
    }

    private static Published started(CaseId caseId, Step step, @Nullable Integer days, Instant now) {
        return new Published(
                new ExecutionStepStarted(caseId, step.stepId(), step.department(), step.action(), now, days));
    }
}
