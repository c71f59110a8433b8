package io.redress.contracts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a department's own system hears of replies that were not taken, on topic {@link Topics#DEPARTMENT_REFUSALS}. */
public sealed interface DepartmentRefusal extends CaseEvent {
    /** The case of a refusal whose reply names none that can be read; also the key of its record. */
    CaseId NO_CASE = new CaseId("00000000-0000-0000-0000-000000000000");

    /**
     * A reply on {@link Topics#DEPARTMENT_REPLIES} was refused, and nothing has changed by it. Says nothing of its content
     * but the ids, since every department's system may read it.
     *
     * @param caseId {@link #NO_CASE} where the reply names none that can be read
     * @param replyId the sender's own; absent where it cannot be read, as are request and department
     * @param department for which the reply claims to speak
     * @param code reason for programs, such as {@code unreadable} or {@code already-answered}
     * @param reason what was expected, in a sentence
     * @param problems field by field, where it can be said; at most {@value Limits#FIELDS}
     * @param origin where the reply stands; absent where it was refused only after waiting for its request
     */
    @WireName("redress.refusals.reply-refused.v1")
    record ReplyRefused(
            CaseId caseId,
            @Nullable String replyId,
            @Nullable RequestId requestId,
            @Nullable DepartmentCode department,
            String code,
            String reason,
            List<Problem> problems,
            Instant refusedAt,
            @Nullable Origin origin)
            implements DepartmentRefusal {
        public ReplyRefused {
            Bounds.optionalText("a reply id", replyId, Limits.NAME);
            Bounds.text("a code", code, Limits.KEY);
            Bounds.text("a reason", reason, Limits.NOTE);
            problems = List.copyOf(problems);
            Bounds.count("problems", problems, Limits.FIELDS);
        }
    }

    /**
     * One field that is not as it should be.
     *
     * @param pointer JSON Pointer into the reply; empty for the reply as a whole
     * @param sentence what was expected
     */
    record Problem(String pointer, String sentence) {
        public Problem {
            Bounds.optionalText("a pointer", pointer, Limits.ADDRESS);
            Bounds.text("a sentence", sentence, Limits.NOTE);
        }
    }

    /**
     * Where a record stands.
     *
     * @param offset in its partition, from 0
     */
    record Origin(String topic, int partition, Long offset) {}
}
