package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What departments say to each other about a case, on topic {@link Topics#DEPARTMENTS}. */
public sealed interface CooperationEvent extends DepartmentEvent {

    /**
     * The department cannot go on without an answer to this (R94).
     *
     * @param to who is asked: whoever made the request
     * @param missing what the request lacks of what the department needs to begin (R66, R93); the answer names a value
     *     for each. Absent where the question asks for words
     */
    @WireName("redress.department.question-asked.v1")
    record QuestionAsked(
            CaseId caseId,
            RequestId requestId,
            String questionId,
            DepartmentCode department,
            Party to,
            String text,
            String by,
            Instant askedAt,
            @Nullable List<MissingField> missing)
            implements CooperationEvent {
        public QuestionAsked {
            Bounds.text("a question", text, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            if (missing != null) {
                Bounds.count("missing fields", missing, Limits.FIELDS);
                missing = List.copyOf(missing);
            }
        }

        /** One that asks for words. */
        public QuestionAsked(
                CaseId caseId,
                RequestId requestId,
                String questionId,
                DepartmentCode department,
                Party to,
                String text,
                String by,
                Instant askedAt) {
            this(caseId, requestId, questionId, department, to, text, by, askedAt, null);
        }
    }

    /**
     * The question is answered, and the department can go on.
     *
     * @param dueAt when the request is due now: the department had not to answer while it could not go on
     * @param fields all that the department was told of what it needs to begin, in its own names and forms; absent where
     *     the question asked for words
     */
    @WireName("redress.department.question-answered.v1")
    record QuestionAnswered(
            CaseId caseId,
            RequestId requestId,
            String questionId,
            DepartmentCode department,
            String text,
            String by,
            Instant answeredAt,
            @Nullable Instant dueAt,
            @Nullable Map<String, String> fields)
            implements CooperationEvent {
        public QuestionAnswered {
            Bounds.text("an answer", text, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            fields = Bounds.fields(fields);
        }

        /** One in words. */
        public QuestionAnswered(
                CaseId caseId,
                RequestId requestId,
                String questionId,
                DepartmentCode department,
                String text,
                String by,
                Instant answeredAt,
                @Nullable Instant dueAt) {
            this(caseId, requestId, questionId, department, text, by, answeredAt, dueAt, null);
        }

        /** One that says nothing about the date. */
        public QuestionAnswered(
                CaseId caseId,
                RequestId requestId,
                String questionId,
                DepartmentCode department,
                String text,
                String by,
                Instant answeredAt) {
            this(caseId, requestId, questionId, department, text, by, answeredAt, null, null);
        }
    }

    /**
     * A department needs another one for its part; routing raises the request (R60).
     *
     * @param requestId what it is needed for
     * @param fields what the department asked needs to begin, in its own names and forms (R66, R67); absent where it
     *     takes a request as it comes
     * @param wantedBy when whoever asks would like to have it (R90); absent where nobody has said so
     */
    @WireName("redress.department.help-requested.v1")
    record HelpRequested(
            CaseId caseId,
            RequestId requestId,
            String helpId,
            DepartmentCode department,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            String by,
            Instant requestedAt,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements CooperationEvent {
        public HelpRequested {
            Bounds.text("a subject", subject, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            fields = Bounds.fields(fields);
        }

        /** One that nobody wants by a certain time. */
        public HelpRequested(
                CaseId caseId,
                RequestId requestId,
                String helpId,
                DepartmentCode department,
                DepartmentCode from,
                RequestKind kind,
                String subject,
                String by,
                Instant requestedAt,
                @Nullable Map<String, String> fields) {
            this(caseId, requestId, helpId, department, from, kind, subject, by, requestedAt, fields, null);
        }

        /** One to a department that takes a request as it comes. */
        public HelpRequested(
                CaseId caseId,
                RequestId requestId,
                String helpId,
                DepartmentCode department,
                DepartmentCode from,
                RequestKind kind,
                String subject,
                String by,
                Instant requestedAt) {
            this(caseId, requestId, helpId, department, from, kind, subject, by, requestedAt, null);
        }
    }

    /**
     * Whoever answers for the case asks a department directly (R58); routing raises the request.
     *
     * @param wantedId names the wish; unique in its case
     * @param requester who asks and waits for the answer
     * @param from who is asked
     * @param fields as for {@link HelpRequested}
     * @param wantedBy as for {@link HelpRequested}
     */
    @WireName("redress.department.request-wanted.v1")
    record RequestWanted(
            CaseId caseId,
            String wantedId,
            Party requester,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            String by,
            Instant requestedAt,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements CooperationEvent {
        public RequestWanted {
            Bounds.text("a subject", subject, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
            fields = Bounds.fields(fields);
        }
    }

    /**
     * The department has ended its part without this help, so whoever was asked for it need not go on.
     *
     * @param requestId what it was needed for
     */
    @WireName("redress.department.help-released.v1")
    record HelpReleased(
            CaseId caseId,
            RequestId requestId,
            String helpId,
            DepartmentCode department,
            DepartmentCode from,
            String reason,
            Instant releasedAt)
            implements CooperationEvent {
        public HelpReleased {
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * Somebody knows something about the case and does not own it by saying so (R68).
     *
     * @param department absent where a consultant says it
     * @param inquiryId the question it answers, where it answers one
     */
    @WireName("redress.department.knowledge-contributed.v1")
    record KnowledgeContributed(
            CaseId caseId,
            String contributionId,
            @Nullable DepartmentCode department,
            String text,
            String by,
            @Nullable String inquiryId,
            Instant contributedAt)
            implements CooperationEvent {
        public KnowledgeContributed {
            Bounds.text("a contribution", text, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * Evidence is evidence: neither progress nor an answer (R64).
     *
     * @param href where it is kept; absent where the title says it all
     */
    @WireName("redress.department.evidence-attached.v1")
    record EvidenceAttached(
            CaseId caseId,
            String evidenceId,
            @Nullable DepartmentCode department,
            String title,
            @Nullable String href,
            String by,
            Instant attachedAt)
            implements CooperationEvent {
        public EvidenceAttached {
            Bounds.text("a title", title, Limits.TITLE);
            Bounds.optionalText("an address", href, Limits.ADDRESS);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** A short question beside all forms (R87): nobody's clock runs by it, and nobody owns it. */
    @WireName("redress.department.informal-question-asked.v1")
    record InformalQuestionAsked(
            CaseId caseId, String questionId, Party from, Party to, String text, String by, Instant askedAt)
            implements CooperationEvent {
        public InformalQuestionAsked {
            Bounds.text("a question", text, Limits.TITLE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    @WireName("redress.department.informal-question-answered.v1")
    record InformalQuestionAnswered(
            CaseId caseId, String questionId, Party from, String text, String by, Instant answeredAt)
            implements CooperationEvent {
        public InformalQuestionAnswered {
            Bounds.text("an answer", text, Limits.NOTE);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /**
     * A department knows that a value that it relied on does not hold any more; whether that is what is to be known now,
     * resolution says ({@link ClaimEvent.CorrectionHeard}).
     *
     * @param claimId of what holds now; where nothing does, of what was withdrawn
     */
    @WireName("redress.department.correction-acknowledged.v1")
    record CorrectionAcknowledged(
            CaseId caseId, String claimId, DepartmentCode department, String by, Instant acknowledgedAt)
            implements CooperationEvent {
        public CorrectionAcknowledged {
            Bounds.text("a claim", claimId, Limits.KEY);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }
}
