package io.redress.routing.domain;

import io.redress.chassis.redact.Redaction;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.Limits;
import io.redress.contracts.Owner;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What routing needs of a complaint.
 *
 * @param words the customer's own, for the departments that are asked
 * @param submittedBy the client that filed it; it may see the case
 * @param product which product it is about; absent where nobody said
 * @param region where it happened; absent likewise
 * @param receivedAt when the customer said it; absent in states of before that was kept
 */
public record Complaint(
        CaseId caseId,
        Owner owner,
        Customer customer,
        String language,
        String words,
        String submittedBy,
        @Nullable String product,
        @Nullable String region,
        @Nullable Instant receivedAt) {

    /** One that names neither product nor region. */
    public Complaint(CaseId caseId, Owner owner, Customer customer, String language, String words, String submittedBy) {
        this(caseId, owner, customer, language, words, submittedBy, null, null, null);
    }

    /** The same without what finds the person; no department needs it, so it is not even kept. */
    Complaint redacted() {
        return new Complaint(
                caseId,
                owner,
                customer,
                language,
                Redaction.of(words, Limits.COMPLAINT),
                submittedBy,
                product,
                region,
                receivedAt);
    }

    /** The same, with what the customer said after it. */
    Complaint saying(String more) {
        return new Complaint(
                caseId, owner, customer, language, Words.joined(words, more), submittedBy, product, region, receivedAt);
    }
}
