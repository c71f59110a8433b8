package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Customer;
import io.redress.intake.domain.Complaint;
import io.redress.intake.domain.Formality;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a frontline app posts. */
record ComplaintBody(
        @Nullable CustomerBody customer,
        @Nullable String channel,
        @Nullable String language,
        @Nullable String text,
        @Nullable String clientReference)
        implements Checked {

    static final List<String> CHANNELS = List.of("web", "email", "phone", "chat", "app", "store", "social");
    static final List<String> LANGUAGES = List.of("en", "it", "ro", "pl");
    private static final int MAX_TEXT = 20_000;

    @Override
    public void check(Checks checks) {
        checks.required("/customer", customer)
                .inside("/customer", customer)
                .required("/channel", channel)
                .oneOf("/channel", channel, CHANNELS)
                .oneOf("/language", language, LANGUAGES)
                .required("/text", text)
                .length("/text", text, 1, MAX_TEXT)
                .length("/clientReference", clientReference, 1, 100);
    }

    /** Who complains. */
    record CustomerBody(
            @Nullable String reference,
            @Nullable String tier,
            @Nullable ContactBody contact) implements Checked {
        private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
        private static final List<String> TIERS =
                Arrays.stream(Customer.Tier.values()).map(Enum::name).toList();

        @Override
        public void check(Checks checks) {
            checks.required("/reference", reference)
                    .matches("/reference", reference, REFERENCE, "1 to 64 letters, digits, dots, hyphens, underscores")
                    .oneOf("/tier", tier, TIERS)
                    .inside("/contact", contact);
        }
    }

    /** How to reach the person, and how to address it. */
    record ContactBody(
            @Nullable String name,
            @Nullable String address,
            @Nullable String formality,
            @Nullable String role) implements Checked {
        private static final List<String> FORMALITIES = List.of("formal", "informal");
        private static final List<String> ROLES = List.of("decision-maker", "operational");

        @Override
        public void check(Checks checks) {
            checks.length("/name", name, 1, 200)
                    .length("/address", address, 1, 320)
                    .oneOf("/formality", formality, FORMALITIES)
                    .oneOf("/role", role, ROLES);
        }

        @Nullable
        Formality formalityOrNull() {
            return formality == null ? null : Formality.valueOf(formality.toUpperCase(Locale.ROOT));
        }

        Complaint.@Nullable Role roleOrNull() {
            return role == null
                    ? null
                    : Complaint.Role.valueOf(role.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
