package io.redress.contracts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What cannot be kept as it was agreed, told as soon as it is known (R123, R124, R134-R137), and what is asked of a
 * department so that it is known early (R83, R95), on topic {@link Topics#DEPARTMENTS}.
 */
public sealed interface DeviationEvent extends InternalServiceEvent {

    /** What kind of deviation it is (R134-R137). */
    enum Kind {
        DELAY,
        INCOMPLETE,
        MISTAKE,
        FINANCIAL
    }

    /** Which standard is not kept (R123). */
    enum Dimension {
        TIME,
        COST,
        QUALITY
    }

    /** What shows that a date may not be kept. */
    enum Basis {
        /** How long comparable finished work took. */
        HISTORY,
        /** What the department has to do before. */
        QUEUE,
        /** The date has passed. */
        DATE,
        /** The department has reported a delay without a new date. */
        REPORT
    }

    /**
     * A request will not be served as agreed.
     *
     * @param dueAt as it was until now
     * @param newDueAt the honest date; absent where the date stays
     * @param inferred whether the log showed it before the department said so
     * @param originalDueAt the date with which the request began; absent in events of before that was told
     * @param evidence what shows it; absent where the reason says it all
     * @param was what it was to cost, or how much or how good it was to be; only for cost and quality, and absent where
     *     nobody has said
     * @param becomes what it will cost, or how much or how good it will be; absent likewise
     */
    @WireName("redress.department.deviation-reported.v1")
    record DeviationReported(
            CaseId caseId,
            RequestId requestId,
            String deviationId,
            DepartmentCode department,
            Kind kind,
            Dimension dimension,
            String reason,
            Instant dueAt,
            @Nullable Instant newDueAt,
            boolean inferred,
            String by,
            Instant reportedAt,
            @Nullable Instant originalDueAt,
            @Nullable String evidence,
            @Nullable String was,
            @Nullable String becomes)
            implements DeviationEvent {
        public DeviationReported {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
            Bounds.optionalText("was", was, Limits.TITLE);
            Bounds.optionalText("becomes", becomes, Limits.TITLE);
        }

        /** One that does not say what becomes of cost or quality. */
        public DeviationReported(
                CaseId caseId,
                RequestId requestId,
                String deviationId,
                DepartmentCode department,
                Kind kind,
                Dimension dimension,
                String reason,
                Instant dueAt,
                @Nullable Instant newDueAt,
                boolean inferred,
                String by,
                Instant reportedAt,
                @Nullable Instant originalDueAt,
                @Nullable String evidence) {
            this(
                    caseId,
                    requestId,
                    deviationId,
                    department,
                    kind,
                    dimension,
                    reason,
                    dueAt,
                    newDueAt,
                    inferred,
                    by,
                    reportedAt,
                    originalDueAt,
                    evidence,
                    null,
                    null);
        }

        /** One that says neither with which date the request began nor what shows it. */
        public DeviationReported(
                CaseId caseId,
                RequestId requestId,
                String deviationId,
                DepartmentCode department,
                Kind kind,
                Dimension dimension,
                String reason,
                Instant dueAt,
                @Nullable Instant newDueAt,
                boolean inferred,
                String by,
                Instant reportedAt) {
            this(
                    caseId,
                    requestId,
                    deviationId,
                    department,
                    kind,
                    dimension,
                    reason,
                    dueAt,
                    newDueAt,
                    inferred,
                    by,
                    reportedAt,
                    null,
                    null);
        }
    }

    /**
     * The date of a request seems out of reach, and the department is asked once what is true. Without an answer in time
     * the deviation is inferred.
     *
     * @param reestimateId unique within its case
     * @param evidence in a sentence for people
     * @param remainingSeconds of the department's working time until the date; absent where time says nothing
     * @param neededSeconds of working time that such work usually takes from now on; absent where nobody knows
     * @param comparables how much finished work that rests on; absent where it rests on none
     * @param position in the department's queue, 1 for what is due first; absent where the queue says nothing
     * @param capacity how many requests the department works on at a time; absent likewise
     * @param dueAt the date that seems out of reach
     * @param answerBy later by the time in which the department cannot go on
     */
    @WireName("redress.department.reestimate-asked.v1")
    record ReestimateAsked(
            CaseId caseId,
            RequestId requestId,
            String reestimateId,
            DepartmentCode department,
            Basis basis,
            String evidence,
            @Nullable Long remainingSeconds,
            @Nullable Long neededSeconds,
            @Nullable Integer comparables,
            @Nullable Integer position,
            @Nullable Integer capacity,
            Instant dueAt,
            Instant answerBy,
            Instant askedAt)
            implements DeviationEvent {
        public ReestimateAsked {
            Bounds.text("evidence", evidence, Limits.NOTE);
        }
    }

    /**
     * When the department expects to have done it, and what it needs for that (R95). One that is later than the date of
     * the request comes with a deviation.
     *
     * @param stands whether the date of the request stands
     * @param resources who and what is needed
     * @param reason why; absent where nobody asked for it and nothing changes
     * @param reestimateId what it answers; absent where nothing was asked
     */
    @WireName("redress.department.estimate-given.v1")
    record EstimateGiven(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Instant dueAt,
            boolean stands,
            @Nullable String resources,
            @Nullable String reason,
            @Nullable String reestimateId,
            String by,
            Instant givenAt)
            implements DeviationEvent {
        public EstimateGiven {
            Bounds.optionalText("resources", resources, Limits.NOTE);
            Bounds.optionalText("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * The department has all that it needs and has not said when it will be done (R95). Told once for a request.
     *
     * @param answerBy when it was due
     */
    @WireName("redress.department.estimate-overdue.v1")
    record EstimateOverdue(
            CaseId caseId, RequestId requestId, DepartmentCode department, Instant answerBy, Instant noticedAt)
            implements DeviationEvent {}

    /**
     * The department has promised to say how far it is, and has not (R83). Told once for each interval missed.
     *
     * @param since when it was last heard of the request
     * @param everySeconds the interval promised, in its working time
     * @param missed how many intervals have passed since then, this one included
     */
    @WireName("redress.department.progress-overdue.v1")
    record ProgressOverdue(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            Instant since,
            long everySeconds,
            int missed,
            Instant noticedAt)
            implements DeviationEvent {
        public ProgressOverdue {
            Bounds.between("missed intervals", 1, missed, Integer.MAX_VALUE);
        }
    }
}
