package io.redress.intake.domain;

import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;

/** Puts an occasion into words for one customer, in the customer's language and tone. Pure. */
@FunctionalInterface
public interface Voice {

    /** The words for an occasion. */
    Words say(Occasion occasion, Complaint complaint, ComplaintDiagnosed diagnosis);

    /** A message's text. */
    record Words(String subject, String body) {}
}
