package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Stated.LEGAL;
import static io.redress.resolution.domain.Stated.claim;
import static io.redress.resolution.domain.Stated.from;
import static io.redress.resolution.domain.Stated.statement;
import static io.redress.resolution.domain.Stated.superseding;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.StatementCleared;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementOvertaken;
import io.redress.contracts.ClaimEvent.StatementRefused;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.DepartmentCode;
import io.redress.resolution.domain.ClaimCommand.ClearStatement;
import io.redress.resolution.domain.ClaimCommand.RefuseStatement;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HeldStatementTest {
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final String ARRIVES = "It arrives on {claim:delivery.date}.";

    @Test
    @Behaviour("R50")
    void in_a_crisis_nothing_is_said_before_senior_management_agrees() {
        Stated stated = Stated.gatedBy(SENIOR);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));

        assertThat(stated.told(StatementReleased.class)).isEmpty();
        assertThat(stated.told(StatementHeld.class))
                .singleElement()
                .satisfies(it -> assertThat(it.departments()).containsExactly(SENIOR));
        assertThat(stated.refused(new ClearStatement("s", from(FINANCE)))).isEqualTo("not-your-gate");
        stated.accept(new ClearStatement("s", from(SENIOR)));
        assertThat(stated.accept(new ClearStatement("s", from(SENIOR)))).isEmpty();

        assertThat(stated.told(StatementReleased.class)).singleElement().satisfies(it -> {
            assertThat(it.department()).isEqualTo(LOGISTICS);
            assertThat(it.text()).isEqualTo("It arrives on 2026-11-27.");
        });
        assertThat(stated.claims().held()).isEmpty();
    }

    @Test
    @Behaviour("R36")
    void what_legal_says_itself_in_a_case_of_theirs_waits_for_nobody() {
        Stated stated = Stated.gatedBy(LEGAL);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));

        stated.accept(statement("s1", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(statement("s2", Channel.PRIVATE, LEGAL, ARRIVES));

        assertThat(stated.told(StatementReleased.class))
                .extracting(StatementReleased::statementId)
                .containsExactly("s2");
    }

    @Test
    @Behaviour({"R16", "R36"})
    void words_that_cite_no_claim_are_read_by_a_second_person() {
        Stated stated = Stated.routedCase();
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, "We are sorry that you had to wait."));

        assertThat(stated.told(StatementReleased.class)).isEmpty();
        assertThat(stated.refused(new ClearStatement("s", new Speaker(FINANCE, "logistics-person", false))))
                .isEqualTo("four-eyes");
        stated.accept(new ClearStatement("s", from(FINANCE)));
        assertThat(stated.told(StatementReleased.class)).hasSize(1);
    }

    @Test
    @Behaviour({"R36", "R50"})
    void who_of_several_has_agreed_is_told_while_others_still_have_to() {
        Stated stated = Stated.gatedBy(SENIOR, LEGAL);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));

        stated.accept(new ClearStatement("s", from(LEGAL)));
        stated.accept(new ClearStatement("s", from(SENIOR)));

        assertThat(stated.told(StatementCleared.class)).singleElement().satisfies(it -> {
            assertThat(it.department()).isEqualTo(LEGAL);
            assertThat(it.gates()).containsExactly("contract-needs-legal");
        });
        assertThat(stated.told(StatementReleased.class)).hasSize(1);
    }

    @Test
    @Behaviour({"R52", "R60"})
    void what_nobody_can_agree_to_any_more_is_told_once() {
        Stated stated = Stated.gatedBy(SENIOR);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "refund.amount", "49.90"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(superseding(FINANCE, "c2", "59.90"));
        assertThat(stated.told(StatementOvertaken.class)).isEmpty();

        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));
        stated.accept(superseding(LOGISTICS, "c4", "2026-12-02"));

        assertThat(stated.told(StatementOvertaken.class)).singleElement().satisfies(it -> {
            assertThat(it.keys()).containsExactly("delivery.date");
            assertThat(it.department()).isEqualTo(LOGISTICS);
        });
    }

    @Test
    void what_is_agreed_to_is_what_was_read() {
        Stated stated = Stated.gatedBy(SENIOR);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));

        assertThat(stated.refused(new ClearStatement("s", from(SENIOR)))).isEqualTo("not-sayable");
    }

    @Test
    void what_is_refused_is_not_said_and_can_be_written_anew() {
        Stated stated = Stated.gatedBy(SENIOR);
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        var said = statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES);
        stated.accept(said);
        assertThat(stated.accept(said)).isEmpty();

        assertThat(stated.refused(new RefuseStatement("s", "Too early.", from(FINANCE))))
                .isEqualTo("not-your-gate");
        stated.accept(new RefuseStatement("s", "Too early.", from(SENIOR)));
        assertThat(stated.told(StatementRefused.class)).hasSize(1);
        assertThat(stated.refused(new ClearStatement("s", from(SENIOR)))).isEqualTo("unknown-statement");
        stated.accept(statement("s3", Channel.PRIVATE, LOGISTICS, "It comes on {claim:delivery.date}."));
        JsonMapper mapper = JsonMapper.builder().build();
        assertThat(mapper.readValue(mapper.writeValueAsBytes(stated.claims()), Claims.class))
                .isEqualTo(stated.claims());
    }
}
