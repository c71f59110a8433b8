package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClearanceEvent.ClearanceRefused;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseReleased;
import io.redress.contracts.Remedy;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.RequestId;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.contracts.ReservationEvent.ReservationReleased;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ChoiceReminderDue;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.GoesOn;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.ClearanceCommand.Haggle;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyExecuted;
import io.redress.resolution.domain.ExecutionCommand.TakeRemedy;
import io.redress.resolution.domain.ImpossibleOrder.Touched;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.PromiseCommand.LearnDate;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.Reservation.Stage;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An order has become impossible: something else is offered while what was chosen is carried out. */
class OfferBesideChoiceTest {
    private static final String FETCH = "p1-o1-s1";
    private static final String MEND = "p1-o1-s2";
    private static final String PAY = "p1-o1-s3";
    private static final String REMEDY = CASE.value() + ":" + PAY;
    private static final Instant FRIDAY = Instant.parse("2026-03-06T16:00:00Z");
    private static final Instant EXPIRY = NOW.plus(Cases.TERMS.offerValidity());
    private static final OptionIdea VOUCHER = new OptionIdea("voucher", "A voucher.", null, 1, null);

    @Test
    @Behaviour({"R111", "R123"})
    void what_was_chosen_goes_on_and_is_offered_last_under_the_same_steps() {
        Told told = chosen();

        SolutionsProposed offer = Told.first(impossible(told, VOUCHER), SolutionsProposed.class);

        assertThat(offer.options()).extracting(ResolutionEvent.Option::kind).containsExactly("voucher", "repair");
        assertThat(offer.options().getLast().steps())
                .extracting(ResolutionEvent.Step::stepId)
                .containsExactly(FETCH, MEND, PAY);
        assertThat(offer.disclosure()).contains("We repair it.");
        assertThat(offer.goesOn()).isEqualTo(new GoesOn("o2", List.of(Dimension.TIME)));
        assertThat(told.hears(NOW, stepAnswered(FETCH, LOGISTICS, true)))
                .hasAtLeastOneElementOfType(ExecutionStepCompleted.class)
                .hasAtLeastOneElementOfType(ExecutionStepStarted.class);
        assertThat(told.known().progress()).isInstanceOf(Proposed.class);
    }

    @Test
    @Behaviour({"R107", "R123", "R126"})
    void what_goes_on_is_offered_with_the_days_that_it_takes_by_now() {
        Told told = chosen();

        SolutionsProposed offer = Told.first(impossible(told, VOUCHER), SolutionsProposed.class);

        assertThat(offer.options().getLast().days()).isEqualTo(4);
        assertThat(told.promise().dueAt()).isEqualTo(FRIDAY);
    }

    @Test
    @Behaviour({"R105", "R123"})
    void who_has_taken_the_alternative_is_offered_neither_that_nor_what_was_impossible_again() {
        Told told = chosen();
        impossible(told, VOUCHER);
        told.hears(NOW, new Choose("p2", "o1", "webshop"));

        assertThat(another(told, "impossible:2", FRIDAY, new OptionIdea("Gift card", "a voucher.", null, 0, null)))
                .doesNotHaveAnyElementsOfTypes(SolutionsProposed.class);
        SolutionsProposed offer = Told.first(
                another(
                        told,
                        "impossible:3",
                        FRIDAY.plusSeconds(1),
                        new OptionIdea("credit", "A credit.", null, 0, null)),
                SolutionsProposed.class);
        assertThat(offer.options())
                .extracting(ResolutionEvent.Option::title)
                .containsExactly("A credit.", "A voucher.");
    }

