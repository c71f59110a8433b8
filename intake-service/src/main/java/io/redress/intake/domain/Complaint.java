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
 * @param receivedAt when the customer said it, which for an imported one may be long ago
 * @param origin how it came to us
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
        Instant receivedAt,
        Origin origin) {

    public Complaint {
        // States written before there was an origin have none.
        origin = origin == null ? Origin.DIRECT : origin;
    }

    /** One that came straight from the client. */
    public Complaint(
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
        this(
                key,
                fingerprint,
                reference,
                clientReference,
                submittedBy,
                customer,
                contact,
                channel,
                language,
                text,
                owner,
                receivedAt,
                Origin.DIRECT);
    }

    Complaint ownedBy(Owner another) {
        return new Complaint(
                key,
                fingerprint,
                reference,
                clientReference,
                submittedBy,
                customer,
                contact,
                channel,
                language,
                text,
                another,
                receivedAt,
                origin);
    }

    /** The part of the text that the customer wrote this time, at the same places; the rest is blank. */
    public String ownWords() {
        return origin.ownWords(text);
    }

    /** How to reach the customer, and how to address the person. */
    public record Contact(
            @Nullable String name,
            @Nullable String address,
            @Nullable ContactRole role,
            @Nullable Formality formality) {

        /** A contact of whom no more is known. */
        public Contact(@Nullable String name, @Nullable String address) {
            this(name, address, null, null);
        }
    }

    /** How the customer is addressed; formally where nothing else was wished. */
    public Formality formality() {
        return Formality.of(contact);
    }
}
