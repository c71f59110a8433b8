package io.redress.intake.domain;

import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import org.jspecify.annotations.Nullable;

/** What is remembered of a customer who has not complained, but whom an incident has affected. */
public sealed interface AccountFact extends IntakeFact {

    /** Something was done for the customer, who does not know it yet. */
    record RemedyHeard(AccountRemedied remedied, String eventId) implements AccountFact {}

    /** How the customer is told. */
    record AccountAddressed(Complaint.@Nullable Contact contact) implements AccountFact {}
}