    @Test
    @Behaviour({"R106", "R111"})
    void whoever_keeps_it_has_each_step_asked_for_and_each_remedy_ordered_once() {
        Told told = chosen();
        impossible(told, VOUCHER);
        assertThat(told.hears(NOW, stepAnswered(PAY, FINANCE, true))).hasAtLeastOneElementOfType(RemedyOrdered.class);
        told.hears(NOW, stepAnswered(FETCH, LOGISTICS, true));

        List<ResolutionEvent> events = told.hears(NOW, new Choose("p2", "o2", "webshop"));

        assertThat(events).hasExactlyElementsOfTypes(OptionChosen.class);
        assertThat(Told.first(events, OptionChosen.class))
                .extracting(OptionChosen::goesOn, OptionChosen::dueAt, OptionChosen::kept)
                .containsExactly(true, FRIDAY, null);
        assertThat(told.known().assurances().executions().plans()).hasSize(1);
        assertThat(told.promises().all()).hasSize(1);
        assertThat(told.promise().dueAt()).isEqualTo(FRIDAY);
        told.hears(NOW, new TakeRemedy(REMEDY));
        told.hears(NOW, new NoteRemedyExecuted(REMEDY, "ref-1", NOW));
        assertThat(told.hears(NOW, stepAnswered(MEND, FINANCE, true)))
                .hasAtLeastOneElementOfType(SolutionExecuted.class)
                .doesNotHaveAnyElementsOfTypes(RemedyOrdered.class);
        assertThat(told.decides(NOW, new Choose("p2", "o2", "webshop"))).isEqualTo(Decision.nothing());
    }

    @Test
    @Behaviour({"R111", "R114"})
    void whoever_chooses_something_else_gets_that_and_what_was_begun_is_taken_back_or_undone() {
        Told told = chosen();
        impossible(told, VOUCHER);
        told.hears(NOW, stepAnswered(FETCH, LOGISTICS, true));

        List<ResolutionEvent> events = told.hears(NOW, new Choose("p2", "o1", "webshop"));

        assertThat(events.stream()
                        .filter(ExecutionStepWithdrawn.class::isInstance)
                        .map(it -> ((ExecutionStepWithdrawn) it).stepId()))
                .containsExactly(MEND, PAY);
        assertThat(Told.first(events, CompensationStarted.class).stepId()).isEqualTo(FETCH);
        assertThat(events)
                .hasAtLeastOneElementOfType(PromiseReleased.class)
                .hasAtLeastOneElementOfType(PromiseMade.class);

        told.hears(NOW, stepAnswered(FETCH + "-undo", LOGISTICS, true));
        told.hears(NOW, stepAnswered("p2-o1-s1", LOGISTICS, true));
        assertThat(told.known().progress()).isInstanceOf(Executed.class);
        assertThat(told.known().assurances().executions().open()).isEmpty();
        assertThat(told.hears(NOW, new Close(true, null))).hasAtLeastOneElementOfType(CaseClosed.class);
    }

    @Test
    @Behaviour({"R109", "R114"})
    void a_customer_who_says_nothing_keeps_what_was_chosen_with_the_date_that_was_told() {
        Told told = chosen();
        impossible(told, VOUCHER);

        List<ResolutionEvent> events = told.hears(EXPIRY, new DeadlineReached());

        assertThat(Told.first(events, ChoiceUpheld.class))
                .isEqualTo(
                        new ChoiceUpheld(CASE, "p2", "o2", "We repair it.", EXPIRY, ChoiceUpheld.Reason.SILENCE, null));
        assertThat(events).doesNotHaveAnyElementsOfTypes(CaseClosed.class, PromiseReleased.class);
        assertThat(told.known().progress()).isInstanceOf(Executing.class);
        assertThat(told.promise().dueAt()).isEqualTo(FRIDAY);
        assertThat(told.hears(EXPIRY, stepAnswered(FETCH, LOGISTICS, true)))
                .hasAtLeastOneElementOfType(ExecutionStepStarted.class);
        assertThat(Told.first(told.hears(EXPIRY, stepAnswered(MEND, FINANCE, false)), SolutionsProposed.class)
                        .options())
                .extracting(ResolutionEvent.Option::kind)
                .startsWith("voucher")
                .doesNotContain("repair");
    }

