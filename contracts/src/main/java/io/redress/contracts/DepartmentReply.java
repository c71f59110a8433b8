package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a department's own system says on {@link Topics#DEPARTMENT_REPLIES}, key = case id. The same words are spoken
 * over REST. Untrusted: whoever reads it checks that the department answers only its own requests.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DepartmentReply.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = DepartmentReply.Progress.class, name = "progress"),
    @JsonSubTypes.Type(value = DepartmentReply.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = DepartmentReply.Decline.class, name = "decline"),
    @JsonSubTypes.Type(value = DepartmentReply.Question.class, name = "question"),
    @JsonSubTypes.Type(value = DepartmentReply.Help.class, name = "help"),
    @JsonSubTypes.Type(value = DepartmentReply.Deviation.class, name = "deviation"),
    @JsonSubTypes.Type(value = DepartmentReply.Estimate.class, name = "estimate"),
    @JsonSubTypes.Type(value = DepartmentReply.Commitment.class, name = "commitment"),
    @JsonSubTypes.Type(value = DepartmentReply.Offer.class, name = "offer"),
    @JsonSubTypes.Type(value = DepartmentReply.AcceptOffer.class, name = "accept-offer"),
    @JsonSubTypes.Type(value = DepartmentReply.DeclineOffer.class, name = "decline-offer"),
    @JsonSubTypes.Type(value = DepartmentReply.Contribution.class, name = "contribution"),
    @JsonSubTypes.Type(value = DepartmentReply.Evidence.class, name = "evidence"),
    @JsonSubTypes.Type(value = DepartmentReply.Heard.class, name = "heard")
})
public sealed interface DepartmentReply {

    /** The sender's own id of this reply; sending it twice has the effect of sending it once. */
    String replyId();

    /** The case it is about. */
    CaseId caseId();

    DepartmentCode department();

    /** Who speaks: a person's name or a system's. */
    String by();

    /** What a department says about a request made to it. */
    sealed interface OnRequest extends DepartmentReply {
        RequestId requestId();

        @Override
        default CaseId caseId() {
            return requestId().caseId();
        }
    }

