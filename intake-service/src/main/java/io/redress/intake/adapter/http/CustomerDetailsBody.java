package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Customer;
import io.redress.intake.adapter.http.ComplaintBody.ContactBody;
import io.redress.intake.adapter.http.ComplaintBody.CustomerBody;
import io.redress.intake.domain.customers.CustomerDetails;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a customer wishes to be treated; what is absent is not known any more. */
record CustomerDetailsBody(
        @Nullable List<ContactBody> contacts,
        @Nullable String language,
        @Nullable String preferredChannel,
        @Nullable String tier)
        implements Checked {
    private static final int MOST_CONTACTS = 20;

    @Override
    public void check(Checks checks) {
        checks.each("/contacts", contacts, MOST_CONTACTS)
                .oneOf("/language", language, ComplaintBody.LANGUAGES)
                .oneOf("/preferredChannel", preferredChannel, ComplaintBody.CHANNELS)
                .oneOf("/tier", tier, CustomerBody.TIERS);
        for (int i = 0; contacts != null && i < Math.min(contacts.size(), MOST_CONTACTS); i++) {
            ContactBody contact = contacts.get(i);
            checks.that(
                    contact != null && (contact.name() != null || contact.address() != null),
                    "/contacts/" + i,
                    "Expected a contact with a name or an address, but got neither.");
        }
    }

    CustomerDetails details() {
        return new CustomerDetails(
                contacts == null
                        ? List.of()
                        : contacts.stream().map(ContactBody::contact).toList(),
                language,
                preferredChannel,
                tier == null ? null : Customer.Tier.valueOf(tier));
    }
}
