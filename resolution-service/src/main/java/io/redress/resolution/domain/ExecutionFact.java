package io.redress.resolution.domain;

import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is remembered of what has been done and undone, and told to nobody. */
public sealed interface ExecutionFact extends AssuranceFact {

    /** Whose account remedies go to: the company's own customer number. */
    record AccountLearned(String account) implements ExecutionFact {}

    /** How what was chosen is carried out. */
    record PlanMade(String proposalId, String optionId, String title, List<Step> steps) implements ExecutionFact {
        public PlanMade {
            steps = List.copyOf(steps);
        }
    }

    /** A department has done its part of a step; what leaves the house with it follows. */
    record PartDone(String stepId, RequestId requestId, Instant at) implements ExecutionFact {}

    /** Somebody carries a remedy out now; where nothing is heard until then, nobody knows. */
    record RemedyTaken(String remedyId, Instant until) implements ExecutionFact {}

    /**
     * A remedy waits.
     *
     * @param asking whether it is then to be asked for, and not to be ordered
     * @param doubt as in {@link Sending}
     */
    record RemedyPutOff(
            String remedyId,
            boolean asking,
            int tries,
            Instant next,
            @Nullable Doubt doubt) implements ExecutionFact {}
}