    /** What was offered is ours from now on. Progress and an answer say so, too. */
    @WireName("redress.reply.accept.v1")
    record Accept(String replyId, RequestId requestId, DepartmentCode department, String by) implements OnRequest {
        public Accept {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** How far the work is. */
    @WireName("redress.reply.progress.v1")
    record Progress(String replyId, RequestId requestId, DepartmentCode department, String by, String note)
            implements OnRequest {
        public Progress {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a note", note, Limits.NOTE);
        }
    }

    /**
     * The answer. {@code done} is false where the work was tried and cannot be done. Claims and options may be absent.
     *
     * @param cites the contributions that it rests on, for their credit (R68)
     * @param delivered how much of what was promised, in the unit of the promise; absent where it is all of it (R139)
     */
    @WireName("redress.reply.answer.v1")
    record Answer(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            boolean done,
            String findings,
            List<Claim> claims,
            List<OptionIdea> options,
            List<String> cites,
            @Nullable String delivered)
            implements OnRequest {
        public Answer(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                boolean done,
                String findings,
                @Nullable List<Claim> claims,
                @Nullable List<OptionIdea> options,
                @Nullable List<String> cites,
                @Nullable String delivered) {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("findings", findings, Limits.FINDINGS);
            Bounds.optionalQuantity(delivered);
            this.replyId = replyId;
            this.requestId = requestId;
            this.department = department;
            this.by = by;
            this.done = done;
            this.findings = findings;
            this.claims = claims == null ? List.of() : List.copyOf(claims);
            this.options = options == null ? List.of() : List.copyOf(options);
            this.cites = cites == null ? List.of() : List.copyOf(cites);
            this.delivered = delivered;
            Bounds.count("claims", this.claims, Limits.CLAIMS);
            Bounds.count("options", this.options, Limits.OPTIONS);
            OptionIdea.orRefuse(this.options);
            OptionIdea.payableOrRefuse(this.options);
            Bounds.count("citations", this.cites, Limits.CITATIONS);
        }

        /** One that delivers all that was promised. */
        public Answer(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                boolean done,
                String findings,
                @Nullable List<Claim> claims,
                @Nullable List<OptionIdea> options,
                @Nullable List<String> cites) {
            this(replyId, requestId, department, by, done, findings, claims, options, cites, null);
        }

        /** One that rests on nobody else's contribution. */
        public Answer(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                boolean done,
                String findings,
                @Nullable List<Claim> claims,
                @Nullable List<OptionIdea> options) {
            this(replyId, requestId, department, by, done, findings, claims, options, null);
        }
    }

    /** Not ours: with the reason and the right owner. */
    @WireName("redress.reply.decline.v1")
    record Decline(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            String reason,
            DepartmentCode rightOwner)
            implements OnRequest {
        public Decline {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /** We cannot go on without an answer to this, and it goes to whoever made the request (R94). */
    @WireName("redress.reply.question.v1")
    record Question(String replyId, RequestId requestId, DepartmentCode department, String by, String text)
            implements OnRequest {
        public Question {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a question", text, Limits.NOTE);
        }
    }

    /**
     * Another department is needed for our part (R60).
     *
     * @param fields what that department needs to begin, by the names of its charter or by others that it takes for the
     *     same (R66, R67); at most {@value Limits#FIELDS}; absent where it takes a request as it comes
     * @param wantedBy when we would like to have it (R90); absent where we do not say so
     */
    @WireName("redress.reply.help.v1")
    record Help(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            DepartmentCode from,
            RequestKind kind,
            String subject,
            @Nullable Map<String, String> fields,
            @Nullable Instant wantedBy)
            implements OnRequest {
        public Help {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a subject", subject, Limits.NOTE);
            fields = Bounds.fields(fields);
        }

        /** One that we do not want by a certain time. */
        public Help(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                DepartmentCode from,
                RequestKind kind,
                String subject,
                @Nullable Map<String, String> fields) {
            this(replyId, requestId, department, by, from, kind, subject, fields, null);
        }

        /** Of a department that takes a request as it comes. */
        public Help(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                DepartmentCode from,
                RequestKind kind,
                String subject) {
            this(replyId, requestId, department, by, from, kind, subject, null);
        }
    }

    /**
     * We shall not serve it as agreed (R123, R134-R137).
     *
     * @param newDueAt the honest date; absent where the date stays, or where nobody knows yet
     * @param evidence what shows it; absent where the reason says it all
     * @param was what it was to cost, or how much or how good it was to be; only for cost and quality, with {@code becomes}
     * @param becomes what it will cost, or how much or how good it will be; the customer reads it
     */
    @WireName("redress.reply.deviation.v1")
    record Deviation(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            DeviationEvent.Kind kind,
            DeviationEvent.Dimension dimension,
            String reason,
            @Nullable Instant newDueAt,
            @Nullable String evidence,
            @Nullable String was,
            @Nullable String becomes)
            implements OnRequest {
        public Deviation {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.optionalText("evidence", evidence, Limits.NOTE);
            Bounds.optionalText("was", was, Limits.TITLE);
            Bounds.optionalText("becomes", becomes, Limits.TITLE);
        }

        /** One that does not say what becomes of cost or quality. */
        public Deviation(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                DeviationEvent.Kind kind,
                DeviationEvent.Dimension dimension,
                String reason,
                @Nullable Instant newDueAt,
                @Nullable String evidence) {
            this(replyId, requestId, department, by, kind, dimension, reason, newDueAt, evidence, null, null);
        }
    }

    /**
     * When we expect to have done it (R95). With the date of the request, or an earlier one, that date stands; a later one
     * is a delay.
     *
     * @param resources who and what we need for it
     * @param reason why; needed where a re-estimate was asked for or the date is a later one
     */
    @WireName("redress.reply.estimate.v1")
    record Estimate(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            Instant dueAt,
            @Nullable String resources,
            @Nullable String reason)
            implements OnRequest {
        public Estimate {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.optionalText("resources", resources, Limits.NOTE);
            Bounds.optionalText("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * We promise this much, by then (R127-R131).
     *
     * @param quantity how much, in {@code unit}; a plain decimal
     * @param acceptance how both sides see that it is done
     * @param zone IANA name of a time zone
     * @param need which need of the case it serves: the nature or subject of a request, or words of the complaint
     */
    @WireName("redress.reply.commitment.v1")
    record Commitment(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            String quantity,
            String unit,
            String acceptance,
            Instant dueAt,
            String zone,
            String need)
            implements OnRequest {
        public Commitment {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.quantity(quantity);
            Bounds.text("a unit", unit, Limits.KEY);
            Bounds.text("an acceptance test", acceptance, Limits.NOTE);
            Bounds.text("a time zone", zone, Limits.KEY);
            Bounds.text("a need", need, Limits.NOTE);
        }
    }

    /**
     * We would be done by then, for this reason (R75, R77, R95). It becomes the date where whoever made the request accepts
     * it, and takes the place of an offer that was still open.
     *
     * @param quantity how much it will be
     * @param quality how good it will be
     * @param resources what we need for it
     */
    @WireName("redress.reply.offer.v1")
    record Offer(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            Instant dueAt,
            String reason,
            @Nullable String quantity,
            @Nullable String quality,
            @Nullable String resources)
            implements OnRequest {
        public Offer {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a reason", reason, Limits.NOTE);
            Bounds.optionalText("a quantity", quantity, Limits.TITLE);
            Bounds.optionalText("a quality", quality, Limits.TITLE);
            Bounds.optionalText("resources", resources, Limits.TITLE);
        }
    }

    /** The date that whoever made the request has offered is agreed. */
    @WireName("redress.reply.accept-offer.v1")
    record AcceptOffer(String replyId, RequestId requestId, DepartmentCode department, String by, String offerId)
            implements OnRequest {
        public AcceptOffer {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("an offer", offerId, Limits.KEY);
        }
    }

    /** The date that whoever made the request has offered cannot be, for this reason (R77). */
    @WireName("redress.reply.decline-offer.v1")
    record DeclineOffer(
            String replyId, RequestId requestId, DepartmentCode department, String by, String offerId, String reason)
            implements OnRequest {
        public DeclineOffer {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("an offer", offerId, Limits.KEY);
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }

    /**
     * We know something about the case and do not own it by saying so (R68).
     *
     * @param inquiryId the question it answers, where it answers one
     */
    @WireName("redress.reply.contribution.v1")
    record Contribution(
            String replyId,
            CaseId caseId,
            DepartmentCode department,
            String by,
            String text,
            @Nullable String inquiryId)
            implements DepartmentReply {
        public Contribution {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a contribution", text, Limits.NOTE);
            Bounds.optionalText("an inquiry", inquiryId, Limits.NAME);
        }
    }

    /**
     * Evidence is evidence: neither progress nor an answer (R64).
     *
     * @param href where it is kept; absent where the title says it all
     */
    @WireName("redress.reply.evidence.v1")
    record Evidence(
            String replyId,
            CaseId caseId,
            DepartmentCode department,
            String by,
            String title,
            @Nullable String href) implements DepartmentReply {
        public Evidence {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a title", title, Limits.TITLE);
            Bounds.optionalText("an address", href, Limits.ADDRESS);
        }
    }

    /**
     * We know that a value that we relied on does not hold any more (R52, R126).
     *
     * @param claimId of what holds now; where nothing does, of what was withdrawn
     */
    @WireName("redress.reply.heard.v1")
    record Heard(String replyId, CaseId caseId, DepartmentCode department, String by, String claimId)
            implements DepartmentReply {
        public Heard {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a claim", claimId, Limits.KEY);
        }
    }
}
