package io.redress.intake.domain;

import org.jspecify.annotations.Nullable;

/** Puts into words what a customer hears who has no case, in the customer's language and form of address. Pure. */
@FunctionalInterface
public interface AccountVoice {

    /**
     * The words.
     *
     * @param contact absent where nobody knows one
     * @param language ISO 639-1
     */
    Voice.Words say(Occasion occasion, Complaint.@Nullable Contact contact, String language);

    /** For rules that are about something else. */
    static AccountVoice brief() {
        return (_, _, _) -> new Voice.Words("Put right", "It has been put right.");
    }
}
