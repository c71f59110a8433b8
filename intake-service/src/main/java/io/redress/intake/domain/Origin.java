package io.redress.intake.domain;

import io.redress.chassis.mail.OwnWords;
import io.redress.contracts.Attachment;
import io.redress.intake.domain.email.Email;
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
 * @param concerns which product and which region; absent where nobody said
 * @param duringCrisis whether the whole organisation was in a crisis when it came; absent means no
 */
public record Origin(
        @Nullable String filedBy,
        @Nullable Email email,
        List<Attachment> attachments,
        @Nullable Imported imported,
        @Nullable Concerns concerns,
        @Nullable Boolean duringCrisis) {
    /** Straight from the client, as most complaints. */
    public static final Origin DIRECT = new Origin(null, null, List.of(), null, null, null);

    public Origin {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    /** The same out of the history of another system. */
    public Origin imported(Imported history) {
        return new Origin(filedBy, email, attachments, history, concerns, duringCrisis);
    }

    /** Which product a complaint is about and where it happened, as the client names them. */
    public record Concerns(
            @Nullable String product, @Nullable String region) {}

    /** The same while the whole organisation is in a crisis. */
    public Origin inCrisis() {
        return new Origin(filedBy, email, attachments, imported, concerns, true);
    }

    boolean isDuringCrisis() {
        return Boolean.TRUE.equals(duringCrisis);
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
