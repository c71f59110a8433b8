package io.redress.intake.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is, as told to whoever asks (R11).
 *
 * @param next what comes next, or null when nothing is to come
 * @param departments involved so far, the leading one first
 */
public record Progress(
        Step step,
        Status status,
        @Nullable Next next,
        List<DepartmentCode> departments,
        @Nullable Instant closedAt) {

    /** Whether anything is left to do for the customer. */
    public enum Status {
        OPEN,
        RESOLVED,
        CLOSED
    }

    /**
     * What comes next and by when the customer hears from us (R17).
     *
     * @param what a code, see {@link NextStep}
     */
    public record Next(NextStep what, Instant by) {}

    /** What can come next. */
    public enum NextStep {
        DEPARTMENT_ANSWERS,
        CUSTOMER_CLARIFIES,
        CUSTOMER_CHOOSES,
        EXECUTION_FINISHES,
        CUSTOMER_CONFIRMS,
        CUSTOMER_IS_HEARD,
        CONSULTANT_ANSWERS,
        REVIEW_FINISHES
    }

    Progress at(Step nextStep, Status nextStatus, @Nullable Next nextNext) {
        return new Progress(nextStep, nextStatus, nextNext, departments, closedAt);
    }

    Progress involving(List<DepartmentCode> involved) {
        return new Progress(step, status, next, involved, closedAt);
    }

    Progress closed(Instant at, @Nullable Next following) {
        return new Progress(Step.LEARN, Status.CLOSED, following, departments, at);
    }
}
