package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
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
    @JsonSubTypes.Type(value = DepartmentReply.Decline.class, name = "decline")
})
public sealed interface DepartmentReply {

    /** The sender's own id of this reply; sending it twice has the effect of sending it once. */
    String replyId();

    RequestId requestId();

    DepartmentCode department();

    /** Who speaks: a person's name or a system's. */
    String by();

    /** What was offered is ours from now on. Progress and an answer say so, too. */
    @WireName("redress.reply.accept.v1")
    record Accept(String replyId, RequestId requestId, DepartmentCode department, String by)
            implements DepartmentReply {
        public Accept {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
        }
    }

    /** How far the work is. */
    @WireName("redress.reply.progress.v1")
    record Progress(String replyId, RequestId requestId, DepartmentCode department, String by, String note)
            implements DepartmentReply {
        public Progress {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a note", note, Limits.NOTE);
        }
    }

    /** The answer. {@code done} is false where the work was tried and cannot be done. Claims and options may be absent. */
    @WireName("redress.reply.answer.v1")
    record Answer(
            String replyId,
            RequestId requestId,
            DepartmentCode department,
            String by,
            boolean done,
            String findings,
            List<Claim> claims,
            List<OptionIdea> options)
            implements DepartmentReply {
        public Answer(
                String replyId,
                RequestId requestId,
                DepartmentCode department,
                String by,
                boolean done,
                String findings,
                @Nullable List<Claim> claims,
                @Nullable List<OptionIdea> options) {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("findings", findings, Limits.FINDINGS);
            this.replyId = replyId;
            this.requestId = requestId;
            this.department = department;
            this.by = by;
            this.done = done;
            this.findings = findings;
            this.claims = claims == null ? List.of() : List.copyOf(claims);
            this.options = options == null ? List.of() : List.copyOf(options);
            Bounds.count("claims", this.claims, Limits.CLAIMS);
            Bounds.count("options", this.options, Limits.OPTIONS);
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
            implements DepartmentReply {
        public Decline {
            Bounds.text("a reply id", replyId, Limits.NAME);
            Bounds.text("a name in by", by, Limits.NAME);
            Bounds.text("a reason", reason, Limits.NOTE);
        }
    }
}
