package io.redress.intake.domain;

import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.customers.Favour;

/** What is remembered about a customer. */
public sealed interface CustomerFact extends IntakeFact {

    /** The company's own customer number. */
    String reference();

    /** How the customer wishes to be treated. */
    record CustomerNoted(String reference, CustomerDetails details) implements CustomerFact {}

    /** One side has been flexible. */
    record FavourNoted(String reference, Favour favour) implements CustomerFact {}
}
