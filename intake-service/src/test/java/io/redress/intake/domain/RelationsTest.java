package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.Customer.Tier;
import io.redress.intake.domain.CustomerCommand.NoteCustomer;
import io.redress.intake.domain.CustomerCommand.NoteFavour;
import io.redress.intake.domain.CustomerFact.CustomerNoted;
import io.redress.intake.domain.CustomerFact.FavourNoted;
import io.redress.intake.domain.IntakeState.Known;
import io.redress.intake.domain.customers.CustomerDetails;
import io.redress.intake.domain.customers.CustomerFile;
import io.redress.intake.domain.customers.Favour;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is remembered about a customer. */
class RelationsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final CustomerDetails VIP = new CustomerDetails(List.of(), "it", "phone", Tier.VIP);
    private static final Favour FAVOUR = favour("k", NOW);

    private final Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, _, _, _) -> new Voice.Words(occasion.kind(), occasion.kind()), Promises.standard()));

    @Test
    @Behaviour({"R147", "R151"})
    void details_and_favours_are_noted_once_and_kept_together() {
        intake.when(new NoteCustomer("C-1", VIP))
                .then(new CustomerNoted("C-1", VIP))
                .when(new NoteCustomer("C-1", VIP))
                .thenNothing()
                .when(new NoteFavour("C-1", FAVOUR))
                .then(new FavourNoted("C-1", FAVOUR))
                .when(new NoteFavour("C-1", favour("k", NOW.plusSeconds(5))))
                .thenNothing();

        assertThat(intake.state()).isEqualTo(new Known(new CustomerFile("C-1", VIP, List.of(FAVOUR))));
    }

    @Test
    void a_key_stands_for_one_favour() {
        Favour other = new Favour("k", Favour.Direction.RECEIVED, "Waited.", null, null, "anna", NOW);

        intake.given(new FavourNoted("C-1", FAVOUR))
                .when(new NoteFavour("C-1", other))
                .thenRejected("idempotency-key-reused");
    }

    @Test
    void what_is_remembered_is_bounded() {
        for (int i = 0; i < CustomerFile.MOST_FAVOURS; i++) {
            intake.given(new FavourNoted("C-1", favour("k" + i, NOW)));
        }

        intake.when(new NoteFavour("C-1", favour("one more", NOW))).thenRejected("too-many-favours");
    }

    private static Favour favour(String key, Instant at) {
        return new Favour(key, Favour.Direction.GIVEN, "Delivered on a Saturday.", "Andrei", null, "anna", at);
    }
}
