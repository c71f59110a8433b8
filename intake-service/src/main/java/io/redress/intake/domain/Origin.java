package io.redress.intake.domain;

import io.redress.contracts.Attachment;
import io.redress.intake.domain.email.Email;
import io.redress.intake.domain.email.OwnWords;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a complaint came to us, beyond its words.
 *
 * @param filedBy who typed it where that was not the client whose case it is
 * @param email the envelope where it was an e-mail
 * @param attachments references to what came along
 * @param imported where it comes from the history of another system
 */
public record Origin(
        @Nullable String filedBy,
        @Nullable Email email,
        List<Attachment> attachments,
        @Nullable Imported imported) {
    /** Straight from the client, as most complaints. */
    public static final Origin DIRECT = new Origin(null, null, List.of(), null);

    public Origin {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The same out of the history of another system. */
    public Origin imported(Imported history) {
        return new Origin(filedBy, email, attachments, history);
    }

    /**
     * A piece of history.
     *
     * @param importedAt when it was taken over
     * @param closedAt when it was closed in the other system; null where it is still open
     * @param outcome how it ended there, in a few words
     */
    public record Imported(
            Instant importedAt,
            @Nullable Instant closedAt,
            @Nullable String outcome) {}

    /** What the customer wrote this time: of an e-mail without what it quotes, at the same places; the rest is blank. */
    String ownWords(String text) {
        return email == null ? text : OwnWords.of(text);
    }
}
