package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What departments tell the others, on topic {@link Topics#DEPARTMENTS}. */
public sealed interface DepartmentEvent extends CaseEvent
        permits DepartmentEvent.RequestAccepted,
                DepartmentEvent.ProgressReported,
                DepartmentEvent.RequestAnswered,
                DepartmentEvent.RequestDeclined,
                CooperationEvent,
                InternalServiceEvent {

    /** The request is in the department's queue and promised for {@code dueAt}. */
    @WireName("redress.department.request-accepted.v1")
    record RequestAccepted(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            RequestKind kind,
            @Nullable String stepId,
            Instant acceptedAt,
            Instant dueAt)
            implements DepartmentEvent {}

    /** How far the work is, told before anybody asks (R83). */
    @WireName("redress.department.progress-reported.v1")
    record ProgressReported(
            CaseId caseId, RequestId requestId, DepartmentCode department, String note, String by, Instant reportedAt)
            implements DepartmentEvent {
        public ProgressReported {
            Bounds.text("a note", note, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * The department has answered.
     *
     * @param done false where the work was tried and cannot be done
     * @param by who answered: a person or a system
     * @param cites contributions that the answer used, for their credit (R68)
     * @param parent the request of another department that this helps with; such an answer is that department's, not
     *     the case's
     * @param dueAt the date as it was moved last; absent where an older version has told it
     */
    @WireName("redress.department.request-answered.v1")
    record RequestAnswered(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            RequestKind kind,
            @Nullable String stepId,
            boolean done,
            String findings,
            List<Claim> claims,
            List<OptionIdea> options,
            String by,
            Instant answeredAt,
            @Nullable List<String> cites,
            @Nullable RequestId parent,
            @Nullable Instant dueAt)
            implements DepartmentEvent {
        public RequestAnswered {
            Bounds.text("findings", findings, Limits.FINDINGS);
            Bounds.count("claims", claims, Limits.CLAIMS);
            OptionIdea.orRefuse(options);
            Bounds.text("a name in by", by, Limits.NAME);
            claims = List.copyOf(claims);
            options = List.copyOf(options);
            if (cites != null) {
                Bounds.count("citations", cites, Limits.CITATIONS);
                cites = List.copyOf(cites);
            }
        }

        /** One that does not say when it was due. */
        public RequestAnswered(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                @Nullable String stepId,
                boolean done,
                String findings,
                List<Claim> claims,
                List<OptionIdea> options,
                String by,
                Instant answeredAt,
                @Nullable List<String> cites,
                @Nullable RequestId parent) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    stepId,
                    done,
                    findings,
                    claims,
                    options,
                    by,
                    answeredAt,
                    cites,
                    parent,
                    null);
        }

        /** One that rests on nobody else's contribution and stands for itself. */
        public RequestAnswered(
                CaseId caseId,
                RequestId requestId,
                DepartmentCode department,
                RequestKind kind,
                @Nullable String stepId,
                boolean done,
                String findings,
                List<Claim> claims,
                List<OptionIdea> options,
                String by,
                Instant answeredAt) {
            this(
                    caseId,
                    requestId,
                    department,
                    kind,
                    stepId,
                    done,
                    findings,
                    claims,
                    options,
                    by,
                    answeredAt,
                    null,
                    null);
        }
    }

    /** Not ours: with the reason and the right owner, or it would not have been taken (R68). */
    @WireName("redress.department.request-declined.v1")
    record RequestDeclined(
            CaseId caseId,
            RequestId requestId,
            DepartmentCode department,
            String reason,
            DepartmentCode rightOwner,
            String by,
            Instant declinedAt)
            implements DepartmentEvent {
        public RequestDeclined {
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
