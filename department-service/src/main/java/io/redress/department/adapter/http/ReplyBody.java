package io.redress.department.adapter.http;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a department posts: a reply without the parts that the address and the idempotency key already say. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ReplyBody.AcceptBody.class, name = "accept"),
    @JsonSubTypes.Type(value = ReplyBody.ProgressBody.class, name = "progress"),
    @JsonSubTypes.Type(value = ReplyBody.AnswerBody.class, name = "answer"),
    @JsonSubTypes.Type(value = ReplyBody.DeclineBody.class, name = "decline"),
    @JsonSubTypes.Type(value = ReplyBody.QuestionBody.class, name = "question"),
    @JsonSubTypes.Type(value = ReplyBody.HelpBody.class, name = "help"),
    @JsonSubTypes.Type(value = ReplyBody.OfferBody.class, name = "offer"),
    @JsonSubTypes.Type(value = ReplyBody.AcceptOfferBody.class, name = "accept-offer"),
    @JsonSubTypes.Type(value = ReplyBody.DeclineOfferBody.class, name = "decline-offer")
})
sealed interface ReplyBody extends Checked {

    /** The reply as it would have come from the topic; the body must have been checked. */
    DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department);

    /** What was offered is ours. */
    record AcceptBody(@Nullable String by) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Accept(replyId, requestId, department, Objects.requireNonNull(by));
        }
    }

    /** How far the work is. */
    record ProgressBody(@Nullable String by, @Nullable String note) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            text(checks, "/note", note, Limits.NOTE);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Progress(
                    replyId, requestId, department, Objects.requireNonNull(by), Objects.requireNonNull(note));
        }
    }

    /** The answer. */
    record AnswerBody(
            @Nullable String by,
            @Nullable Boolean done,
            @Nullable String findings,
            @Nullable List<Claim> claims,
            @Nullable List<OptionBody> options,
            @Nullable List<String> cites,
            @Nullable String delivered)
            implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            checks.required("/done", done);
            text(checks, "/findings", findings, Limits.FINDINGS);
            list(checks, "/claims", claims, Limits.CLAIMS);
            list(checks, "/options", options, Limits.OPTIONS);
            checks.each("/options", options, Limits.OPTIONS);
            checks.that(
                    options == null
                            || options.stream()
                                            .filter(Objects::nonNull)
                                            .mapToInt(OptionBody::stepCount)
                                            .sum()
                                    <= Limits.ANSWER_STEPS,
                    "/options",
                    "Expected at most " + Limits.ANSWER_STEPS + " steps of all options together.");
            list(checks, "/cites", cites, Limits.CITATIONS);
            checks.matches("/delivered", delivered, Limits.QUANTITY, "a quantity such as 2 or 2.5");
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Answer(
                    replyId,
                    requestId,
                    department,
                    Objects.requireNonNull(by),
                    Objects.requireNonNull(done),
                    Objects.requireNonNull(findings),
                    claims,
                    options == null
                            ? null
                            : options.stream().map(OptionBody::idea).toList(),
                    cites,
                    delivered);
        }
    }

    /** Not ours. */
    record DeclineBody(
            @Nullable String by,
            @Nullable String reason,
            @Nullable DepartmentCode rightOwner) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            text(checks, "/reason", reason, Limits.NOTE);
            checks.required("/rightOwner", rightOwner);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Decline(
                    replyId,
                    requestId,
                    department,
                    Objects.requireNonNull(by),
                    Objects.requireNonNull(reason),
                    Objects.requireNonNull(rightOwner));
        }
    }

    /** We cannot go on without an answer to this. */
    record QuestionBody(@Nullable String by, @Nullable String text) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            ReplyBody.text(checks, "/by", by, Limits.NAME);
            ReplyBody.text(checks, "/text", text, Limits.NOTE);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Question(
                    replyId, requestId, department, Objects.requireNonNull(by), Objects.requireNonNull(text));
        }
    }

    /** Another department is needed. */
    record HelpBody(
            @Nullable String by,
            @Nullable DepartmentCode from,
            @Nullable RequestKind kind,
            @Nullable String subject,
            @Nullable Map<String, @Nullable String> fields,
            @Nullable Instant wantedBy)
            implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            checks.required("/from", from).required("/kind", kind);
            text(checks, "/subject", subject, Limits.NOTE);
            FieldsBody.check(checks, fields);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Help(
                    replyId,
                    requestId,
                    department,
                    Objects.requireNonNull(by),
                    Objects.requireNonNull(from),
                    Objects.requireNonNull(kind),
                    Objects.requireNonNull(subject),
                    FieldsBody.given(fields),
                    wantedBy);
        }
    }

    /** We would be done by then. */
    record OfferBody(
            @Nullable String by,
            @Nullable Instant dueAt,
            @Nullable String reason,
            @Nullable String quantity,
            @Nullable String quality,
            @Nullable String resources)
            implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            checks.required("/dueAt", dueAt);
            text(checks, "/reason", reason, Limits.NOTE);
            checks.length("/quantity", quantity, 1, Limits.TITLE)
                    .length("/quality", quality, 1, Limits.TITLE)
                    .length("/resources", resources, 1, Limits.TITLE);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.Offer(
                    replyId,
                    requestId,
                    department,
                    Objects.requireNonNull(by),
                    Objects.requireNonNull(dueAt),
                    Objects.requireNonNull(reason),
                    quantity,
                    quality,
                    resources);
        }
    }

    /** The date that was offered to us is agreed. */
    record AcceptOfferBody(@Nullable String by, @Nullable String offerId) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            text(checks, "/offerId", offerId, Limits.KEY);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.AcceptOffer(
                    replyId, requestId, department, Objects.requireNonNull(by), Objects.requireNonNull(offerId));
        }
    }

    /** The date that was offered to us cannot be. */
    record DeclineOfferBody(
            @Nullable String by,
            @Nullable String offerId,
            @Nullable String reason) implements ReplyBody {
        @Override
        public void check(Checks checks) {
            text(checks, "/by", by, Limits.NAME);
            text(checks, "/offerId", offerId, Limits.KEY);
            text(checks, "/reason", reason, Limits.NOTE);
        }

        @Override
        public DepartmentReply reply(String replyId, RequestId requestId, DepartmentCode department) {
            return new DepartmentReply.DeclineOffer(
                    replyId,
                    requestId,
                    department,
                    Objects.requireNonNull(by),
                    Objects.requireNonNull(offerId),
                    Objects.requireNonNull(reason));
        }
    }

    private static void text(Checks checks, String pointer, @Nullable String value, int most) {
        checks.required(pointer, value).length(pointer, value, 1, most);
    }

    private static void list(Checks checks, String pointer, @Nullable List<?> values, int most) {
        if (values != null) {
            checks.that(
                    values.size() <= most, pointer, "Expected at most " + most + ", but got " + values.size() + ".");
            checks.that(!values.contains(null), pointer, "Expected no null in the list.");
        }
    }
}
