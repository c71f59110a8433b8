package io.redress.intake.domain;

import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a case is, as told to whoever asks (R11).
 *
 * @param next what comes next, or null when nothing is to come
 * @param departments involved so far, the leading one first
 * @param waits what has been asked of others
 * @param promised by when what was chosen is promised; absent where nothing is
 * @param limits until when the law gives us time, as far as the customer has not heard of it; at most {@value #MOST_LIMITS}
 */
public record Progress(
        Step step,
        Status status,
        @Nullable Next next,
        List<DepartmentCode> departments,
        @Nullable Instant closedAt,
        Waits waits,
        @Nullable Instant promised,
        List<Instant> limits) {
    static final int MOST_LIMITS = 5;

    public Progress {
        // A state that an older version wrote has none.
        waits = waits == null ? Waits.NONE : waits;
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    Progress(
            Step step,
            Status status,
            @Nullable Next next,
            List<DepartmentCode> departments,
            @Nullable Instant closedAt,
            Waits waits) {
        this(step, status, next, departments, closedAt, waits, null, List.of());
    }

    Progress(
            Step step,
            Status status,
            @Nullable Next next,
            List<DepartmentCode> departments,
            @Nullable Instant closedAt) {
        this(step, status, next, departments, closedAt, Waits.NONE);
    }

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
        return new Progress(nextStep, nextStatus, nextNext, departments, closedAt, waits, promised, limits);
    }

    Progress involving(List<DepartmentCode> involved) {
        return new Progress(step, status, next, involved, closedAt, waits, promised, limits);
    }

    Progress closed(Instant at, @Nullable Next following) {
        return new Progress(Step.LEARN, Status.CLOSED, following, departments, at, waits);
    }

    Progress reopened(Next following) {
        return new Progress(Step.COORDINATE, Status.OPEN, following, departments, null, waits);
    }

    Progress waiting(Waits now) {
        return new Progress(step, status, next, departments, closedAt, now, promised, limits);
    }

    Progress promising(Instant dueAt) {
        return new Progress(step, status, next, departments, closedAt, waits, dueAt, limits);
    }

    /** The law gives us so much time, and the customer has not heard of it yet. */
    Progress limited(Instant dueAt) {
        return withLimits(Stream.concat(limits.stream(), Stream.of(dueAt))
                .distinct()
                .sorted()
                .limit(MOST_LIMITS)
                .toList());
    }

    /** That date needs not be told any more. */
    Progress unlimited(Instant dueAt) {
        return withLimits(limits.stream().filter(it -> !it.equals(dueAt)).toList());
    }

    /** The next of the law's dates to be told; absent where none is. */
    @Nullable
    Instant limit() {
        return limits.isEmpty() ? null : limits.getFirst();
    }

    private Progress withLimits(List<Instant> next) {
        return new Progress(step, status, this.next, departments, closedAt, waits, promised, next);
    }

    /** What the customer waits for at present, in the order of asking; empty where nothing is to come. */
    public List<WaitsFor> waitsFor() {
        if (next == null) {
            return List.of();
        }
        return switch (next.what()) {
            case DEPARTMENT_ANSWERS -> examinations();
            case EXECUTION_FINISHES -> List.of(WaitsFor.CHOSEN_SOLUTION);
            case CUSTOMER_CLARIFIES, CUSTOMER_CHOOSES, CUSTOMER_CONFIRMS -> List.of(WaitsFor.CUSTOMERS_ANSWER);
            case CUSTOMER_IS_HEARD, CONSULTANT_ANSWERS, REVIEW_FINISHES -> List.of();
        };
    }

    private List<WaitsFor> examinations() {
        List<WaitsFor> open = waits.open();
        if (!open.isEmpty()) {
            return open;
        }
        return List.of(waits.questions().isEmpty() ? WaitsFor.NEXT_STEPS : WaitsFor.PROPOSAL);
    }
}
