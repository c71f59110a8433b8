package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Customer;
import io.redress.contracts.Limits;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.ContactRole;
import io.redress.intake.domain.Formality;
import io.redress.intake.domain.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a frontline app posts.
 *
 * @param text the customer's words; absent where there is an {@code email}
 * @param onBehalfOf the client whose case it is, where a consultant types it
 * @param product which product it is about, in the client's own words; similar complaints about it are found by them
 * @param region where it happened, likewise
 */
record ComplaintBody(
        @Nullable CustomerBody customer,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String text,
        @Nullable String clientReference,
        @Nullable String onBehalfOf,
        @Nullable EmailBody email,
        @Nullable List<AttachmentBody> attachments,
        @Nullable String product,
        @Nullable String region)
        implements Checked {

    static final List<String> CHANNELS = List.of("web", "email", "phone", "chat", "app", "store", "social");
    static final List<String> LANGUAGES = List.of("en", "it", "ro", "pl");
    private static final int MOST_CONCERNED = 60;
    private static final Pattern CLIENT = Pattern.compile("[!-~][ -~]{0,199}");

    @Override
    public void check(Checks checks) {
        checks.required("/customer", customer)
                .inside("/customer", customer)
                .oneOf("/channel", channel, CHANNELS)
                .oneOf("/language", language, LANGUAGES)
                .length("/clientReference", clientReference, 1, 100)
                .matches("/onBehalfOf", onBehalfOf, CLIENT, "a client id of 1 to 200 printable ASCII characters")
                .length("/product", product, 1, MOST_CONCERNED)
                .length("/region", region, 1, MOST_CONCERNED)
                .each("/attachments", attachments, Limits.ATTACHMENTS);
        if (email == null) {
            // A customer may have a preferred channel; of nobody there is none.
            boolean nobody = customer == null || customer.reference() == null;
            checks.that(!nobody || channel != null, "/channel", "Expected a value, but it is missing or empty.")
                    .required("/text", text)
                    .length("/text", text, 1, Limits.COMPLAINT);
        } else {
            checks.that(text == null, "/text", "Expected no text beside an email, whose body is the text.")
                    .inside("/email", email);
        }
    }

    /** Which product and region it is about; null where neither is said. */
    Origin.@Nullable Concerns concerns() {
        return product == null && region == null ? null : new Origin.Concerns(product, region);
    }

    /** The words that are kept, verbatim; only for a checked body. */
    String words() {
        return email == null ? Objects.requireNonNull(text) : email.words();
    }

    /** Who complains. */
    record CustomerBody(
            @Nullable String reference,
            @Nullable String tier,
            @Nullable ContactBody contact) implements Checked {
        static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
        static final List<String> TIERS =
                Arrays.stream(Customer.Tier.values()).map(Enum::name).toList();

        @Override
        public void check(Checks checks) {
            checks.required("/reference", reference)
                    .matches("/reference", reference, REFERENCE, "1 to 64 letters, digits, dots, hyphens, underscores")
                    .oneOf("/tier", tier, TIERS)
                    .inside("/contact", contact);
        }
    }

    /** How to reach the person, and how to address them. */
    record ContactBody(
            @Nullable String name,
            @Nullable String address,
            @Nullable String role,
            @Nullable String formality) implements Checked {
        private static final List<String> ROLES = Codes.of(ContactRole.values());
        private static final List<String> FORMALITIES = Codes.of(Formality.values());

        @Override
        public void check(Checks checks) {
            checks.length("/name", name, 1, 200)
                    .length("/address", address, 1, 320)
                    .oneOf("/role", role, ROLES)
                    .oneOf("/formality", formality, FORMALITIES);
        }

        Contact contact() {
            return new Contact(
                    name,
                    address,
                    role == null ? null : Codes.read(ContactRole.class, role),
                    formality == null ? null : Codes.read(Formality.class, formality));
        }
    }
}
