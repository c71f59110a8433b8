package io.redress.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.Customer;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.Owner;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.contracts.RoutingEvent.Involvement;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.intake.domain.IntakeCommand.DeadlineReached;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeCommand.Hear;
import io.redress.intake.domain.IntakeFact.PromiseMissed;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** While a case waits, it is known for what, and the customer hears it in time. */
class WaitingTest {
    private static final CaseId CASE = new CaseId("019a4c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant PROMISED = NOW.plus(Duration.ofHours(24));
    private static final Owner ANDREI = new Owner("andrei", "Andrei", new DepartmentCode("front-desk"));
    private static final Diagnosis INVOICE = diagnosis("invoice", Cause.SERVICE_FAILURE);

    private final List<Occasion> said = new ArrayList<>();
    private Diagnosis atTheSecondTry = INVOICE;
    private Scenario<IntakeState, IntakeCommand, IntakeFact> intake = Scenario.of(new IntakeDecider(
            (occasion, complaint, diagnosis, tone) -> {
                said.add(occasion);
                return new Voice.Words(occasion.kind(), "words");
            },
            Promises.standard(),
            DeliveryTerms.standard(),
            new Attention(
                    (text, language) -> atTheSecondTry, (text, language) -> false, ConversationTerms.standard())));

    @Test
    @Behaviour("R69")
    void what_a_case_waits_for_follows_from_what_the_others_say() {
        file(INVOICE);
        assertThat(waits()).containsExactly(WaitsFor.NEXT_STEPS);
        hear(routed(1, 2));
        assertThat(waits()).containsExactly(WaitsFor.CHARGES);
        hear(answered(1));
        assertThat(waits()).containsExactly(WaitsFor.CHARGES);
        hear(redirected(2, 3));
        hear(answered(3));
        assertThat(waits()).containsExactly(WaitsFor.PROPOSAL);
        hear(new OptionChosen(CASE, "p1", "o1", "A refund", "anna", NOW));
        assertThat(waits()).containsExactly(WaitsFor.CHOSEN_SOLUTION);
    }

    @Test
    @Behaviour("R69")
    void an_answer_that_is_heard_before_its_question_ends_the_wait_all_the_same() {
        file(INVOICE);
        hear(answered(1));
        hear(routed(1));

        assertThat(waits()).containsExactly(WaitsFor.PROPOSAL);
    }

    @Test
    void a_department_that_is_not_needed_any_more_is_not_waited_for() {
        file(INVOICE);
        hear(routed(1, 2));
        hear(answered(1));
        hear(routed(1));

        assertThat(waits()).containsExactly(WaitsFor.PROPOSAL);
    }

    @Test
    @Behaviour({"R69", "R85"})
    void who_helps_a_department_sees_the_case_and_is_not_waited_for_by_the_customer() {
        file(INVOICE);
        hear(routed(1));
        HelpRequested help = new HelpRequested(
                CASE,
                RequestId.of(CASE, 1),
                "help-1",
                new DepartmentCode("finance"),
                new DepartmentCode("manufacturing"),
                RequestKind.INFORMATION,
                "Which lot was it?",
                "Silvia",
                NOW);
        hear(help);
        hear(help);
        hear(redirected(2, 3));

        assertThat(waits()).containsExactly(WaitsFor.CHARGES);
        assertThat(((IntakeState.Filed) intake.state()).progress().departments())
                .containsOnlyOnce(new DepartmentCode("manufacturing"));
        hear(answered(1));
        assertThat(waits()).containsExactly(WaitsFor.PROPOSAL);
    }

    @Test
    void the_questions_that_a_case_remembers_are_bounded() {
        Waits waits = Waits.NONE;
        for (int i = 1; i < 200; i++) {
            waits = waits.asking(List.of("r" + i), WaitsFor.FACTS);
        }

        assertThat(waits.questions()).hasSizeLessThanOrEqualTo(60);
        assertThat(waits.open()).containsExactly(WaitsFor.FACTS);
    }

    @Test
    @Behaviour({"R17", "R69"})
    void the_customer_hears_before_the_promised_date_what_the_case_waits_for_and_each_update_sets_the_next() {
        file(INVOICE);
        hear(routed(1));
        Instant due = IntakeDecider.nextDue(filed()).orElseThrow();
        assertThat(due).isBefore(PROMISED);

        intake = intake.at(due);
        List<IntakeFact> facts = reached();

        Instant next = due.plus(Duration.ofHours(48));
        assertThat(said.getLast()).isEqualTo(new Occasion.StillWorking(next, List.of(WaitsFor.CHARGES), null));
        assertThat(facts).noneMatch(PromiseMissed.class::isInstance);
        assertThat(IntakeDecider.nextDue(filed()))
                .hasValueSatisfying(later -> assertThat(later).isBetween(next.minus(Duration.ofMinutes(10)), next));
        assertThat(reached()).isEmpty();
    }

    @Test
    @Behaviour({"R65", "R69", "R124"})
    void a_result_that_comes_later_is_told_at_once_with_the_new_date_and_once_per_estimate() {
        file(INVOICE);
        hear(routed(1));
        int before = said.size();
        Instant expected = NOW.plus(Duration.ofHours(40));
        hear(new DateReestimated(CASE, PROMISED, expected, "Finance has not answered in time.", NOW));

        assertThat(said.getLast()).isEqualTo(new Occasion.TakesLonger(expected, expected, List.of(WaitsFor.CHARGES)));
        assertThat(said).hasSize(before + 1);
        assertThat(Objects.requireNonNull(filed().progress().next()).by()).isEqualTo(expected);

        Instant far = NOW.plus(Duration.ofDays(9));
        Instant update = NOW.plus(Duration.ofHours(48));
        hear(new DateReestimated(CASE, expected, far, "Finance has not answered in time.", NOW));
        assertThat(said.getLast()).isEqualTo(new Occasion.TakesLonger(far, update, List.of(WaitsFor.CHARGES)));
        assertThat(Objects.requireNonNull(filed().progress().next()).by()).isEqualTo(update);
    }

    @Test
    @Behaviour({"R123", "R124", "R126"})
    void a_promise_that_slips_is_told_with_its_numbers_and_not_a_second_time_as_a_late_result() {
        file(INVOICE);
        hear(routed(1));
        hear(new OptionChosen(CASE, "p1", "o1", "A refund", "webshop", NOW));
        Instant promised = NOW.plus(Duration.ofDays(3));
        hear(new PromiseMade(CASE, CASE + "-p1", "o1", "A refund", promised, NOW, List.of(), null, null));
        int before = said.size();
        Instant expected = NOW.plus(Duration.ofDays(5));
        hear(new DateReestimated(CASE, promised, expected, "Finance has not answered in time.", NOW));
        assertThat(said).hasSize(before);

        hear(new PromiseInfeasible(
                CASE,
                CASE + "-p1",
                CASE + "-p1-n1",
                Dimension.TIME,
                Kind.DELAY,
                promised,
                expected,
                null,
                null,
                "Finance has not answered in time.",
                "e",
                NOW,
                new DepartmentCode("finance"),
                List.of(),
                NOW,
                null,
                null));

        assertThat(said).hasSize(before + 1);
        assertThat(said.getLast()).isEqualTo(new Occasion.PromiseSlips(promised, expected, null, null, Dimension.TIME));
        assertThat(filed().progress().promised()).isEqualTo(expected);
    }

    @Test
    @Behaviour({"R123", "R126"})
    void the_customer_reads_what_becomes_of_the_cost_as_it_was_told_inside() {
        file(INVOICE);
        hear(routed(1));
        Instant promised = NOW.plus(Duration.ofDays(3));
        hear(new PromiseMade(CASE, CASE + "-p1", "o1", "A refund", promised, NOW, List.of(), null, null));

        hear(new PromiseInfeasible(
                CASE,
                CASE + "-p1",
                CASE + "-p1-n1",
                Dimension.COST,
                Kind.FINANCIAL,
                promised,
                null,
                "49.90 EUR",
                "59.90 EUR",
                "The tariff has changed.",
                "e",
                NOW,
                new DepartmentCode("finance"),
                List.of(),
                NOW,
                null,
                null));

        assertThat(said.getLast())
                .isEqualTo(new Occasion.PromiseSlips(promised, null, "49.90 EUR", "59.90 EUR", Dimension.COST));
        assertThat(filed().progress().promised()).isEqualTo(promised);
    }

    @Test
    @Behaviour("R69")
    void whom_nobody_keeps_waiting_is_told_of_no_later_date() {
        file(INVOICE);
        hear(routed(1));
        hear(new SolutionExecuted(CASE, "o1", "A refund", NOW));
        int before = said.size();
        hear(new DateReestimated(CASE, PROMISED, NOW.plus(Duration.ofDays(1)), "Silence.", NOW));

        assertThat(said).hasSize(before);
    }

    @Test
    @Behaviour("R69")
    void an_update_that_could_not_be_sent_in_time_says_so_and_is_counted() {
        file(INVOICE);
        intake = intake.at(PROMISED.plus(Duration.ofHours(3)));

        assertThat(reached()).contains(new PromiseMissed(PROMISED));
        assertThat(said.getLast())
                .isInstanceOfSatisfying(
                        Occasion.StillWorking.class,
                        late -> assertThat(late.missed()).isEqualTo(PROMISED));
    }

    @Test
    @Behaviour({"R9", "R14"})
    void without_a_diagnosis_only_a_holding_reply_leaves_and_the_diagnosis_follows() {
        List<CaseEvent> first = published(file(Diagnosis.none("en")));
        assertThat(first)
                .extracting(Object::getClass)
                .containsExactly(ComplaintReceived.class, CustomerMessageComposed.class);
        assertThat(kinds(first)).containsExactly("holding");

        intake = intake.at(IntakeDecider.nextDue(filed()).orElseThrow());
        List<CaseEvent> then = published(reached());

        assertThat(then)
                .extracting(Object::getClass)
                .containsExactly(ComplaintDiagnosed.class, CustomerMessageComposed.class);
        assertThat(kinds(then)).containsExactly("acknowledgement");
        assertThat(filed().diagnosis().hypotheses().getFirst().nature()).isEqualTo("invoice");
        assertThat(reached()).isEmpty();
    }

    @Test
    @Behaviour("R9")
    void what_cannot_be_diagnosed_at_all_goes_on_as_unclear_so_that_a_person_asks() {
        atTheSecondTry = Diagnosis.none("en");
        file(Diagnosis.none("en"));
        intake = intake.at(IntakeDecider.nextDue(filed()).orElseThrow());

        assertThat(published(reached())).hasSize(2);
        assertThat(filed().diagnosis().hypotheses().getFirst().nature()).isEqualTo("unclear");
        assertThat(reached()).isEmpty();
    }

    @Test
    @Behaviour({"R16", "R21", "R126"})
    void a_message_keeps_its_tone_with_the_reason_and_cites_the_event_it_follows_from() {
        assertThat(published(file(INVOICE)).getLast())
                .isInstanceOfSatisfying(CustomerMessageComposed.class, message -> {
                    assertThat(message.tone()).isEqualTo("empathetic");
                    assertThat(message.toneReason()).isEqualTo("our-fault");
                    assertThat(message.formality()).isEqualTo("formal");
                    assertThat(message.uses()).isEmpty();
                    assertThat(message.citing()).isEqualTo(CASE + ":intake:2");
                });
    }

    private List<IntakeFact> file(Diagnosis diagnosis) {
        return decide(new FileComplaint(
                CASE,
                "key",
                "fingerprint",
                null,
                null,
                "app",
                new Customer("C-1", Customer.Tier.STANDARD),
                null,
                "web",
                "en",
                "My invoice is wrong!",
                ANDREI,
                diagnosis));
    }

    private void hear(CaseEvent event) {
        decide(new Hear(event, "e1"));
    }

    private List<IntakeFact> reached() {
        return decide(new DeadlineReached());
    }

    private List<IntakeFact> decide(IntakeCommand command) {
        var then = intake.when(command);
        then.andThen();
        return then.events();
    }

    private List<WaitsFor> waits() {
        return filed().progress().waitsFor();
    }

    private Filed filed() {
        return (Filed) intake.state();
    }

    private static List<CaseEvent> published(List<IntakeFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(fact -> ((Published) fact).event())
                .toList();
    }

    private static List<String> kinds(List<CaseEvent> events) {
        return events.stream()
                .filter(CustomerMessageComposed.class::isInstance)
                .map(event -> ((CustomerMessageComposed) event).kind())
                .toList();
    }

    private static Diagnosis diagnosis(String nature, Cause cause) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, cause, 0.9, List.of(), "rule")), -0.1, false, false, "en", "1");
    }

    private static CaseRouted routed(int... requests) {
        return new CaseRouted(
                CASE,
                "invoice",
                Cause.SERVICE_FAILURE,
                new DepartmentCode("finance"),
                IntStream.of(requests)
                        .mapToObj(i -> new Involvement(
                                new DepartmentCode("finance"), RequestId.of(CASE, i), RequestKind.SOLUTION, "invoice"))
                        .toList(),
                ANDREI,
                new Customer("C-1", Customer.Tier.STANDARD),
                "app",
                "en",
                "invoices",
                NOW,
                NOW.plusSeconds(60));
    }

    private static RequestRedirected redirected(int from, int to) {
        DepartmentCode finance = new DepartmentCode("finance");
        return new RequestRedirected(
                CASE,
                RequestId.of(CASE, from),
                finance,
                new DepartmentCode("logistics"),
                RequestId.of(CASE, to),
                "not ours",
                NOW);
    }

    private static RequestAnswered answered(int request) {
        return new RequestAnswered(
                CASE,
                RequestId.of(CASE, request),
                new DepartmentCode("finance"),
                RequestKind.SOLUTION,
                null,
                true,
                "Charged twice.",
                List.of(),
                List.of(),
                "Silvia",
                NOW);
    }
}
