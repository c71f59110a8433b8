package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.CREDIT;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.FRONT_DESK;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.euro;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Cause;
import io.redress.contracts.ClaimEvent.Channel;
import io.redress.contracts.ClearanceEvent.ClearanceGiven;
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRequested;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Facts;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.Problem;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ImpossibleOrder.Touched;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.ReservationCommand.NoteHeld;
import io.redress.resolution.domain.ReservationCommand.NoteMissing;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnRenewal;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Gates before words. */
class ClearingTest {
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final String PLAN_GATE = "payment-plan-needs-finance";
    private static final String VALUE_GATE = "exceptional-value-needs-senior-management";
    private static final OptionIdea PLAN = new OptionIdea("payment-plan", "Six rates.", null, 3, null);

    private final Ruled ruled = new Ruled();

    @Test
    @Behaviour({"R32", "R108"})
    void a_payment_plan_waits_for_finance_and_another_person_than_the_one_who_proposed_it() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:" + PLAN_GATE);
        assertThat(ruled.told(ClearanceRequested.class)).singleElement().satisfies(it -> {
            assertThat(it.department()).isEqualTo(FINANCE);
            assertThat(it.optionIds()).containsExactly("o1");
            assertThat(it.limitsVersion()).isEqualTo("2026-1");
        });
        assertThat(ruled.told(SolutionsProposed.class)).isEmpty();
        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "silvia"))).isEqualTo("four-eyes");
        ruled.later(Duration.ofDays(1));
        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "mircea"))).isEmpty();

        assertThat(ruled.proposal().proposedAt()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        assertThat(ruled.proposal().limitsVersion()).isEqualTo("2026-1");
        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "mircea"))).isEmpty();
        assertThat(ruled.decide(new Clear(PLAN_GATE, false, "No.", "mircea"))).isEqualTo("already-decided");
    }

    @Test
    @Behaviour("R31")
    void what_finance_proposes_itself_within_its_limits_changes_no_terms() {
        ruled.after(
                routedWith(FINANCE, gate(FINANCE)),
                answered(1, FINANCE, true, worth("refund", euro("1999.99")), CREDIT));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour("R31")
    void the_terms_of_an_invoice_are_clarified_by_nobody_else() {
        ruled.after(
                routedWith(LOGISTICS, gate(FINANCE)),
                answered(1, LOGISTICS, true, new OptionIdea("clarification", "We explain it.", null, 1, null)));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:invoice-terms-need-finance");
    }

    @Test
    @Behaviour("R36")
    void a_case_about_a_contract_waits_for_legal_whoever_had_the_idea() {
        ruled.after(routedWith(LEGAL, gate(LEGAL)), answered(1, LEGAL, true, REFUND));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:contract-needs-legal");
        assertThat(ruled.decide(new Clear("contract-needs-legal", true, null, "silvia")))
                .isEqualTo("four-eyes");
    }

    @Test
    @Behaviour({"R49", "R104", "R108"})
    void value_above_the_limit_of_role_and_tier_waits_for_senior_management() {
        ruled.after(routed(LOGISTICS), answered(1, LOGISTICS, true, worth("refund", euro("500.01")), CREDIT));

        assertThat(ruled.told(ClearanceRequested.class)).singleElement().satisfies(it -> {
            assertThat(it.gate()).isEqualTo(VALUE_GATE);
            assertThat(it.department()).isEqualTo(SENIOR);
            assertThat(it.reason()).contains("500.01 EUR is more than the limit of 500.00 EUR");
            assertThat(it.optionIds()).containsExactly("o1");
        });
        assertThat(ruled.known().background()).satisfies(it -> assertThat(it).isNotNull());
    }

    @Test
    @Behaviour({"R49", "R104"})
    void an_amount_of_another_currency_is_not_converted_and_waits_for_senior_management() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, worth("refund", new Money(new BigDecimal("0.01"), "CHF")), CREDIT));

        assertThat(ruled.told(ClearanceRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("There is no limit in CHF"));
    }

    @Test
    @Behaviour("R50")
    void what_routing_asks_for_of_senior_management_beside_value_is_about_what_we_say() {
        ruled.after(
                routedWith(FINANCE, new Gate(SENIOR, "The press is there.", "risky-words-pass-senior-management")),
                answered(1, FINANCE, true, REFUND, CREDIT));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:crisis-communication-needs-senior-management");
    }

    @Test
    void what_routing_asks_for_of_another_department_is_a_gate_of_its_own() {
        ruled.after(
                routedWith(FINANCE, new Gate(LOGISTICS, "It is bulky.", "bulky-goods")),
                answered(1, FINANCE, true, REFUND, CREDIT));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:as-routed-needs-logistics");
    }

    @Test
    @Behaviour({"R36", "R108"})
    void a_refusal_goes_back_to_whoever_had_the_idea_and_what_else_there_was_stays_possible() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        ruled.decide(new Clear(PLAN_GATE, false, "Six rates are too many.", "mircea"));

        assertThat(ruled.told(ProposalReturned.class)).singleElement().satisfies(it -> {
            assertThat(it.cause()).isEqualTo(ProposalReturned.Cause.CLEARANCE_REFUSED);
            assertThat(it.reason()).isEqualTo("Six rates are too many.");
            assertThat(it.departments()).containsExactly(FINANCE);
        });
        assertThat(ruled.progress()).isInstanceOf(Gathering.class);

        ruled.after(renewed("p1", 5, FINANCE), answered(5, FINANCE, true, CREDIT));

        assertThat(ruled.proposal().proposalId()).isEqualTo("p2");
        assertThat(ruled.proposal().options()).extracting(Option::kind).containsExactly("credit", "refund");
    }

    @Test
    void an_answer_may_come_before_it_is_known_that_it_was_asked_for() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        ruled.decide(new Clear(PLAN_GATE, false, "Too many.", "mircea"));
        ruled.after(answered(5, FINANCE, true, CREDIT));
        assertThat(ruled.progress()).isInstanceOf(Gathering.class);

        ruled.after(renewed("p1", 5, FINANCE));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    void what_was_cleared_is_not_asked_about_again_as_long_as_it_is_the_same() {
        OptionIdea dear = worth("replacement", euro("900.00"));
        ruled.after(routed(LOGISTICS), answered(1, LOGISTICS, true, dear, worth("payment-plan", euro("5.00"))));
        ruled.after(new Clear(VALUE_GATE, true, null, "elena"));
        ruled.decide(new Clear(PLAN_GATE, false, "No rates.", "mircea"));

        ruled.after(renewed("p1", 5, LOGISTICS), answered(5, LOGISTICS, true, CREDIT));

        assertThat(ruled.proposal().options()).extracting(Option::kind).containsExactly("credit", "replacement");
        assertThat(ruled.told(ClearanceRequested.class)).hasSize(2);
    }

    @Test
    @Behaviour({"R32", "R49"})
    void a_department_answers_a_request_for_its_approval_and_who_may_not_decide_is_asked_again() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        String first = ruled.told(ClearanceRequested.class).getFirst().clearanceId();

        ruled.after(approval(first, FINANCE, true, "silvia"));
        assertThat(ruled.progress()).isInstanceOf(Drafted.class);
        String second = ruled.told(ClearanceRequested.class).getLast().clearanceId();
        assertThat(second).isNotEqualTo(first);
        ruled.after(approval(second, LOGISTICS, true, "mircea"));
        assertThat(ruled.progress()).isInstanceOf(Drafted.class);
        String third = ruled.told(ClearanceRequested.class).getLast().clearanceId();
        ruled.after(approval(third, FINANCE, true, "mircea"));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R32", "R50"})
    void where_nobody_answers_who_may_decide_senior_management_sees_to_it_and_still_does_not_decide_itself() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        for (int i = 0; i < 3; i++) {
            ruled.after(approval(lastAsked().clearanceId(), FINANCE, true, "silvia"));
        }

        assertThat(lastAsked().department()).isEqualTo(SENIOR);
        assertThat(lastAsked().reason()).contains("the decision stays theirs");
        assertThat(ruled.draft().background().involved()).contains(SENIOR);
        ruled.after(approval(lastAsked().clearanceId(), SENIOR, true, "elena"));
        assertThat(ruled.progress()).isInstanceOf(Drafted.class);
        assertThat(lastAsked().department()).isEqualTo(FINANCE);
        ruled.after(approval(lastAsked().clearanceId(), FINANCE, true, "mircea"));
        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    void a_person_of_the_gate_may_decide_while_senior_management_sees_to_it() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        for (int i = 0; i < 3; i++) {
            ruled.after(approval(lastAsked().clearanceId(), FINANCE, true, "silvia"));
        }

        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "mircea"))).isEmpty();

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
        assertThat(ruled.told(ClearanceGiven.class))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.clearanceId()).isEqualTo(lastAsked().clearanceId()));
    }

    @Test
    @Behaviour({"R36", "R50", "R108"})
    void what_routing_learns_while_a_draft_waits_is_asked_about_before_it_goes_out() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND), rerouted(true));
        assertThat(ruled.draft().awaiting())
                .containsExactly("clearance:" + PLAN_GATE, "clearance:crisis-communication-needs-senior-management");

        ruled.after(new Clear(PLAN_GATE, true, null, "mircea"));
        assertThat(ruled.told(SolutionsProposed.class)).isEmpty();
        ruled.after(new Clear("crisis-communication-needs-senior-management", true, null, "elena"));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    void what_routing_takes_back_while_a_draft_waits_is_not_waited_for() {
        ruled.after(routedWith(FINANCE, gate(LOGISTICS)), answered(1, FINANCE, true, REFUND, CREDIT), rerouted(false));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
        assertThat(ruled.told(ClearanceLapsed.class)).hasSize(1);
    }

    @Test
    @Behaviour({"R31", "R32"})
    void a_payment_plan_is_one_however_it_is_written() {
        for (String kind :
                List.of("Payment-Plan", "PAYMENT PLAN", "payment\u200bplan", "installments", "Ratenzahlung")) {
            Ruled it = new Ruled().after(routed(LOGISTICS), answered(1, LOGISTICS, true, worth(kind, euro("5.00"))));

            assertThat(it.draft().awaiting()).as(kind).containsExactly("clearance:" + PLAN_GATE);
            assertThat(it.draft().draft().options())
                    .extracting(Option::kind)
                    .as(kind)
                    .containsExactly("payment-plan");
        }
    }

    @Test
    @Behaviour({"R31", "R32"})
    void what_nobody_knows_passes_finance_and_whoever_answers_for_the_case() {
        OptionIdea barter = worth("barter", euro("5.00"));

        assertThat(new Ruled()
                        .after(routed(LOGISTICS), answered(1, LOGISTICS, true, barter))
                        .draft()
                        .awaiting())
                .containsExactly("clearance:unknown-kind-needs-finance");
        assertThat(new Ruled()
                        .after(
                                routed(LOGISTICS, FRONT_DESK),
                                answered(1, LOGISTICS, true),
                                answered(2, FRONT_DESK, true, barter))
                        .draft()
                        .awaiting())
                .containsExactly("clearance:unknown-kind-needs-finance", "clearance:unknown-kind-needs-logistics");
    }

    @Test
    @Behaviour("R105")
    void the_same_kind_written_otherwise_is_no_other_kind() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, REFUND, new OptionIdea("Refund ", "The same.", null, 1, null)));

        assertThat(ruled.proposal().options()).hasSize(1);
    }

    @Test
    @Behaviour({"R49", "R104"})
    void what_is_below_zero_makes_nothing_smaller() {
        assertThat(reasonFor(paying(null, euro("5000.00"), euro("-4500.00"))))
                .contains("5000.00 EUR is more than the limit of 2000.00 EUR", "Not all of its amounts are above zero");
        assertThat(reasonFor(paying(euro("-5.00")))).contains("Not all of its amounts are above zero");
        assertThat(reasonFor(paying(euro("0.00"), euro("0.00")))).contains("Not all of its amounts are above zero");
    }

    @Test
    @Behaviour({"R49", "R104"})
    void a_remedy_of_money_that_does_not_say_how_much_waits_for_senior_management() {
        OptionIdea idea = planned(null, new Remedy("refund", null, "As agreed."));

        assertThat(reasonFor(idea)).contains("How much is paid is not said");
        assertThat(new Ruled()
                        .after(
                                routed(FINANCE),
                                answered(1, FINANCE, true, planned(null, new Remedy("shipment", null, "A modem."))))
                        .progress())
                .isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R49", "R104"})
    void currencies_are_not_measured_one_by_one() {
        assertThat(reasonFor(paying(euro("5.00"), new Money(new BigDecimal("5.00"), "RON"))))
                .contains("It is in more than one currency");
    }

    @Test
    @Behaviour({"R49", "R104"})
    void what_is_taken_from_a_budget_is_measured_as_soon_as_it_is_known_to_be_one() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, reserving("refund", "goodwill", "2000.01"), CREDIT));
        assertThat(ruled.told(ClearanceRequested.class)).isEmpty();
        String hold =
                ruled.known().assurances().reservations().lines().getFirst().id();

        ruled.after(new NoteHeld(hold, NOW.plus(Duration.ofDays(14)), "EUR"));

        assertThat(ruled.told(SolutionsProposed.class)).isEmpty();
        assertThat(lastAsked().gate()).isEqualTo(VALUE_GATE);
        assertThat(lastAsked().reason()).contains("2000.01 EUR is more than the limit of 2000.00 EUR");
        ruled.after(new Clear(VALUE_GATE, true, null, "elena"));
        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    void what_is_left_of_a_draft_is_judged_anew() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, reserving("payment-plan", "credit-line", "5"), REFUND));
        assertThat(ruled.draft().awaiting()).contains("clearance:" + PLAN_GATE);
        String hold =
                ruled.known().assurances().reservations().lines().getFirst().id();

        ruled.after(new NoteMissing(hold, MissingReason.NOT_ENOUGH));

        assertThat(ruled.told(ClearanceLapsed.class)).hasSize(1);
        assertThat(ruled.proposal().options()).extracting(Option::kind).containsExactly("refund");
    }

    @Test
    @Behaviour({"R32", "R108"})
    void nobody_clears_what_he_offers_in_place_of_what_cannot_be_done() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, REFUND, CREDIT),
                new Choose("p1", "o1", "webshop"),
                new LearnImpossible(new ImpossibleOrder(
                        "impossible:1",
                        List.of("department:finance"),
                        List.of(new Touched(Dimension.QUALITY, null, "all", "half")),
                        "The bank has closed.",
                        List.of(PLAN),
                        FINANCE,
                        "silvia",
                        NOW)));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:" + PLAN_GATE);
        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "silvia"))).isEqualTo("four-eyes");
        assertThat(ruled.decide(new Clear(PLAN_GATE, true, null, "mircea"))).isEmpty();
        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R49", "R104"})
    void an_idea_under_the_title_of_another_is_not_the_other_ones() {
        ruled.after(
                routed(LOGISTICS, FINANCE),
                answered(1, LOGISTICS, true, worth("refund", euro("1900.00"))),
                answered(2, FINANCE, true, worth("refund", euro("100.00"))));

        assertThat(lastAsked().reason()).contains("1900.00 EUR is more than the limit of 500.00 EUR");
    }

    @Test
    @Behaviour({"R51", "R102"})
    void what_is_sent_back_before_the_customer_has_seen_it_is_not_proposed() {
        ruled.after(
                routed(FINANCE, LOGISTICS),
                answered(1, FINANCE, true, PLAN),
                answered(2, LOGISTICS, true, CREDIT),
                new ForgetAnswer(request(1)));

        assertThat(ruled.progress())
                .isInstanceOfSatisfying(
                        Gathering.class, it -> assertThat(it.missing()).containsExactly(request(1)));
        assertThat(ruled.clearances().open()).isEmpty();
        ruled.after(answered(1, FINANCE, true, REFUND));
        assertThat(ruled.proposal().options()).extracting(Option::kind).containsExactly("refund", "credit");
        assertThat(ruled.decide(new ForgetAnswer(request(1)))).isEmpty();
        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R51", "R102"})
    void one_answer_sent_back_after_the_other_is_waited_for_too() {
        ruled.after(
                routed(FINANCE, LOGISTICS),
                answered(1, FINANCE, true, PLAN),
                answered(2, LOGISTICS, true, CREDIT),
                new ForgetAnswer(request(1)),
                new ForgetAnswer(request(2)),
                answered(1, FINANCE, true, REFUND));
        assertThat(ruled.progress()).isInstanceOf(Gathering.class);

        ruled.after(answered(2, LOGISTICS, true, worth("voucher", euro("5.00"))));

        assertThat(ruled.proposal().options()).extracting(Option::kind).containsExactly("refund", "voucher");
    }

    @Test
    void what_is_not_going_to_be_proposed_needs_no_clearance_any_more() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND));
        ruled.after(new LearnRerouting(new CaseRerouted(
                CASE,
                1,
                "delivery",
                Cause.SERVICE_FAILURE,
                LOGISTICS,
                List.of(new Involvement(LOGISTICS, request(2), RequestKind.SOLUTION, "It is theirs.")),
                List.of(request(2)),
                List.of(),
                true,
                "goods-to-logistics",
                "The parcel.",
                NOW,
                NOW)));

        assertThat(ruled.told(ClearanceLapsed.class))
                .singleElement()
                .satisfies(it -> assertThat(it.gate()).isEqualTo(PLAN_GATE));
        assertThat(ruled.clearances().open()).isEmpty();
    }

    @Test
    void what_is_cleared_during_a_merge_goes_out_when_the_case_has_its_own_life_again() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, PLAN, REFUND), new LearnPause());
        ruled.after(new Clear(PLAN_GATE, true, null, "mircea"));
        assertThat(ruled.told(SolutionsProposed.class)).isEmpty();

        ruled.after(new LearnResumption());

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R102", "R108"})
    void a_case_whose_routing_comes_last_passes_its_gates_too() {
        ruled.after(answered(1, FINANCE, true, PLAN, REFUND), routed(FINANCE));

        assertThat(ruled.draft().awaiting()).containsExactly("clearance:" + PLAN_GATE);
    }

    @Test
    @Behaviour("R107")
    void what_takes_longer_and_does_not_say_so_is_marked() {
        ruled.after(routed(FINANCE), answered(1, FINANCE, true, REFUND, CREDIT));

        assertThat(ruled.proposal().options())
                .extracting(Option::disadvantage)
                .containsExactly("It takes longer.", "Only next month.");
        assertThat(Unfavourable.in(
                        ruled.proposal().options().getFirst(), ruled.proposal().options()))
                .containsExactly(Unfavourable.LONGER);
    }

    @Test
    @Behaviour({"R51", "R52"})
    void what_was_said_in_an_answer_that_went_back_is_not_said_to_the_customer_until_it_is_answered_anew() {
        LearnAnswer said = Stated.answer(FINANCE, "delivery.date", "2026-03-20");
        ResolutionCommand statement =
                Stated.statement("s1", Channel.PRIVATE, FINANCE, "It comes on {claim:delivery.date}.");
        ruled.after(
                routed(FINANCE, LOGISTICS),
                said,
                new ForgetAnswer(said.answered().requestId()));

        assertThat(ruled.decide(statement)).isEqualTo("not-sayable");

        ruled.after(said);
        assertThat(ruled.decide(statement)).isEmpty();
    }

    private ClearanceRequested lastAsked() {
        return ruled.told(ClearanceRequested.class).getLast();
    }

    /** Why senior management is asked about the only idea of finance. */
    private static String reasonFor(OptionIdea idea) {
        return new Ruled()
                .after(routed(FINANCE), answered(1, FINANCE, true, idea)).told(ClearanceRequested.class).stream()
                        .filter(it -> it.gate().equals(VALUE_GATE))
                        .map(ClearanceRequested::reason)
                        .findFirst()
                        .orElse("");
    }

    private static OptionIdea paying(@Nullable Money cost, Money... amounts) {
        return planned(
                cost,
                Arrays.stream(amounts).map(it -> new Remedy("refund", it, null)).toArray(Remedy[]::new));
    }

    private static OptionIdea planned(@Nullable Money cost, Remedy... remedies) {
        List<PlannedStep> steps = new ArrayList<>();
        for (Remedy remedy : remedies) {
            steps.add(new PlannedStep("s" + steps.size(), FINANCE, "Pay.", List.of(), null, null, remedy));
        }
        return new OptionIdea("refund", "Your money.", cost, 1, null, null, steps.isEmpty() ? null : steps, null);
    }

    private static OptionIdea reserving(String kind, String resource, String quantity) {
        return new OptionIdea(
                kind, "From a budget.", null, 1, null, null, null, List.of(new Reserve(resource, quantity)));
    }

    /** Nobody else is needed, but what decides about gates is another. */
    static LearnRerouting rerouted(boolean crisis, Gate... gates) {
        return new LearnRerouting(new CaseRerouted(
                CASE,
                1,
                "invoice",
                Cause.SERVICE_FAILURE,
                FINANCE,
                List.of(new Involvement(FINANCE, request(1), RequestKind.SOLUTION, "handles it")),
                List.of(),
                List.of(),
                false,
                "a-row",
                "More is known.",
                NOW,
                NOW,
                null,
                new Facts(
                        List.of(new Problem("invoice", Cause.SERVICE_FAILURE)),
                        Customer.Tier.STANDARD,
                        false,
                        crisis,
                        false,
                        "software",
                        null,
                        null),
                Arrays.asList(gates)));
    }

    static OptionIdea worth(String kind, Money cost) {
        return new OptionIdea(kind, "A " + kind + ".", cost, 3, null);
    }

    static Gate gate(DepartmentCode department) {
        return new Gate(department, "Routing says so.", "a-row");
    }

    static LearnRouting routedWith(DepartmentCode lead, Gate... gates) {
        return new LearnRouting(new CaseRouted(
                CASE,
                "invoice",
                Cause.SERVICE_FAILURE,
                lead,
                List.of(new Involvement(lead, request(1), RequestKind.SOLUTION, "handles it")),
                new Owner("andrei", "Andrei Pop", FRONT_DESK),
                new Customer("C-1", Customer.Tier.STANDARD),
                "webshop",
                "en",
                "a-row",
                NOW,
                NOW,
                null,
                null,
                Arrays.asList(gates)));
    }

    static LearnRenewal renewed(String proposalId, int number, DepartmentCode department) {
        return new LearnRenewal(new SolutionsRequested(
                CASE,
                proposalId,
                List.of(new Involvement(department, request(number), RequestKind.SOLUTION, "once more")),
                NOW));
    }

    private static LearnAnswer approval(String clearanceId, DepartmentCode department, boolean given, String by) {
        return new LearnAnswer(new RequestAnswered(
                CASE,
                request(8),
                department,
                RequestKind.APPROVAL,
                clearanceId,
                given,
                "Looked at.",
                List.of(),
                List.of(),
                by,
                NOW));
    }
}
