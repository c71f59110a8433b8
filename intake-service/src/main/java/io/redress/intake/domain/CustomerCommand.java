package io.redress.intake.domain;

import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.customers.Favour;

/** What can be told about a customer. */
public sealed interface CustomerCommand extends IntakeCommand {

    /** The company's own customer number. */
    String reference();

    /** How the customer wishes to be treated; takes the place of what was noted before. */
    record NoteCustomer(String reference, CustomerDetails details) implements CustomerCommand {}

    /** One side has been flexible (R147). */
    record NoteFavour(String reference, Favour favour) implements CustomerCommand {}
}
