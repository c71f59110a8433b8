package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Customer;
import io.redress.contracts.IntakeEvent.Shipment;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mass shipment that somebody plans.
 *
 * @param reference the sender's own number of it
 * @param quantity pieces
 * @param plannedFor the day on which it leaves
 * @param country where it goes, ISO 3166-1 in two capital letters
 */
record ShipmentBody(
        @Nullable Recipient customer,
        @Nullable String reference,
        @Nullable Integer quantity,
        @Nullable LocalDate plannedFor,
        @Nullable String country)
        implements Checked {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{2,99}");
    private static final int MOST_PIECES = 1_000_000_000;

    @Override
    public void check(Checks checks) {
        checks.required("/customer", customer)
                .inside("/customer", customer)
                .required("/reference", reference)
                .matches(
                        "/reference",
                        reference,
                        REFERENCE,
                        "3 to 100 letters, digits, dots, slashes, hyphens, underscores")
                .required("/quantity", quantity)
                .range("/quantity", quantity, 1, MOST_PIECES)
                .required("/plannedFor", plannedFor)
                .required("/country", country)
                .matches("/country", country, COUNTRY, "a country of ISO 3166-1 such as IT");
    }

    /** Only for a checked body. */
    Shipment shipment() {
        return new Shipment(
                Objects.requireNonNull(reference),
                Objects.requireNonNull(quantity),
                Objects.requireNonNull(plannedFor),
                Objects.requireNonNull(country));
    }

    /** Only for a checked body. */
    Customer recipient() {
        Recipient to = Objects.requireNonNull(customer);
        return new Customer(
                Objects.requireNonNull(to.reference()), Customer.Tier.valueOf(Objects.requireNonNull(to.tier())));
    }

    /** Who gets it. */
    record Recipient(@Nullable String reference, @Nullable String tier) implements Checked {
        @Override
        public void check(Checks checks) {
            checks.required("/reference", reference)
                    .matches(
                            "/reference",
                            reference,
                            ComplaintBody.CustomerBody.REFERENCE,
                            "1 to 64 letters, digits, dots, hyphens, underscores")
                    .required("/tier", tier)
                    .oneOf("/tier", tier, ComplaintBody.CustomerBody.TIERS);
        }
    }
}
