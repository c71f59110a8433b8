package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Instant;

/** What follows from a department's word on a step of the chosen option. */
final class Steps {
    private Steps() {}

    /** The last step done makes the case resolved; one step failed makes another proposal, openly (R114). */
    static Decision<ResolutionFact> decide(
            Executing state, RequestAnswered answered, ProposeSolutions propose, Instant now) {
        String stepId = answered.stepId();
        if (stepId == null || !state.open().contains(stepId)) {
            return Decision.nothing();
        }
        var caseId = state.background().caseId();
        if (!answered.done()) {
            return Decision.accept(
                    new Published(
                            new ExecutionStepFailed(caseId, stepId, answered.requestId(), answered.findings(), now)),
                    new Published(propose.instead(state, now)));
        }
        Published completed = new Published(new ExecutionStepCompleted(caseId, stepId, answered.requestId(), now));
        boolean last = state.open().size() == 1;
        return last
                ? Decision.accept(
                        completed,
                        new Published(new SolutionExecuted(
                                caseId,
                                state.chosen().optionId(),
                                state.chosen().title(),
                                now)))
                : Decision.accept(completed);
    }
}
