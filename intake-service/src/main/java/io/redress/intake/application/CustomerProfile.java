package io.redress.intake.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.customers.CustomerFile;
import io.redress.intake.domain.customers.Favour;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was noted about a customer, and how flexible each side has been.
 *
 * @param contacts the people there (R145)
 * @param favours the latest first
 */
public record CustomerProfile(
        Customer.@Nullable Tier tier,
        @Nullable String language,
        @Nullable String preferredChannel,
        List<ContactView> contacts,
        Flexibility flexibility,
        List<FavourView> favours) {

    /** What was noted in a file. */
    public static CustomerProfile of(CustomerFile file) {
        var details = file.details();
        return new CustomerProfile(
                details.tier(),
                details.language(),
                details.channel(),
                details.contacts().stream().map(ContactView::of).toList(),
                new Flexibility(count(file, Favour.Direction.GIVEN), count(file, Favour.Direction.RECEIVED)),
                file.favours().reversed().stream().map(FavourView::of).toList());
    }

    private static long count(CustomerFile file, Favour.Direction direction) {
        return file.favours().stream()
                .filter(favour -> favour.direction() == direction)
                .count();
    }

    /** A person there. */
    public record ContactView(
            @Nullable String name,
            @Nullable String address,
            @Nullable String role,
            @Nullable String formality) {
        static ContactView of(Contact contact) {
            return new ContactView(contact.name(), contact.address(), code(contact.role()), code(contact.formality()));
        }
    }

    /** How many favours went each way (R147). */
    public record Flexibility(long given, long received) {}

    /** A favour, the latest first. */
    public record FavourView(
            String direction,
            String what,
            @Nullable String who,
            @Nullable CaseId caseId,
            String by,
            Instant at) {

        /** As people see it. */
        public static FavourView of(Favour favour) {
            return new FavourView(
                    Objects.requireNonNull(code(favour.direction())),
                    favour.what(),
                    favour.who(),
                    favour.caseId(),
                    favour.by(),
                    favour.at());
        }
    }

    private static @Nullable String code(@Nullable Enum<?> value) {
        return value == null ? null : value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