    @Test
    @Behaviour({"R105", "R108"})
    void what_is_not_cleared_takes_nothing_else_of_the_offer_with_it() {
        Told told = chosen();
        impossible(told, new OptionIdea("refund", "A lot of money.", Cases.euro("9000.00"), 1, null), VOUCHER);
        String gate = told.known().assurances().clearances().open().getFirst().gate();

        List<ResolutionEvent> events = told.hears(NOW, new Clear(gate, false, "Too much.", "Silvia Ene"));

        assertThat(Told.first(events, SolutionsProposed.class).options())
                .extracting(ResolutionEvent.Option::title)
                .containsExactly("A voucher.", "We repair it.");
        assertThat(told.known().assurances().clearances().open()).isEmpty();
        assertThat(Told.first(told.hears(NOW, new Choose("p2", "o2", "webshop")), PromiseMade.class))
                .isNotNull();
    }

    @Test
    @Behaviour("R114")
    void what_fails_meanwhile_is_no_choice_any_more_and_that_is_said() {
        Told told = chosen();
        impossible(told, VOUCHER);

        List<ResolutionEvent> events = told.hears(NOW, stepAnswered(FETCH, LOGISTICS, false));

        SolutionsProposed next = Told.first(events, SolutionsProposed.class);
        assertThat(next.proposalId()).isEqualTo("p3");
        assertThat(next.options())
                .extracting(ResolutionEvent.Option::kind)
                .startsWith("voucher")
                .doesNotContain("repair");
        assertThat(next.disclosure()).isEqualTo("Failed: We repair it.");
        assertThat(told.hears(EXPIRY, new DeadlineReached())).hasAtLeastOneElementOfType(CaseClosed.class);
    }

    @Test
    @Behaviour("R111")
    void what_is_done_before_something_else_is_chosen_is_done() {
        Told told = Told.promising(3, step("fetch", LOGISTICS, null, null));
        impossible(told, VOUCHER);

        List<ResolutionEvent> events = told.hears(NOW, stepAnswered(FETCH, LOGISTICS, true));

        assertThat(events).hasAtLeastOneElementOfType(SolutionExecuted.class);
        assertThat(Told.first(events, ChoiceUpheld.class))
                .extracting(ChoiceUpheld::reason, ChoiceUpheld::dueAt)
                .containsExactly(ChoiceUpheld.Reason.DONE, null);
        assertThat(told.known().progress()).isInstanceOf(Executed.class);
    }

    @Test
    @Behaviour({"R106", "R126"})
    void a_date_that_still_holds_when_the_offer_ends_is_named_and_the_reminder_says_that_silence_keeps_it() {
        Told told = chosen();
        Instant later = EXPIRY.plusSeconds(86_400);
        told.hears(NOW, new LearnImpossible(order("impossible:1", "department:logistics", later, VOUCHER)));

        assertThat(Told.first(told.hears(EXPIRY.minusSeconds(60), new DeadlineReached()), ChoiceReminderDue.class)
                        .goesOn())
                .isTrue();
        told.hears(EXPIRY.minusSeconds(60), stepAnswered(FETCH, LOGISTICS, true));
        Instant due = told.promise().dueAt();
        assertThat(due).isAfter(EXPIRY);
        List<ResolutionEvent> events = told.hears(EXPIRY, new DeadlineReached());

        assertThat(events).doesNotHaveAnyElementsOfTypes(PromiseInfeasible.class);
        assertThat(Told.first(events, ChoiceUpheld.class))
                .extracting(ChoiceUpheld::reason, ChoiceUpheld::dueAt)
                .containsExactly(ChoiceUpheld.Reason.SILENCE, due);
    }

    @Test
    @Behaviour("R125")
    void a_date_that_moves_as_the_offer_ends_is_left_to_the_promise_which_tells_it_inside_first() {
        Told told = chosen();
        impossible(told, VOUCHER);
        Instant named = EXPIRY.minusSeconds(3 * 86_400);
        told.hears(
                NOW,
                new LearnDate(
                        RequestId.of(CASE, 9),
                        FETCH,
                        named,
                        Evidence.date("e1", NOW, LOGISTICS, "The department has named it.")));
        assertThat(told.promise().dueAt()).isAfter(named);

        List<ResolutionEvent> events = told.hears(EXPIRY, new DeadlineReached());

        assertThat(Told.first(events, PromiseInfeasible.class).newDueAt()).isAfter(EXPIRY);
        assertThat(Told.first(events, ChoiceUpheld.class).dueAt()).isNull();
    }

