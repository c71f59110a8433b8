package io.redress.intake.domain;

import org.jspecify.annotations.Nullable;

/** What is said about a customer who has not complained, but whom an incident has affected. */
public sealed interface AccountCommand extends IntakeCommand {

    /**
     * How to tell the customer is known now, as far as anybody knows it.
     *
     * @param contact absent where nobody knows one
     * @param language ISO 639-1
     * @param channel {@code unknown} where nobody has noted one
     */
    record TellAccount(Complaint.@Nullable Contact contact, String language, String channel)
            implements AccountCommand {}
}
