package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.ClaimEvent.ClaimSuperseded;
import io.redress.contracts.ClaimEvent.CustomerCorrected;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseCorrected;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseKept;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseMissed;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ImpossibleOrder.Touched;
import io.redress.resolution.domain.PromiseCommand.CorrectPromise;
import io.redress.resolution.domain.PromiseCommand.LearnDate;
import io.redress.resolution.domain.PromiseCommand.LearnDeviation;
import io.redress.resolution.domain.PromiseCommand.LearnDoubt;
import io.redress.resolution.domain.PromiseCommand.LearnEstimate;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromisingTest {
    private static final String FETCH = "p1-o1-s1";
    private static final String MEND = "p1-o1-s2";
    // NOW is a Monday; three working days later is Thursday.
    private static final Instant THURSDAY = Instant.parse("2026-03-05T23:59:59Z");
    private static final Instant FRIDAY = Instant.parse("2026-03-06T16:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-03-03T16:00:00Z");
    private static final PlannedStep FETCHING = step("fetch", LOGISTICS, 1);
    private static final PlannedStep MENDING = step("mend", FINANCE, 2, "fetch");
    private static final PlannedStep APOLOGY = step("letter", FINANCE, 1);

    @Test
    @Behaviour({"R123", "R139"})
    void a_choice_makes_a_promise_for_the_days_that_the_customer_was_shown() {
        Told told = Told.proposing(REFUND);
        Instant wish = NOW.plus(Duration.ofDays(1));

        PromiseMade made = Told.first(told.hears(NOW, new Choose("p1", "o1", "webshop", wish)), PromiseMade.class);

        assertThat(made.what()).isEqualTo("We pay it back.");
        assertThat(made.dueAt()).isEqualTo(THURSDAY);
        assertThat(made.requestedFor()).isEqualTo(wish);
        assertThat(made.lines()).extracting(PromiseEvent.PromisedLine::stepId).containsExactly("p1-o1-s1");
    }

    @Test
    @Behaviour({"R123", "R124", "R125", "R134"})
    void a_slip_on_the_critical_path_is_told_inside_first_and_then_outside_with_the_same_numbers() {
        Told told = Told.promising(3, FETCHING, MENDING, APOLOGY);
        assertThat(told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"))).isEmpty();

        List<ResolutionEvent> events = told.hears(NOW.plusSeconds(9), deviated(2, FRIDAY, "e2"));

        PromiseInfeasible infeasible = Told.first(events, PromiseInfeasible.class);
        assertThat(events).hasSize(2).first().isInstanceOfSatisfying(PromiseNoticeGiven.class, notice -> {
            assertThat(notice.audiences())
                    .containsExactly(new DepartmentCode("front-desk"), new DepartmentCode("sales"));
            assertThat(notice.noticeId()).isEqualTo(infeasible.noticeId());
            assertThat(notice.dueAt()).isEqualTo(infeasible.dueAt());
            assertThat(notice.newDueAt()).isEqualTo(infeasible.newDueAt());
        });
        assertThat(infeasible.dimension()).isEqualTo(Dimension.TIME);
        assertThat(infeasible.kind()).isEqualTo(Kind.DELAY);
        assertThat(infeasible.dueAt()).isEqualTo(THURSDAY);
        // Two working days of mending follow the Friday.
        assertThat(infeasible.newDueAt()).isEqualTo(Instant.parse("2026-03-10T23:59:59Z"));
        assertThat(infeasible.path()).containsExactly(FETCH, MEND);
        assertThat(infeasible.evidence()).isEqualTo("e2");
        assertThat(infeasible.department()).isEqualTo(LOGISTICS);
        assertThat(infeasible.unspokenBy()).isNull();
        assertThat(told.promise().dueAt()).isEqualTo(infeasible.newDueAt());
    }

    @Test
    @Behaviour("R124")
    void a_slip_with_slack_tells_nobody() {
        Told told = Told.promising(3, FETCHING, MENDING, APOLOGY);

        assertThat(told.hears(NOW, accepted(4, "p1-o1-s3", THURSDAY, "e1"))).isEmpty();
        assertThat(told.hears(NOW, deviated(4, THURSDAY, "e2"))).isEmpty();
    }

    @Test
    @Behaviour("R124")
    void the_same_date_is_told_once_and_a_better_one_is_nobodys_news() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));

        assertThat(told.hears(NOW, deviated(2, FRIDAY, "e2"))).hasSize(2);
        assertThat(told.hears(NOW, accepted(2, FETCH, FRIDAY, "e3"))).isEmpty();
        assertThat(told.hears(NOW, accepted(2, FETCH, TUESDAY, "e4"))).isEmpty();
        assertThat(told.hears(NOW, accepted(2, FETCH, FRIDAY, "e5"))).isEmpty();
        assertThat(told.hears(NOW, deviated(2, FRIDAY.plusSeconds(1), "e6"))).hasSize(2);
    }

    @Test
    @Behaviour("R124")
    void a_department_that_held_the_evidence_and_said_nothing_is_named() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));
        Instant doubted = NOW.plusSeconds(60);
        Evidence doubt = Evidence.date("e2", doubted, LOGISTICS, "It usually takes longer.");
        assertThat(told.hears(doubted, new LearnDoubt(request(2), doubt))).isEmpty();

        Instant inferred = NOW.plusSeconds(3_600);
        PromiseInfeasible infeasible = Told.first(
                told.hears(
                        inferred,
                        new LearnDeviation(
                                request(2),
                                Dimension.TIME,
                                FRIDAY,
                                new Evidence("e3", inferred, LOGISTICS, Kind.DELAY, true, "Nobody has said so."))),
                PromiseInfeasible.class);

        assertThat(infeasible.unspokenBy()).isEqualTo(LOGISTICS);
        assertThat(infeasible.evidenceAt()).isEqualTo(doubted);
        assertThat(infeasible.toldAt()).isEqualTo(inferred);
    }

    @Test
    @Behaviour({"R123", "R135", "R136", "R137"})
    void cost_and_quality_have_no_slack() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));

        assertThat(told.hears(NOW, deviated(2, Dimension.COST, Kind.FINANCIAL, "e2")))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(PromiseInfeasible.class, it -> {
                    assertThat(it.dimension()).isEqualTo(Dimension.COST);
                    assertThat(it.newDueAt()).isNull();
                });
        assertThat(told.hears(NOW, deviated(2, Dimension.QUALITY, Kind.MISTAKE, "e3")))
                .hasExactlyElementsOfTypes(PromiseNoticeGiven.class, PromiseInfeasible.class, PromiseMissed.class);
        assertThat(told.promise().hasMissed(Part.FULL)).isTrue();
        assertThat(told.hears(NOW, deviated(2, Dimension.QUALITY, Kind.INCOMPLETE, "e4")))
                .hasExactlyElementsOfTypes(PromiseNoticeGiven.class, PromiseInfeasible.class);
    }

    @Test
    @Behaviour({"R123", "R125", "R126"})
    void what_a_department_says_of_cost_or_quality_is_told_inside_and_outside_with_the_same_numbers() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));
        Evidence evidence = new Evidence("e2", NOW, LOGISTICS, Kind.FINANCIAL, false, "The tariff has changed.");

        List<ResolutionEvent> events = told.hears(
                NOW, new LearnDeviation(request(2), Dimension.COST, null, evidence, "49.90 EUR", "59.90 EUR"));

        PromiseNoticeGiven inside = Told.first(events, PromiseNoticeGiven.class);
        PromiseInfeasible outside = Told.first(events, PromiseInfeasible.class);
        assertThat(List.of(inside.was(), inside.becomes())).containsExactly("49.90 EUR", "59.90 EUR");
        assertThat(List.of(outside.was(), outside.becomes())).containsExactly("49.90 EUR", "59.90 EUR");
    }

    @Test
    @Behaviour("R124")
    void a_date_that_was_estimated_for_the_whole_case_counts_until_a_department_names_one() {
        Told told = Told.promising(3, FETCHING);

        assertThat(told.hears(NOW, new LearnEstimate(TUESDAY, "r1", NOW, "Silence.")))
                .isEmpty();
        assertThat(told.hears(NOW, new LearnEstimate(FRIDAY, "r2", NOW, "Silence.")))
                .last()
                .isInstanceOfSatisfying(PromiseInfeasible.class, it -> {
                    assertThat(it.newDueAt()).isEqualTo(FRIDAY);
                    assertThat(it.unspokenBy()).isNull();
                });
        assertThat(told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"))).isEmpty();
        assertThat(told.promise().overall()).isNull();
    }

    @Test
    @Behaviour("R124")
    void a_department_is_silent_where_its_own_date_has_passed() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));
        Instant late = TUESDAY.plusSeconds(1);

        assertThat(told.hears(late, new LearnEstimate(FRIDAY, "r1", late, "Silence.")))
                .last()
                .isInstanceOfSatisfying(
                        PromiseInfeasible.class,
                        it -> assertThat(it.unspokenBy()).isEqualTo(LOGISTICS));
    }

    @Test
    @Behaviour("R139")
    void a_promise_is_kept_when_every_line_is_delivered_by_the_latest_date() {
        Told told = Told.promising(3, FETCHING, APOLOGY);
        Instant done = NOW.plusSeconds(3_600);

        assertThat(told.hears(done, stepAnswered(FETCH, LOGISTICS, true)))
                .doesNotHaveAnyElementsOfTypes(PromiseKept.class);
        assertThat(told.hears(done, stepAnswered("p1-o1-s2", FINANCE, true)))
                .contains(new PromiseKept(Cases.CASE, Cases.CASE + "-p1", "o1", true, done, null));
        assertThat(told.promise().standing()).isEqualTo(Promise.Standing.KEPT);
        assertThat(SettlingPromises.nextDue(told.promises())).isEmpty();
    }

    @Test
    @Behaviour({"R133", "R139"})
    void a_date_that_passes_is_missed_at_that_instant_and_stays_so() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, FRIDAY, "e1"));
        Instant due = SettlingPromises.nextDue(told.promises()).orElseThrow();
        assertThat(due).isEqualTo(THURSDAY.plusMillis(1));
        assertThat(told.hears(due.minusMillis(1), new DeadlineReached())).isEmpty();

        assertThat(told.hears(due, new DeadlineReached()))
                .containsExactly(new PromiseMissed(Cases.CASE, told.promise().id(), Part.ORIGINAL, THURSDAY, THURSDAY));
        assertThat(told.hears(due, new DeadlineReached())).isEmpty();

        Instant done = FRIDAY.minusSeconds(60);
        assertThat(told.hears(done, stepAnswered(FETCH, LOGISTICS, true)))
                .contains(new PromiseKept(Cases.CASE, told.promise().id(), "o1", false, done, null));
        assertThat(told.promise().hasMissed(Part.ORIGINAL)).isTrue();
    }

    @Test
    @Behaviour("R133")
    void a_person_corrects_a_promise_openly_and_what_was_promised_first_stays_known() {
        Told told = Told.promising(3, FETCHING);
        String id = told.promise().id();
        CorrectPromise correct = new CorrectPromise(id, FRIDAY, "The customer is away.", "Andrei Pop");

        List<ResolutionEvent> events = told.hears(NOW, correct);
        assertThat(events)
                .hasExactlyElementsOfTypes(PromiseNoticeGiven.class, PromiseInfeasible.class, PromiseCorrected.class)
                .last()
                .isEqualTo(new PromiseCorrected(
                        Cases.CASE, id, "The customer is away.", THURSDAY, THURSDAY, FRIDAY, "Andrei Pop", NOW));
        assertThat(Told.first(events, PromiseInfeasible.class).department())
                .isEqualTo(new DepartmentCode("front-desk"));
        assertThat(told.hears(NOW, correct)).isEmpty();
        assertThat(told.decides(NOW, new CorrectPromise(id, NOW, "Too late.", "Andrei Pop")))
                .isInstanceOf(Decision.Rejected.class);
        assertThat(told.promise().made().dueAt()).isEqualTo(THURSDAY);
        assertThat(told.promise().corrections()).hasSize(1);
    }

    @Test
    @Behaviour("R114")
    void a_step_that_fails_breaks_the_promise_and_a_new_choice_makes_another() {
        Told told = Told.promising(3, FETCHING);

        assertThat(told.hears(NOW, stepAnswered(FETCH, LOGISTICS, false)))
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                PromiseMissed.class,
                                missed -> assertThat(missed.part()).isEqualTo(Part.FULL)));
        assertThat(told.promise().standing()).isEqualTo(Promise.Standing.BROKEN);

        told.hears(NOW, new Choose("p2", "o1", "webshop"));
        assertThat(told.promises().all()).hasSize(2);
        assertThat(told.promise().standing()).isEqualTo(Promise.Standing.OPEN);
    }

    @Test
    @Behaviour({"R123", "R125", "R126"})
    void an_impossible_order_is_told_once_with_its_numbers_and_alternatives_follow() {
        Told told = Told.promising(3, FETCHING);
        ImpossibleOrder order = order(
                "department:logistics",
                new Touched(Dimension.TIME, FRIDAY, null, null),
                new Touched(Dimension.QUALITY, null, "new", "as good as new"));

        List<ResolutionEvent> events = told.hears(NOW, new LearnImpossible(order));

        assertThat(events)
                .hasExactlyElementsOfTypes(
                        PromiseNoticeGiven.class,
                        PromiseNoticeGiven.class,
                        PromiseInfeasible.class,
                        PromiseInfeasible.class,
                        SolutionsProposed.class);
        assertThat(told.hears(NOW, new LearnImpossible(order))).isEmpty();
    }

    @Test
    @Behaviour("R123")
    void an_impossible_order_concerns_nobody_whose_promise_can_bear_it_or_rests_on_something_else() {
        Told told = Told.promising(3, FETCHING);

        assertThat(told.hears(NOW, new LearnImpossible(order("department:logistics", time(TUESDAY)))))
                .isEmpty();
        assertThat(told.hears(NOW, new LearnImpossible(order("department:finance", time(FRIDAY)))))
                .isEmpty();
    }

    @Test
    @Behaviour("R133")
    void an_earlier_date_is_told_at_once_by_one_correction_and_nobody_inside_has_to_hear_first() {
        Told told = Told.promising(3, FETCHING);

        assertThat(told.hears(
                        NOW,
                        new CorrectPromise(
                                told.promise().id(),
                                TUESDAY.plus(Duration.ofDays(1)),
                                "The van is there.",
                                "Andrei Pop")))
                .hasExactlyElementsOfTypes(PromiseCorrected.class, ClaimSuperseded.class, CustomerCorrected.class);
    }

    @Test
    @Behaviour({"R125", "R126"})
    void a_case_in_which_several_promises_slip_is_found_once_by_each_who_reads_of_it() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, FRIDAY, "e1"));
        SolutionsProposed next =
                Told.first(told.hears(NOW, stepAnswered(FETCH, LOGISTICS, false)), SolutionsProposed.class);
        told.hears(NOW, new Choose(next.proposalId(), "o1", "webshop"));
        Instant later = FRIDAY.plus(Duration.ofDays(60));
        told.hears(NOW, new CorrectPromise(told.promise().id(), later, "It is far.", "Andrei Pop"));

        assertThat(told.promises().all()).hasSize(2).noneMatch(it -> it.slips().isEmpty());
        assertThat(told.entries())
                .filteredOn(it -> it.index().equals("promises-slipping"))
                .extracting(IndexEntry::value)
                .containsExactlyInAnyOrder("all", "department:logistics", "department:front-desk");
    }

    @Test
    @Behaviour({"R114", "R124"})
    void a_choice_is_told_with_the_date_that_it_promises() {
        Told told = Told.proposing(new OptionIdea("repair", "We repair it.", null, 3, null));

        List<ResolutionEvent> events = told.hears(NOW, new Choose("p1", "o1", "webshop"));

        assertThat(Told.first(events, OptionChosen.class).dueAt())
                .isEqualTo(Told.first(events, PromiseMade.class).dueAt())
                .isEqualTo(THURSDAY);
    }

    @Test
    @Behaviour({"R126", "R133"})
    void a_person_promises_no_date_that_the_steps_cannot_keep() {
        Told told = Told.promising(3, FETCHING);
        String id = told.promise().id();
        told.hears(NOW, accepted(2, FETCH, FRIDAY, "e1"));
        assertThat(told.promise().dueAt()).isEqualTo(FRIDAY);

        for (Instant early : List.of(TUESDAY, THURSDAY)) {
            assertThat(told.decides(NOW, new CorrectPromise(id, early, "It is urgent.", "Andrei Pop")))
                    .isInstanceOfSatisfying(Decision.Rejected.class, refused -> {
                        assertThat(refused.code()).isEqualTo("cannot-be-kept");
                        assertThat(refused.explanation()).contains("not before " + FRIDAY);
                    });
        }
        assertThat(told.hears(NOW, new CorrectPromise(id, FRIDAY.plusSeconds(1), "To be sure.", "Andrei Pop")))
                .isNotEmpty();
    }

    @Test
    @Behaviour({"R124", "R125"})
    void a_step_that_is_overdue_costs_those_after_it_their_slack_and_that_is_told() {
        Told told = Told.promising(3, FETCHING, MENDING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));
        assertThat(told.promises().nextDue()).contains(TUESDAY.plusMillis(1));
        assertThat(told.hears(TUESDAY.plusMillis(1), new DeadlineReached())).isEmpty();
        Instant wednesday = TUESDAY.plus(Duration.ofDays(1)).plusMillis(1);
        assertThat(told.promises().nextDue()).contains(wednesday);

        List<ResolutionEvent> events = told.hears(wednesday, new DeadlineReached());

        PromiseInfeasible slip = Told.first(events, PromiseInfeasible.class);
        assertThat(slip.newDueAt()).isEqualTo(Instant.parse("2026-03-06T23:59:59Z"));
        assertThat(slip.unspokenBy()).isEqualTo(LOGISTICS);
        assertThat(slip.path()).containsExactly(FETCH, MEND);
        assertThat(told.hears(wednesday, accepted(2, FETCH, wednesday.plusSeconds(9), "e2")))
                .isEmpty();
    }

    @Test
    @Behaviour("R124")
    void of_a_last_step_that_is_overdue_no_date_is_made_up() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, THURSDAY, "e1"));

        assertThat(told.hears(THURSDAY.plusMillis(1), new DeadlineReached()))
                .hasExactlyElementsOfTypes(PromiseMissed.class);
    }

    @Test
    @Behaviour("R124")
    void late_without_a_date_is_what_the_date_that_follows_is_measured_from() {
        Told told = Told.promising(3, FETCHING);
        told.hears(NOW, accepted(2, FETCH, TUESDAY, "e1"));
        LearnDeviation late = new LearnDeviation(
                request(2),
                Dimension.TIME,
                null,
                new Evidence("e2", NOW, LOGISTICS, Kind.DELAY, true, "Nothing has moved."));

        assertThat(told.hears(NOW, late)).isEmpty();

        List<ResolutionEvent> events = told.hears(NOW.plusSeconds(1), deviated(2, FRIDAY, "e3"));
        assertThat(Told.first(events, PromiseInfeasible.class).evidenceAt()).isEqualTo(NOW);
    }

    private static Touched time(Instant newDueAt) {
        return new Touched(Dimension.TIME, newDueAt, null, null);
    }

    private static ImpossibleOrder order(String on, Touched... touched) {
        return new ImpossibleOrder(
                "impossible:1",
                List.of(on),
                List.of(touched),
                "The mill has burnt down.",
                List.of(REFUND),
                LOGISTICS,
                "remus",
                NOW);
    }

    private static LearnDate accepted(int number, @Nullable String stepId, Instant dueAt, String event) {
        return new LearnDate(
                request(number), stepId, dueAt, Evidence.date(event, NOW, LOGISTICS, "The department has named it."));
    }

    private static LearnDeviation deviated(int number, Instant newDueAt, String event) {
        return new LearnDeviation(
                request(number),
                Dimension.TIME,
                newDueAt,
                Evidence.date(event, NOW.plusSeconds(1), LOGISTICS, "The van has broken down."));
    }

    private static LearnDeviation deviated(int number, Dimension dimension, Kind kind, String event) {
        return new LearnDeviation(
                request(number), dimension, null, new Evidence(event, NOW, LOGISTICS, kind, false, "It is dearer."));
    }

    private static PlannedStep step(String name, DepartmentCode department, int days, String... after) {
        return new PlannedStep(name, department, "Do " + name + ".", List.of(after), null, days, null);
    }
}