    @Test
    @Behaviour({"R107", "R114"})
    void what_has_left_for_good_before_something_else_is_chosen_is_named_with_the_choice() {
        Remedy money = new Remedy("refund", Cases.euro("49.90"), null);
        Told told = Told.promising(
                3,
                step("pay", FINANCE, null, money),
                step("mend", FINANCE, null, null),
                step("fetch", LOGISTICS, null, null));
        impossible(told, VOUCHER);
        String remedy = CASE.value() + ":" + FETCH;
        told.hears(NOW, stepAnswered(FETCH, FINANCE, true));
        told.hears(NOW, new TakeRemedy(remedy));
        told.hears(NOW, new NoteRemedyExecuted(remedy, "ref-1", NOW));

        assertThat(Told.first(told.hears(NOW, new Choose("p2", "o1", "webshop")), OptionChosen.class))
                .extracting(OptionChosen::goesOn, OptionChosen::dueAt, OptionChosen::kept)
                .containsExactly(null, told.promise().dueAt(), List.of(money));
    }

    @Test
    void nobody_bargains_over_an_offer_beside_a_choice() {
        Told told = chosen();
        SolutionsProposed offer = Told.first(impossible(told, VOUCHER), SolutionsProposed.class);

        assertThat(offer.flexibility())
                .isNotNull()
                .satisfies(it -> assertThat(it.roundsLeft()).isZero());
        assertThat(told.decides(NOW, new Haggle(new Bargain("p2", null, "None of it.", null, null, "webshop"))))
                .isInstanceOfSatisfying(
                        Decision.Rejected.class, it -> assertThat(it.code()).isEqualTo("choice-goes-on"));
    }

    @Test
    @Behaviour({"R104", "R111"})
    void an_offer_that_is_not_cleared_leaves_what_was_chosen_alone() {
        Told told = chosen();
        impossible(told, new OptionIdea("refund", "A lot of money.", Cases.euro("9000.00"), 1, null));
        assertThat(told.known().progress()).isInstanceOf(Drafted.class);
        told.hears(NOW, stepAnswered(FETCH, LOGISTICS, true));
        String gate = told.known().assurances().clearances().open().getFirst().gate();

        List<ResolutionEvent> events = told.hears(NOW, new Clear(gate, false, "Too much.", "Silvia Ene"));

        assertThat(events)
                .hasAtLeastOneElementOfType(ClearanceRefused.class)
                .doesNotHaveAnyElementsOfTypes(ProposalReturned.class);
        assertThat(told.known().progress()).isInstanceOfSatisfying(Executing.class, it -> {
            assertThat(it.completed()).containsExactly(FETCH);
            assertThat(it.proposal().options())
                    .extracting(ResolutionEvent.Option::title)
                    .contains("We repair it.")
                    .doesNotContain("A lot of money.");
        });
        assertThat(Told.first(
                                told.hears(
                                        NOW,
                                        new LearnImpossible(order(
                                                "impossible:2", "department:finance", FRIDAY.plusSeconds(9), VOUCHER))),
                                SolutionsProposed.class)
                        .proposalId())
                .isEqualTo("p3");
    }

    @Test
    @Behaviour("R111")
    void what_is_taken_for_what_was_chosen_stays_taken_until_something_else_is_chosen() {
        Offers keeping = modemTaken();
        String caseId = offeredBeside(keeping);
        assertThat(keeping.known(caseId).assurances().reservations().lines())
                .extracting(Reservation::stage)
                .containsExactly(Stage.TAKEN);
        keeping.choose(caseId, "replacement");
        keeping.settle();
        assertThat(keeping.resource().taken("")).isEqualByComparingTo("1");

        Offers silent = modemTaken();
        String another = offeredBeside(silent);
        silent.now = silent.now.plus(Cases.TERMS.offerValidity());
        silent.submit(another, new DeadlineReached());
        silent.settle();
        assertThat(silent.resource().taken("")).isEqualByComparingTo("1");

        Offers changing = modemTaken();
        String last = offeredBeside(changing);
        changing.choose(last, "voucher");
        changing.settle();
        assertThat(changing.resource().taken("")).isEqualByComparingTo("0");
        assertThat(changing.told(last, ReservationReleased.class)).hasSize(1);
    }

