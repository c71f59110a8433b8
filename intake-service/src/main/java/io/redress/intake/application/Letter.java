package io.redress.intake.application;

import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.Delivery;
import io.redress.intake.domain.IntakeState.Correspondence;
import org.jspecify.annotations.Nullable;

/**
 * A message with the person it goes to.
 *
 * @param name the customer's name, null where it is not known
 * @param address where the customer wants to be written, null where it is not known; anything an outsider may type
 */
public record Letter(
        CustomerMessageComposed message,
        @Nullable String name,
        @Nullable String address) {
    static Letter of(Correspondence known, Delivery delivery) {
        Contact contact = known.reachedAt();
        return contact == null
                ? new Letter(delivery.message(), null, null)
                : new Letter(delivery.message(), contact.name(), contact.address());
    }

    /** The same for the same message, however often it is carried. */
    public String id() {
        return message.messageId();
    }

    /** Says which message it is, and nothing of what it says or to whom. */
    @Override
    public String toString() {
        return "Letter[" + id() + "]";
    }
}
