package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Stated.LEGAL;
import static io.redress.resolution.domain.Stated.MANUFACTURING;
import static io.redress.resolution.domain.Stated.PR;
import static io.redress.resolution.domain.Stated.answer;
import static io.redress.resolution.domain.Stated.claim;
import static io.redress.resolution.domain.Stated.from;
import static io.redress.resolution.domain.Stated.statement;
import static io.redress.resolution.domain.Stated.superseding;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ClaimRepeated;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.ClaimsLeftOut;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.ClaimEvent.CorrectionHeard;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.ResolutionEvent;
import io.redress.resolution.domain.ClaimCommand.ClearClaim;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.Intended;
import io.redress.resolution.domain.ClaimCommand.MakeClaim;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ClaimCommand.WithdrawClaim;
import io.redress.resolution.domain.ClaimFact.NoticeGiven;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ClaimingTest {
    private static final String ARRIVES = "It arrives on {claim:delivery.date}.";

    private final Stated stated = Stated.routedCase();

    @Test
    @Behaviour({"R51", "R52"})
    void of_two_different_values_of_a_key_only_the_first_is_live() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));

        assertThat(stated.decide(claim(FINANCE, "Delivery Date", "2026-12-01")))
                .isEqualTo(Decision.reject(
                        "claim-conflict",
                        "Expected delivery.date to be what logistics has stated in claim c1, but got another value. "
                                + "Agree with logistics, which can supersede it."));
        assertThat(stated.live("delivery.date").value()).isEqualTo("2026-11-27");
    }

    @Test
    void the_same_value_of_another_department_is_the_same_claim_however_it_is_written() {
        stated.accept(claim(LOGISTICS, "refund.amount", "49.90"));
        stated.accept(claim(FINANCE, "Refund_Amount", " 49.9 "));
        stated.accept(claim(FINANCE, "refund-amount", "49.900"));

        assertThat(stated.told(ClaimRepeated.class)).hasSize(1);
        assertThat(stated.live("refund.amount").repeatedBy()).containsExactly(FINANCE);
        assertThat(stated.claims().ledger()).hasSize(1);
    }

    @Test
    @Behaviour({"R51", "R52"})
    void what_an_answer_says_against_a_live_claim_is_kept_and_told_but_not_live() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(answer(FINANCE, "delivery.date", "2026-12-01"));

        assertThat(stated.told(ClaimContested.class)).singleElement().satisfies(it -> {
            assertThat(it.against()).isEqualTo("c1");
            assertThat(List.of(it.department(), it.againstDepartment())).containsExactly(FINANCE, LOGISTICS);
        });
        assertThat(stated.live("delivery.date").department()).isEqualTo(LOGISTICS);
        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isEqualTo("not-sayable");
    }

    @Test
    void a_contest_ends_when_the_holder_agrees() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(answer(FINANCE, "delivery.date", "2026-12-01"));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));

        assertThat(stated.told(ContestEnded.class)).hasSize(1);
        assertThat(stated.live("delivery.date").repeatedBy()).containsExactly(FINANCE);
        assertThat(stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .hasSize(2);
    }

    @Test
    void what_was_contested_holds_when_the_live_value_is_withdrawn() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(answer(FINANCE, "delivery.date", "2026-12-01"));
        stated.accept(new WithdrawClaim("c1", "Read from the wrong list.", from(LOGISTICS)));

        assertThat(stated.live("delivery.date").value()).isEqualTo("2026-12-01");
        assertThat(stated.claims().contested("delivery.date")).isEmpty();
    }

    @Test
    void a_department_that_answers_anew_supersedes_what_it_had_said() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-12-01"));

        assertThat(stated.told(ClaimSuperseded.class)).hasSize(1);
        assertThat(stated.live("delivery.date").value()).isEqualTo("2026-12-01");
    }

    @Test
    @Behaviour({"R52", "R126"})
    void who_repeated_the_old_value_knows_before_the_customer_who_is_corrected_once() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s1", Channel.PUBLIC, PR, ARRIVES));
        stated.accept(statement("s2", Channel.PRIVATE, LOGISTICS, ARRIVES));

        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));
        assertThat(stated.told(ClaimSuperseded.class).getFirst().repeatedBy()).containsExactly(FINANCE, PR);
        assertThat(stated.refused(statement("s3", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isEqualTo("not-sayable");
        stated.accept(new HearCorrection("c2", from(FINANCE)));
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        stated.accept(new HearCorrection("c2", from(PR)));
        stated.accept(new HearCorrection("c2", from(PR)));

        assertThat(stated.told(CustomerCorrected.class)).singleElement().satisfies(it -> {
            assertThat(List.of(it.oldValue(), String.valueOf(it.value()))).containsExactly("2026-11-27", "2026-12-01");
            assertThat(it.channels()).containsExactly(Channel.PUBLIC, Channel.PRIVATE);
            assertThat(it.unheard()).isEmpty();
        });
        assertThat(stated.log().stream().map(Object::getClass).toList().indexOf(CustomerCorrected.class))
                .isGreaterThan(lastOf(CorrectionHeard.class));
        assertThat(stated.accept(statement("s3", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isNotEmpty();
    }

    @Test
    void the_customer_does_not_wait_for_who_stays_silent_and_the_silent_are_named() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s1", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));
        assertThat(stated.claims().nextDue()).contains(stated.now().plus(Stated.TO_HEAR));

        stated.later(Stated.TO_HEAR.minusSeconds(1));
        stated.accept(new DeadlineReached());
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        stated.later(Duration.ofSeconds(1));
        stated.accept(new DeadlineReached());
        stated.accept(new DeadlineReached());

        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.unheard()).containsExactly(FINANCE));
        assertThat(stated.claims().nextDue()).isEmpty();
    }

    @Test
    void who_never_heard_the_old_value_is_not_corrected() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));

        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        assertThat(stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isNotEmpty();
    }

    @Test
    void a_value_that_comes_back_before_the_customer_is_corrected_needs_no_correction() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s1", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));
        stated.accept(superseding(LOGISTICS, "c2", "2026-11-27"));
        stated.accept(new HearCorrection("c3", from(FINANCE)));

        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        assertThat(stated.claims().hearings()).isEmpty();
    }

    @Test
    @Behaviour("R20")
    void a_statement_needs_a_live_claim_for_every_fact_in_it() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));

        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, "It costs 49.90 EUR.")))
                .isEqualTo("free-facts");
        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, "You get {claim:refund.amount}.")))
                .isEqualTo("not-sayable");
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));

        assertThat(stated.told(StatementReleased.class)).singleElement().satisfies(it -> {
            assertThat(it.text()).isEqualTo("It arrives on 2026-11-27.");
            assertThat(it.cites()).hasSize(1);
        });
    }

    @Test
    void the_same_statement_sent_again_is_released_once() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));

        assertThat(stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isEmpty();
        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, "We are sorry.")))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    @Behaviour({"R16", "R36"})
    void a_fault_is_admitted_only_where_legal_has_cleared_it_and_nobody_clears_their_own_words() {
        stated.accept(claim(MANUFACTURING, "fault.admitted", "The seal was too thin"));
        var sorry = statement("s", Channel.PRIVATE, LOGISTICS, "We are sorry: {claim:fault.admitted}.");

        assertThat(stated.refused(sorry)).isEqualTo("not-sayable");
        assertThat(stated.refused(new ClearClaim("c1", from(FINANCE)))).isEqualTo("not-your-gate");
        assertThat(stated.refused(new ClearClaim("c1", new Speaker(LEGAL, "manufacturing-person", false))))
                .isEqualTo("four-eyes");
        stated.accept(new ClearClaim("c1", from(LEGAL)));

        assertThat(stated.accept(sorry)).isNotEmpty();
    }

    @Test
    @Behaviour("R16")
    void a_correction_does_not_say_what_is_not_cleared_but_takes_back_what_was_said() {
        stated.accept(claim(MANUFACTURING, "fault.admitted", "The seal was too thin"));
        stated.accept(new ClearClaim("c1", from(LEGAL)));
        stated.accept(statement("s", Channel.PRIVATE, MANUFACTURING, "We are sorry: {claim:fault.admitted}."));
        stated.accept(superseding(MANUFACTURING, "c1", "The seal was brittle"));
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();

        stated.later(Stated.TO_HEAR);
        stated.accept(new DeadlineReached());

        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isNull());
    }

    @Test
    @Behaviour({"R51", "R52"})
    void a_correction_waits_for_the_answer_that_comes_instead_of_one_that_was_sent_back() {
        LearnAnswer moved = correctedByAnAnswerThatGoesBack();
        stated.accept(new HearCorrection("c2", from(FINANCE)));
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();

        stated.accept(moved);

        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo("2026-12-01"));
    }

    @Test
    @Behaviour({"R51", "R52"})
    void where_an_answer_is_not_given_anew_in_time_the_customer_hears_only_that_the_old_value_does_not_hold() {
        correctedByAnAnswerThatGoesBack();
        stated.accept(new HearCorrection("c2", from(FINANCE)));

        stated.later(Stated.TO_HEAR);
        stated.accept(new DeadlineReached());

        assertThat(stated.told(CustomerCorrected.class)).singleElement().satisfies(it -> {
            assertThat(it.oldValue()).isEqualTo("2026-11-27");
            assertThat(it.value()).isNull();
        });
    }

    /** The customer was told a day, finance relied on it, and the answer with another day is sent back. */
    private LearnAnswer correctedByAnAnswerThatGoesBack() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));
        LearnAnswer moved = answer(LOGISTICS, "delivery.date", "2026-12-01");
        stated.accept(moved);
        stated.accept(new ForgetAnswer(moved.answered().requestId()));
        return moved;
    }

    @Test
    @Behaviour("R42")
    void only_pr_speaks_in_public_and_with_the_same_facts() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));

        assertThat(stated.refused(statement("s", Channel.PUBLIC, LOGISTICS, ARRIVES)))
                .isEqualTo("not-sayable");
        assertThat(stated.accept(statement("s", Channel.PUBLIC, PR, ARRIVES))).isNotEmpty();
    }

    @Test
    void only_who_holds_a_claim_or_a_supervisor_changes_it() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));

        assertThat(stated.refused(superseding(FINANCE, "c1", "2026-12-01"))).isEqualTo("not-yours");
        assertThat(stated.refused(new WithdrawClaim("c1", "Wrong.", from(FINANCE))))
                .isEqualTo("not-yours");
        stated.accept(new ClaimCommand.SupersedeClaim("c1", "2026-12-01", "Both agreed.", null, Stated.supervisor()));
        assertThat(stated.told(ClaimSuperseded.class).getFirst().repeatedBy()).containsExactly(LOGISTICS);
    }

    @Test
    void a_case_that_is_part_of_another_says_nothing_itself() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(new LearnPause());

        assertThat(stated.refused(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES)))
                .isEqualTo("not-sayable");
    }

    @Test
    void a_department_with_its_share_leaves_room_for_others_and_what_an_answer_brought_too_much_is_named() {
        for (int i = 0; i < Claims.MOST_OF_ONE; i++) {
            stated.accept(claim(LOGISTICS, "part." + i, "here"));
        }

        assertThat(stated.refused(claim(LOGISTICS, "part.x", "here"))).isEqualTo("too-many-claims");
        stated.accept(answer(LOGISTICS, "part.y", "here"));
        assertThat(stated.told(ClaimsLeftOut.class))
                .singleElement()
                .satisfies(it -> assertThat(it.keys()).containsExactly("part.y"));
        stated.accept(claim(FINANCE, "part.x", "here"));
        stated.accept(new WithdrawClaim("c1", "Sold.", from(LOGISTICS)));
        stated.accept(claim(LOGISTICS, "part.y", "here"));
    }

    @Test
    void a_full_ledger_refuses_more() {
        for (int i = 0; i < Claims.MOST; i++) {
            stated.accept(claim(i % 2 == 0 ? LOGISTICS : MANUFACTURING, "part." + i, "here"));
        }

        assertThat(stated.refused(claim(FINANCE, "part.x", "here"))).isEqualTo("too-many-claims");
        stated.accept(new WithdrawClaim("c1", "Sold.", from(LOGISTICS)));
        stated.accept(claim(FINANCE, "part.x", "here"));
        assertThat(stated.claims().ledger()).hasSize(Claims.MOST);
    }

    @Test
    @Behaviour({"R51", "R52"})
    void an_answer_that_its_department_has_overtaken_is_history_and_never_live() {
        Instant written = stated.now();
        stated.later(Duration.ofMinutes(5));
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-12-01"));
        stated.later(Duration.ofMinutes(1));
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27", written));

        assertThat(stated.live("delivery.date").value()).isEqualTo("2026-12-01");
        assertThat(stated.told(ClaimSuperseded.class)).isEmpty();
        assertThat(stated.claims().ledger())
                .anySatisfy(it -> assertThat(it.standing()).isEqualTo(new Standing.Overtaken()));

        stated.accept(new WithdrawClaim("c1", "Not known any more.", from(LOGISTICS)));
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27", written));
        assertThat(stated.claims().live("delivery.date")).isEmpty();
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-12-02", stated.now()));
        assertThat(stated.live("delivery.date").value()).isEqualTo("2026-12-02");
    }

    @Test
    @Behaviour("R52")
    void a_correction_never_says_what_departments_do_not_agree_about() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(answer(FINANCE, "delivery.date", "2026-12-01"));
        stated.accept(answer(MANUFACTURING, "delivery.date", "2026-12-05"));
        stated.accept(new WithdrawClaim("c1", "Read from the wrong list.", from(LOGISTICS)));

        assertThat(stated.live("delivery.date").department()).isEqualTo(FINANCE);
        assertThat(stated.told(CustomerCorrected.class)).isEmpty();
        stated.later(Stated.TO_HEAR);
        stated.accept(new DeadlineReached());

        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isNull());
    }

    @Test
    @Behaviour({"R52", "R126"})
    void who_has_heard_of_a_value_that_changed_again_has_not_heard_of_the_new_one() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s1", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));
        stated.later(Duration.ofMinutes(1));
        stated.accept(superseding(LOGISTICS, "c2", "2026-12-05"));

        assertThat(stated.refused(new HearCorrection("c2", from(FINANCE)))).isEqualTo("not-what-holds");
        assertThat(stated.accept(new HearCorrection("c2", from(FINANCE), stated.now())))
                .isEmpty();
        assertThat(stated.accept(
                        new HearCorrection("c3", from(FINANCE), stated.now().minusSeconds(30))))
                .isEmpty();
        stated.accept(new HearCorrection("c3", from(FINANCE), stated.now()));

        assertThat(stated.told(CustomerCorrected.class))
                .singleElement()
                .satisfies(it -> assertThat(it.value()).isEqualTo("2026-12-05"));
    }

    @Test
    @Behaviour({"R52", "R126"})
    void a_department_that_relied_on_a_value_hears_of_the_new_one_on_its_own_topic() {
        stated.accept(claim(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(claim(FINANCE, "delivery.date", "2026-11-27"));
        stated.accept(statement("s2", Channel.PUBLIC, PR, ARRIVES));
        stated.accept(superseding(LOGISTICS, "c1", "2026-12-01"));

        // Nobody knows whether marketing-pr, which has no part in the case, has a topic.
        assertThat(stated.facts())
                .contains(new NoticeGiven(stated.told(ClaimSuperseded.class).getFirst(), List.of(FINANCE)));
    }

    @Test
    @Behaviour({"R31", "R32", "R36"})
    void terms_of_payment_and_of_contracts_are_stated_by_who_knows_them_or_cleared_by_them() {
        stated.accept(claim(LOGISTICS, "payment.plan", "three parts"));
        stated.accept(claim(FINANCE, "invoice.terms", "net"));
        stated.accept(claim(FINANCE, "contract.end", "open"));

        assertThat(stated.live("payment.plan").missing()).containsExactly(ClaimGate.PAYMENT);
        assertThat(stated.live("invoice.terms").missing()).isEmpty();
        assertThat(stated.live("contract.end").missing()).containsExactly(ClaimGate.CONTRACT);
        stated.accept(new ClearClaim("c1", from(FINANCE)));
        assertThat(stated.live("payment.plan").missing()).isEmpty();
    }

    @Test
    void the_same_intention_does_the_same_once_whatever_has_become_of_it() {
        Intended intended = new Intended("id", "content");
        MakeClaim make = new MakeClaim("delivery.date", "2026-11-27", null, from(LOGISTICS), intended);
        stated.accept(make);
        stated.accept(new WithdrawClaim("c1", "Wrong.", from(LOGISTICS)));

        assertThat(stated.accept(make)).isEmpty();
        assertThat(stated.claims().live("delivery.date")).isEmpty();
        assertThat(stated.refused(new MakeClaim(
                        "delivery.date", "2026-12-01", null, from(LOGISTICS), new Intended("id", "other"))))
                .isEqualTo("idempotency-key-reused");
    }

    @Test
    void before_routing_nobody_states_anything_but_in_an_answer() {
        var rules = Cases.rules();
        MakeClaim early = claim(LOGISTICS, "delivery.date", "2026-11-27");

        assertThat(rules.decide(rules.initialState(), early, Cases.NOW))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class, it -> assertThat(it.code()).isEqualTo("not-routed-yet"));
        assertThat(rules.decide(rules.initialState(), answer(LOGISTICS, "delivery.date", "2026-11-27"), Cases.NOW))
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        it -> assertThat(it.events())
                                .filteredOn(Published.class::isInstance)
                                .hasSize(1));
    }

    @Test
    void claims_are_stored_and_read_again_as_they_were() {
        stated.accept(answer(LOGISTICS, "delivery.date", "2026-11-27"));
        stated.accept(statement("s", Channel.PRIVATE, LOGISTICS, ARRIVES));
        stated.accept(answer(FINANCE, "delivery.date", "2026-12-01"));
        stated.accept(superseding(LOGISTICS, "c1", "2026-11-30"));
        stated.accept(claim(MANUFACTURING, "fault.admitted", "yes"));
        stated.accept(new ClearClaim(stated.live("fault.admitted").claimId(), from(LEGAL)));
        stated.accept(new WithdrawClaim(stated.live("fault.admitted").claimId(), "No.", from(MANUFACTURING)));
        JsonMapper mapper = JsonMapper.builder().build();

        assertThat(mapper.readValue(mapper.writeValueAsBytes(stated.claims()), Claims.class))
                .isEqualTo(stated.claims());
    }

    private int lastOf(Class<? extends ResolutionEvent> kind) {
        return stated.log().stream().map(Object::getClass).toList().lastIndexOf(kind);
    }
}