    @Test
    @Behaviour({"R105", "R106"})
    void what_is_lost_of_such_an_offer_is_said_and_where_nothing_is_left_of_it_what_was_chosen_goes_on() {
        Offers offers = new Offers();
        offers.declare("2");
        String caseId = offeredBeside(offers, reserving("exchange"), VOUCHER);
        lose(offers, caseId);
        assertThat(offers.known(caseId).progress())
                .isInstanceOfSatisfying(
                        Proposed.class,
                        it -> assertThat(it.proposal())
                                .extracting(SolutionsProposed::proposalId, SolutionsProposed::goesOn)
                                .containsExactly(
                                        "p3",
                                        new GoesOn(
                                                it.proposal()
                                                        .options()
                                                        .getLast()
                                                        .optionId(),
                                                List.of())));

        Offers last = new Offers();
        last.declare("2");
        String another = offeredBeside(last, reserving("voucher"));
        lose(last, another);
        assertThat(last.told(another, ChoiceUpheld.class))
                .singleElement()
                .extracting(ChoiceUpheld::reason)
                .isEqualTo(ChoiceUpheld.Reason.NOTHING_ELSE);
    }

    private static OptionIdea reserving(String kind) {
        return new OptionIdea(
                kind, "Another modem.", null, 1, null, null, null, List.of(new Reserve(Offers.MODEMS, "1")));
    }

    private static void lose(Offers offers, String caseId) {
        Reservation held = offers.known(caseId).assurances().reservations().lines().stream()
                .filter(it -> it.stage() == Stage.HELD)
                .findFirst()
                .orElseThrow();
        offers.submit(caseId, new ReservationCommand.NoteMissing(held.id(), MissingReason.EXPIRED));
    }

    private static Offers modemTaken() {
        Offers offers = new Offers();
        offers.declare("1");
        return offers;
    }

    private static String offeredBeside(Offers offers) {
        return offeredBeside(offers, VOUCHER);
    }

    private static String offeredBeside(Offers offers, OptionIdea... alternatives) {
        String caseId = offers.offered();
        offers.settle();
        offers.choose(caseId, "replacement");
        offers.settle();
        offers.submit(
                caseId,
                new LearnImpossible(new ImpossibleOrder(
                        "impossible:1",
                        List.of("resource:modems"),
                        List.of(new Touched(Dimension.TIME, FRIDAY, null, null)),
                        "The ship is late.",
                        List.of(alternatives),
                        FINANCE,
                        "silvia",
                        NOW)));
        offers.settle();
        assertThat(offers.known(caseId).progress()).isInstanceOf(Proposed.class);
        return caseId;
    }

    private static Told chosen() {
        return Told.promising(
                3,
                step("fetch", LOGISTICS, "Bring it back.", null),
                step("mend", FINANCE, null, null, "fetch"),
                step("pay", FINANCE, "Ask for it back.", new Remedy("refund", Cases.euro("49.90"), null)));
    }

    private static List<ResolutionEvent> impossible(Told told, OptionIdea... alternatives) {
        return another(told, "impossible:1", FRIDAY, alternatives);
    }

    private static List<ResolutionEvent> another(Told told, String id, Instant newDueAt, OptionIdea... alternatives) {
        return told.hears(NOW, new LearnImpossible(order(id, "department:logistics", newDueAt, alternatives)));
    }

    private static ImpossibleOrder order(String id, String on, Instant newDueAt, OptionIdea... alternatives) {
        return new ImpossibleOrder(
                id,
                List.of(on),
                List.of(new Touched(Dimension.TIME, newDueAt, null, null)),
                "The mill has burnt down.",
                List.of(alternatives),
                LOGISTICS,
                "remus",
                NOW);
    }

    private static PlannedStep step(
            String name,
            io.redress.contracts.DepartmentCode department,
            @Nullable String undo,
            @Nullable Remedy remedy,
            String... after) {
        return new PlannedStep(name, department, "Do " + name + ".", List.of(after), undo, 1, remedy);
    }
}
