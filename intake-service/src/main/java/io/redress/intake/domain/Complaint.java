package io.redress.intake.domain;

import io.redress.contracts.Customer;
import io.redress.contracts.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as it was filed. The text is kept verbatim (R2).
 *
 * @param key who filed it under which idempotency key, as one opaque value
 * @param fingerprint of the whole request, to tell a repetition from another complaint under the same key
 * @param reference who filed it under which number of their own, as one opaque value
 * @param contact how to reach the person; never leaves intake
 */
public record Complaint(
        String key,
        String fingerprint,
        @Nullable String reference,
        @Nullable String clientReference,
        String submittedBy,
        Customer customer,
        @Nullable Contact contact,
        String channel,
        String language,
        String text,
        Owner owner,
        Instant receivedAt) {

    /** How to reach the customer, and how to address the person (R145). */
    public record Contact(
            @Nullable String name,
            @Nullable String address,
            @Nullable Formality formality,
            @Nullable Role role) {

        /** A contact of whom only this is known. */
        public Contact(@Nullable String name, @Nullable String address) {
            this(name, address, null, null);
        }
    }

    /** What the contact does at the customer's. */
    public enum Role {
        DECISION_MAKER,
        OPERATIONAL
    }

    /** How the customer is addressed; formally where nothing else was wished. */
    public Formality formality() {
        Formality wished = contact == null ? null : contact.formality();
        return wished == null ? Formality.FORMAL : wished;
    }
}
