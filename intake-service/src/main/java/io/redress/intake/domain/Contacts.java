package io.redress.intake.domain;

import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Personal contacts of a case between the customer and the consultant (R138).
 *
 * @param wish that a consultant owes; absent where nobody waits for one
 * @param wishes how often a contact was wished for
 * @param made how many there were
 * @param last the latest one, by which a repetition is known
 */
public record Contacts(
        @Nullable Wish wish,
        Integer wishes,
        Integer made,
        @Nullable ContactMade last) {
    static final Contacts NONE = new Contacts(null, 0, 0, null);

    /**
     * A wish for contact.
     *
     * @param how the channel
     * @param overdue whether it was told that nobody was in touch in time
     */
    public record Wish(
            int number, String how, ContactWished.Reason reason, Instant wishedAt, Instant dueAt, boolean overdue) {}

    Contacts wished(ContactWished event) {
        Wish open = new Wish(event.number(), event.how(), event.reason(), event.wishedAt(), event.dueAt(), false);
        return new Contacts(open, event.number(), made, last);
    }

    Contacts made(ContactMade event) {
        return new Contacts(null, wishes, event.number(), event);
    }

    Contacts overdue(ContactOverdue event) {
        return wish == null || wish.number() != event.number()
                ? this
                : new Contacts(
                        new Wish(wish.number(), wish.how(), wish.reason(), wish.wishedAt(), wish.dueAt(), true),
                        wishes,
                        made,
                        last);
    }
}
