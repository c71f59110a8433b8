package io.redress.intake.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.Cause;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.Contacts;
import io.redress.intake.domain.Conversation;
import io.redress.intake.domain.IntakeState.Filed;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was said in a case after the complaint, without the words themselves.
 *
 * @param words how often the customer said more
 * @param revision how often the diagnosis was revised (R6)
 * @param contacts how often a consultant was in contact with the customer
 * @param contactWish a contact that is owed
 * @param question what we asked and the customer has not answered yet (R5)
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationView(
        int words,
        int revision,
        @Nullable QuestionView question,
        int contacts,
        @Nullable ContactWishView contactWish) {

    /** A contact that the consultant owes the customer. */
    public record ContactWishView(String how, Instant wishedAt, Instant dueAt, boolean overdue) {
        static @Nullable ContactWishView of(Contacts.@Nullable Wish wish) {
            return wish == null ? null : new ContactWishView(wish.how(), wish.wishedAt(), wish.dueAt(), wish.overdue());
        }
    }

    /** What we asked. */
    public record QuestionView(List<String> about, Instant askedAt, Instant answerBy) {}

    /** How the customer felt at first and feels now, -1 (furious) to 1 (content), so that it can be compared (R19). */
    public record MoodView(double before, double latest) {
        static MoodView of(Filed filed) {
            double before = filed.diagnosis().mood();
            return new MoodView(
                    before, Objects.requireNonNullElse(filed.conversation().latestMood(), before));
        }
    }

    static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.said().size(),
                conversation.revision(),
                question(conversation.question()),
                conversation.contacts().made(),
                ContactWishView.of(conversation.contacts().wish()));
    }

    /** What a case is: {@code complaint}, {@code listening}, {@code praise} or {@code question}; unclear is a complaint. */
    static String kind(ComplaintDiagnosed diagnosis) {
        Hypothesis strongest = diagnosis.hypotheses().getFirst();
        if (strongest.cause() == Cause.VENTING) {
            return "listening";
        }
        return strongest.cause() == Cause.NO_COMPLAINT && !strongest.nature().equals("unclear")
                ? strongest.nature()
                : "complaint";
    }

    private static @Nullable QuestionView question(Conversation.@Nullable Question open) {
        return open == null ? null : new QuestionView(open.about(), open.askedAt(), open.answerBy());
    }
}
