package io.redress.intake.domain;

import io.redress.contracts.Cause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What customers and consultants say to each other in a case. */
public sealed interface ConversationCommand extends IntakeCommand {

    /**
     * The customer says more.
     *
     * @param key who passed it on under which idempotency key, as one opaque value
     * @param fingerprint of the whole request
     * @param channel absent where it is the one of the complaint
     * @param by the client that passed it on
     */
    record HearWords(
            String key,
            String fingerprint,
            String text,
            @Nullable String channel,
            String by) implements ConversationCommand {}

    /**
     * The customer wants to be contacted by the named person.
     *
     * @param how the channel; absent where it is the one of the complaint
     * @param by absent where it does not matter
     */
    record WishContact(@Nullable String how, @Nullable Instant by) implements ConversationCommand {}

    /**
     * A consultant was in contact with the customer.
     *
     * @param mood the customer's after it; absent where the consultant does not say
     */
    record NoteContact(String note, @Nullable Double mood, boolean smallTalk, String by)
            implements ConversationCommand {}

    /**
     * A consultant knows better what it is about.
     *
     * @param cause absent where it follows from the nature or stays unknown
     */
    record CorrectDiagnosis(String nature, @Nullable Cause cause, String reason, String by)
            implements ConversationCommand {}
}
