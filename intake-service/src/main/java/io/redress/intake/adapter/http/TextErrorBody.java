package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.CaseId;
import io.redress.contracts.Limits;
import io.redress.intake.domain.messages.MessageKind;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an error is and what is wrong.
 *
 * @param messageId the id of a message, which begins with its case; or else {@code caseId}
 */
record TextErrorBody(
        @Nullable String messageId,
        @Nullable String caseId,
        @Nullable String kind,
        @Nullable String where,
        @Nullable String what)
        implements Checked {
    private static final int LONGEST_WHERE = 300;
    private static final int CASE_LENGTH = 36;
    private static final Pattern CASE = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern MESSAGE =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:[a-z-]{1,50}:[\\x21-\\x7e]{1,200}");
    private static final List<String> KINDS =
            Arrays.stream(MessageKind.values()).map(MessageKind::wireName).toList();

    @Override
    public void check(Checks checks) {
        checks.that(
                        messageId != null || caseId != null,
                        "/messageId",
                        "Expected a message id or, where it is not known, a case id, but both are missing.")
                .matches("/messageId", messageId, MESSAGE, "the id of a message (<case id>:<kind>:<mark>)")
                .matches("/caseId", caseId, CASE, "a case id")
                .that(
                        messageId == null || caseId == null || messageId.startsWith(caseId + ":"),
                        "/caseId",
                        "Expected the case of the message, but got another one.")
                .oneOf("/kind", kindOrNull(), KINDS)
                .required("/where", where)
                .length("/where", where, 1, LONGEST_WHERE)
                .required("/what", what)
                .length("/what", what, 1, Limits.NOTE);
    }

    CaseId about() {
        return new CaseId(messageId == null ? Objects.requireNonNull(caseId) : messageId.substring(0, CASE_LENGTH));
    }

    /** The kind as given, or else as the message's id tells it. */
    @Nullable
    String kindOrNull() {
        if (kind != null || messageId == null || !MESSAGE.matcher(messageId).matches()) {
            return kind;
        }
        return messageId.substring(CASE_LENGTH + 1, messageId.indexOf(':', CASE_LENGTH + 1));
    }
}
