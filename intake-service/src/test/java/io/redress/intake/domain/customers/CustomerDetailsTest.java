package io.redress.intake.domain.customers;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Customer.Tier;
import io.redress.intake.domain.Complaint.Contact;
import io.redress.intake.domain.ContactRole;
import io.redress.intake.domain.Formality;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerDetailsTest {
    private static final Contact MARIA =
            new Contact("Maria", "maria@customer.example", ContactRole.DECISION_MAKER, Formality.FORMAL);
    private static final Contact LUCA = new Contact("Luca", null, ContactRole.OPERATIONAL, Formality.INFORMAL);
    private static final CustomerDetails KNOWN = new CustomerDetails(List.of(MARIA, LUCA), "it", "phone", Tier.VIP);

    @Test
    @Behaviour("R145")
    void a_contact_is_known_again_by_address_or_name_and_keeps_what_the_complaint_says() {
        assertThat(KNOWN.complete(new Contact(null, "MARIA@customer.example")))
                .isEqualTo(
                        new Contact("Maria", "MARIA@customer.example", ContactRole.DECISION_MAKER, Formality.FORMAL));
        assertThat(KNOWN.complete(new Contact("luca", "luca@customer.example")))
                .isEqualTo(new Contact("luca", "luca@customer.example", ContactRole.OPERATIONAL, Formality.INFORMAL));
        assertThat(KNOWN.complete(new Contact("Luca", null, null, Formality.FORMAL)))
                .isEqualTo(new Contact("Luca", null, ContactRole.OPERATIONAL, Formality.FORMAL));
    }

    @Test
    void nobody_named_is_the_first_contact_and_a_stranger_stays_one() {
        Contact stranger = new Contact("Ada", "ada@customer.example");

        assertThat(KNOWN.complete(null)).isEqualTo(MARIA);
        assertThat(KNOWN.complete(stranger)).isEqualTo(stranger);
        assertThat(CustomerDetails.NONE.complete(null)).isNull();
    }

    @Test
    void a_vip_by_our_own_record_is_one_whatever_a_complaint_says() {
        assertThat(KNOWN.tierOr(Tier.STANDARD)).isEqualTo(Tier.VIP);
        assertThat(CustomerDetails.NONE.tierOr(Tier.VIP)).isEqualTo(Tier.VIP);
        assertThat(CustomerDetails.NONE.tierOr(null)).isEqualTo(Tier.STANDARD);
    }
}
