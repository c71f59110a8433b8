package io.redress.intake.domain;

import io.redress.intake.domain.Conversation.Said;

/** What intake keeps for itself of a conversation. */
public sealed interface ConversationFact extends IntakeFact {

    /** Words that need strong nerves stood in the complaint already. */
    record HostilityNoticed() implements ConversationFact {}

    /**
     * The customer said more.
     *
     * @param again whether it was our turn and there was nothing new in it (R54)
     */
    record WordsNoted(Said said, boolean again) implements ConversationFact {}
}
