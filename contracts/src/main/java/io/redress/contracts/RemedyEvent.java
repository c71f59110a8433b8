package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What really left the house: money, credit, goods (rule 10); and how a plan that failed is stopped and undone (R114), on
 * topic {@link Topics#RESOLUTIONS}.
 */
public sealed interface RemedyEvent extends AssuranceEvent {

    /**
     * A remedy is to be carried out outside; kept before anybody outside hears of it, so that no crash forgets it.
     *
     * @param remedyId also the idempotency key towards whoever carries it out
     * @param kind {@code refund}, {@code credit}, {@code shipment}
     * @param stepId the step of the chosen option that it belongs to; its department has said that its own part is done
     */
    @WireName("redress.resolution.remedy-ordered.v1")
    record RemedyOrdered(
            CaseId caseId,
            String remedyId,
            String kind,
            Instant orderedAt,
            @Nullable Money amount,
            @Nullable String stepId)
            implements RemedyEvent {
        public RemedyOrdered {
            Bounds.text("a kind", kind, Limits.KEY);
        }
    }

    /**
     * A remedy was carried out outside, once.
     *
     * @param remedyId also the idempotency key towards whoever carried it out
     * @param kind {@code refund}, {@code credit}, {@code shipment}
     * @param reference what the provider calls it
     */
    @WireName("redress.resolution.remedy-executed.v1")
    record RemedyExecuted(
            CaseId caseId,
            String remedyId,
            String kind,
            @Nullable Money amount,
            @Nullable String stepId,
            String reference,
            Instant executedAt)
            implements RemedyEvent {
        public RemedyExecuted {
            Bounds.text("a kind", kind, Limits.KEY);
            Bounds.text("a reference", reference, Limits.NAME);
        }
    }

    /** Whoever carries remedies out has refused this one for good; its step has failed. */
    @WireName("redress.resolution.remedy-refused.v1")
    record RemedyRefused(
            CaseId caseId,
            String remedyId,
            String reason,
            Instant refusedAt,
            @Nullable String stepId) implements RemedyEvent {
        public RemedyRefused {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** Nobody knows whether it was carried out: it is asked for until somebody does, and never ordered blindly. */
    @WireName("redress.resolution.remedy-unknown.v1")
    record RemedyUnknown(
            CaseId caseId,
            String remedyId,
            String reason,
            Instant since,
            @Nullable String stepId) implements RemedyEvent {
        public RemedyUnknown {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** A step that had begun is not needed any more, since another one failed for good; routing takes its request back. */
    @WireName("redress.resolution.execution-step-withdrawn.v1")
    record ExecutionStepWithdrawn(
            CaseId caseId, String stepId, DepartmentCode department, String reason, Instant withdrawnAt)
            implements RemedyEvent {
        public ExecutionStepWithdrawn {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * A department is needed to undo a step that was done, since a later one failed for good; routing raises the request.
     *
     * @param compensationId what the request carries out, in place of a step's id
     * @param stepId the step that is undone
     */
    @WireName("redress.resolution.compensation-started.v1")
    record CompensationStarted(
            CaseId caseId,
            String compensationId,
            String stepId,
            DepartmentCode department,
            String action,
            Instant startedAt)
            implements RemedyEvent {}

    /** A step is undone. */
    @WireName("redress.resolution.compensation-completed.v1")
    record CompensationCompleted(
            CaseId caseId, String compensationId, String stepId, RequestId requestId, Instant completedAt)
            implements RemedyEvent {}

    /** A step could not be undone. The case goes on; a supervisor has to see to it. */
    @WireName("redress.resolution.compensation-failed.v1")
    record CompensationFailed(
            CaseId caseId, String compensationId, String stepId, RequestId requestId, String reason, Instant failedAt)
            implements RemedyEvent {
        public CompensationFailed {
            Bounds.text("a reason", reason, Limits.FINDINGS);
        }
    }
}
