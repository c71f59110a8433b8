package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.Owner;

/**
 * What routing needs of a complaint.
 *
 * @param words the customer's own, for the departments that are asked
 * @param submittedBy the client that filed it; it may see the case
 */
public record Complaint(
        CaseId caseId, Owner owner, Customer customer, String language, String words, String submittedBy) {

    /** The same without what finds the person; no department needs it, so it is not even kept. */
    Complaint redacted() {
        return new Complaint(caseId, owner, customer, language, Redaction.of(words), submittedBy);
    }

    /** The same, with what the customer said after it. */
    Complaint saying(String more) {
        return new Complaint(caseId, owner, customer, language, Words.joined(words, more), submittedBy);
    }
}
