package io.redress.intake.domain.customers;

import io.redress.contracts.Customer;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.Formality;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a customer wishes to be treated.
 *
 * @param contacts the people there with role and formality (R145); the first is asked first
 * @param language preferred, ISO 639-1
 * @param channel preferred
 * @param tier what the customer has been promised
 */
public record CustomerDetails(
        List<Contact> contacts,
        @Nullable String language,
        @Nullable String channel,
        Customer.@Nullable Tier tier) {
    /** Nobody has noted anything. */
    public static final CustomerDetails NONE = new CustomerDetails(List.of(), null, null, null);

    public CustomerDetails {
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** What the customer has been promised; a VIP by our own record is one whatever a complaint says. */
    public Customer.Tier tierOr(Customer.@Nullable Tier said) {
        if (tier == Customer.Tier.VIP || said == null) {
            return tier == null ? Customer.Tier.STANDARD : tier;
        }
        return said;
    }

    /**
     * The contact of a complaint with what is known of the person.
     *
     * @param given as the complaint has it; null where it names nobody, who is then the first contact
     */
    public @Nullable Contact complete(@Nullable Contact given) {
        if (given == null) {
            return contacts.isEmpty() ? null : contacts.getFirst();
        }
        Optional<Contact> known =
                contacts.stream().filter(contact -> isSame(contact, given)).findFirst();
        return known.map(contact -> new Contact(
                        given.name() == null ? contact.name() : given.name(),
                        given.address() == null ? contact.address() : given.address(),
                        given.role() == null ? contact.role() : given.role(),
                        formality(given, contact)))
                .orElse(given);
    }

    private static @Nullable Formality formality(Contact given, Contact known) {
        return given.formality() == null ? known.formality() : given.formality();
    }

    /** By the address where both have one, else by the name. */
    private static boolean isSame(Contact known, Contact given) {
        return known.address() != null && given.address() != null
                ? folded(known.address()).equals(folded(given.address()))
                : known.name() != null
                        && given.name() != null
                        && folded(known.name()).equals(folded(given.name()));
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
