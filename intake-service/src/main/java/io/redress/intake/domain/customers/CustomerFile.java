package io.redress.intake.domain.customers;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is kept of a customer. The cases are not in it: an index finds them.
 *
 * @param reference the company's own customer number
 * @param favours oldest first
 */
public record CustomerFile(String reference, CustomerDetails details, List<Favour> favours) {
    /** So many favours are remembered of one customer. */
    public static final int MOST_FAVOURS = 500;

    public CustomerFile {
        details = details == null ? CustomerDetails.NONE : details;
        favours = favours == null ? List.of() : List.copyOf(favours);
    }

    /** Of a customer of whom nothing was noted before. */
    public static CustomerFile of(String reference) {
        return new CustomerFile(reference, CustomerDetails.NONE, List.of());
    }

    /** The same customer with other details. */
    public CustomerFile with(CustomerDetails next) {
        return new CustomerFile(reference, next, favours);
    }

    /** The same customer with one more favour. */
    public CustomerFile with(Favour favour) {
        return new CustomerFile(
                reference,
                details,
                Stream.concat(favours.stream(), Stream.of(favour)).toList());
    }

    /** The favour that was noted under this key. */
    public Optional<Favour> favour(String key) {
        return favours.stream().filter(favour -> favour.key().equals(key)).findFirst();
    }

    /** Whether it was noted before, just so. */
    public boolean has(Favour favour) {
        return favour(favour.key()).filter(noted -> noted.isSame(favour)).isPresent();
    }
}
