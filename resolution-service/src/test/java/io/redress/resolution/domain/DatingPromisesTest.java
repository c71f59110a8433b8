package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Stated.answer;
import static io.redress.resolution.domain.Stated.claim;
import static io.redress.resolution.domain.Stated.from;
import static io.redress.resolution.domain.Stated.statement;
import static io.redress.resolution.domain.Stated.superseding;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The date of a promise and what departments state are one truth. */
class DatingPromisesTest {
    private static final String ARRIVES = "It arrives on {claim:delivery.date}.";

    private final Stated stated = Stated.routedCase();

    @Test
    @Behaviour({"R51", "R52"})
    void a_promise_puts_right_what_the_customer_had_been_told_before() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-03-20"));
        stated.accept(statement("s", Channel.PRIVATE, FINANCE, ARRIVES));
        PromiseMade made = promised();

        String value = stated.live("delivery.date").value();
        assertThat(made.dueAt()).asString().startsWith(value);
        assertThat(stated.told(ClaimSuperseded.class).getFirst().repeatedBy()).containsExactly(LOGISTICS, FINANCE);
        String claimId = stated.live("delivery.date").claimId();
        stated.accept(new HearCorrection(claimId, from(LOGISTICS)));
        stated.accept(new HearCorrection(claimId, from(FINANCE)));
        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo(value));
    }

    @Test
    @Behaviour({"R51", "R52"})
    void what_contradicts_a_promised_date_is_never_live() {
        promised();

        assertThat(stated.refused(claim(LOGISTICS, "delivery.date", "2026-03-20")))
                .isEqualTo("claim-conflict");
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-03-20"));
        assertThat(stated.told(ClaimContested.class)).hasSize(1);
        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isEqualTo("not-sayable");
        String claimId = stated.live("delivery.date").claimId();
        assertThat(stated.refused(superseding(Cases.FRONT_DESK, claimId, "2026-03-20")))
                .isEqualTo("promised");
    }

    @Test
    @Behaviour({"R52", "R124"})
    void a_date_that_moves_is_told_by_the_promise_and_not_again_by_a_correction() {
        PromiseMade made = promised();
        String former = stated.live("delivery.date").value();
        stated.accept(
                new CorrectPromise(made.promiseId(), made.dueAt().plus(Duration.ofDays(7)), "It is late.", "andrei"));

        assertThat(stated.live("delivery.date").value()).isNotEqualTo(former);
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        assertThat(stated.claims().hearings()).isEmpty();
    }

    @Test
    void an_earlier_date_of_which_no_message_tells_is_a_correction() {
        PromiseMade made = promised();
        stated.accept(
                new CorrectPromise(made.promiseId(), made.dueAt().plus(Duration.ofDays(7)), "It is late.", "andrei"));
        stated.accept(
                new CorrectPromise(made.promiseId(), made.dueAt().plus(Duration.ofDays(6)), "It is less.", "andrei"));

        assertThat(stated.told(CustomerCorrected.class)).hasSize(1);
    }

    @ParameterizedTest
    @Behaviour({"R51", "R52"})
    @CsvSource({
        "delivery, delivery.date",
        "Re-delivery, delivery.date",
        "exchange, delivery.date",
        "Money back, refund.date"
    })
    void however_the_option_is_written_its_date_is_the_one_value_of_its_key(String kind, String key) {
        Told told = Told.proposing(new OptionIdea(kind, "We do it.", null, 3, null, null, List.of(), null));
        told.hears(Cases.NOW, new Choose("p1", "o1", "webshop"));

        String promised = told.promise().made().dueAt().toString();
        assertThat(told.known().assurances().claims().live(key))
                .hasValueSatisfying(it -> assertThat(promised).startsWith(it.value()));
    }

    /** The customer chooses that something is sent. */
    private PromiseMade promised() {
        stated.accept(answer(FINANCE, "found", "yes"));
        stated.accept(answer(LOGISTICS, "found", "yes"));
        SolutionsProposed proposed = stated.told(SolutionsProposed.class).getLast();
        Option sent = proposed.options().stream()
                .filter(it -> it.kind().equals("replacement"))
                .findFirst()
                .orElseThrow();
        stated.accept(new Choose(proposed.proposalId(), sent.optionId(), "webshop"));
        return stated.told(PromiseMade.class).getLast();
    }
}
