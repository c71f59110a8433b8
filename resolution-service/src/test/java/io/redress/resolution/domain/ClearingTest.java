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
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRequested;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRerouted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Gate;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.SolutionsRequested;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnRenewal;
import io.redress.resolution.domain.ResolutionCommand.LearnRerouting;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import io.redress.resolution.domain.ResolutionCommand.LearnRouting;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
        ruled.after(approval(third, FINANCE, true, "silvia"));
        assertThat(ruled.told(ClearanceRequested.class)).hasSize(3);

        ruled.after(approval(third, FINANCE, true, "mircea"));

        assertThat(ruled.progress()).isInstanceOf(Proposed.class);
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
