package io.redress.benchmarks.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.benchmarks.organisation.Played.DepartmentLine;
import io.redress.contracts.DepartmentCode;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlayTest {
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode LEGAL = new DepartmentCode("legal-compliance");
    private static final Spread TWO_HOURS = new Spread(120, 300);

    @Test
    void the_same_seed_gives_the_same_run_and_another_seed_another_one() {
        Organisation busy = troubled(300);
        assertThat(Play.of(busy, 7).figures()).isEqualTo(Play.of(busy, 7).figures());
        assertThat(Play.of(busy, 7).figures()).isNotEqualTo(Play.of(busy, 8).figures());
    }

    @Test
    void more_people_never_make_the_customers_of_a_simple_queue_wait_longer() {
        for (long seed = 1; seed <= 5; seed++) {
            double before = Double.MAX_VALUE;
            for (int capacity = 1; capacity <= 6; capacity++) {
                double waits = line(Play.of(simple(capacity), seed), FINANCE).waitMedian();
                assertThat(waits).as("seed %d, capacity %d", seed, capacity).isLessThanOrEqualTo(before);
                before = waits;
            }
        }
    }

    @Test
    void too_few_people_make_customers_wait() {
        assertThat(line(Play.of(simple(1), 1), FINANCE).waitMedian())
                .isGreaterThan(10 * line(Play.of(simple(6), 1), FINANCE).waitMedian());
    }

    @Test
    void a_silent_department_is_reminded_escalated_and_seen_as_what_holds_cases_up() {
        Habits silent = new Habits(0, null, 0, 0, null, 0, null, 1, 200, 0);
        Organisation plan = organisation(
                200,
                Map.of("overcharge", 1.0, "delivery", 1.0),
                plan(FINANCE, 5, Habits.NONE),
                plan(LOGISTICS, 5, silent));
        Played played = Play.of(plan, 3);
        DepartmentLine quiet = line(played, LOGISTICS);
        assertThat(quiet.rootHours()).isGreaterThan(5 * line(played, FINANCE).rootHours());
        // Where it is asked for a new date and gives none, it is not reminded first.
        assertThat(quiet.reminded()).isPositive();
        assertThat(quiet.escalated()).isEqualTo(quiet.requests());
        assertThat(quiet.progressOverdue()).isPositive();
        assertThat(line(played, FINANCE).reminded()).isZero();
        assertThat(quiet.answered()).isEqualTo(quiet.requests());
    }

    @Test
    void whoever_helps_slowly_holds_up_the_cases_of_whoever_asked() {
        Habits needy = new Habits(0, null, 0, 0, null, 1, LEGAL, 0, 0, 1);
        Organisation plan =
                organisation(100, Map.of("overcharge", 1.0), plan(FINANCE, 5, needy), plan(LEGAL, 1, Habits.NONE));
        Played played = Play.of(plan, 5);
        assertThat(line(played, LEGAL).requests()).isEqualTo(100);
        assertThat(line(played, LEGAL).rootHours())
                .isGreaterThan(line(played, FINANCE).rootHours());
    }

    @Test
    void help_that_goes_in_a_circle_is_found_and_decided_upon() {
        Habits first = new Habits(0, null, 0, 0, null, 1, LEGAL, 0, 0, 1);
        Habits second = new Habits(0, null, 0, 0, null, 1, FINANCE, 0, 0, 1);
        Organisation plan =
                organisation(50, Map.of("overcharge", 1.0), plan(FINANCE, 5, first), plan(LEGAL, 5, second));
        Played played = Play.of(plan, 5);
        assertThat(played.figures()).containsEntry("cases", 50);
        assertThat(played.counts().circles).isPositive();
    }

    @Test
    void what_is_declined_by_everybody_is_decided_by_the_authority_and_answered() {
        Habits first = new Habits(0, null, 0, 1, LOGISTICS, 0, null, 0, 0, 1);
        Habits second = new Habits(0, null, 0, 1, FINANCE, 0, null, 0, 0, 1);
        Organisation plan =
                organisation(50, Map.of("overcharge", 1.0), plan(FINANCE, 5, first), plan(LOGISTICS, 5, second));
        Played played = Play.of(plan, 5);
        assertThat(played.figures()).containsEntry("cases", 50);
        assertThat(line(played, FINANCE).declined()).isPositive();
        assertThat(line(played, LOGISTICS).declined()).isPositive();
    }

    @Test
    void whoever_holds_back_what_is_done_makes_customers_wait_longer() {
        Organisation plan = troubled(300);
        Map<String, Organisation> runs = Experiments.of("padding", plan);
        List<Double> hours =
                runs.values().stream().map(it -> Play.of(it, 2).caseHours(50)).toList();
        assertThat(hours.getLast()).isGreaterThan(hours.getFirst());
    }

    @Test
    void where_a_budget_holds_fewer_are_urgent_than_say_so() {
        Organisation plan = troubled(300);
        Played counted = Play.of(plan.with(new Urgent(1, 5, true)), 2);
        assertThat(counted.counts().urgentGranted).isPositive();
        assertThat(counted.counts().urgentRefused).isPositive();
        Played none = Play.of(plan.with(Urgent.NEVER), 2);
        assertThat(none.figures()).containsEntry("urgentGranted", 0).containsEntry("urgentRefused", 0);
    }

    @Test
    void buffers_that_follow_each_other_are_found_where_departments_pad_and_not_where_they_do_not() {
        for (long seed = 1; seed <= 3; seed++) {
            assertThat(stacked(1, seed)).as("no padding, seed %d", seed).isZero();
            assertThat(stacked(2, seed)).as("twice the time, seed %d", seed).isPositive();
        }
    }

    private static int stacked(double buffer, long seed) {
        Habits first = new Habits(0, buffer, 0, 0, null, 1, LEGAL, 0, 0, 1);
        Habits second = new Habits(0, buffer, 0, 0, null, 0, null, 0, 0, 1);
        return Play.of(
                        organisation(150, Map.of("overcharge", 1.0), plan(FINANCE, 20, first), plan(LEGAL, 20, second)),
                        seed)
                .counts()
                .stacked;
    }

    @Test
    void help_that_is_declined_in_favour_of_whoever_asked_makes_nobody_wait_for_itself() {
        Habits needy = new Habits(0, null, 0, 0, null, 1, LEGAL, 0, 0, 1);
        Habits refusing = new Habits(0, null, 0, 1, FINANCE, 0, null, 0, 0, 1);
        Played played = Play.of(
                organisation(50, Map.of("overcharge", 1.0), plan(FINANCE, 5, needy), plan(LEGAL, 5, refusing)), 5);
        assertThat(line(played, LEGAL).declined()).isEqualTo(50);
        assertThat(line(played, FINANCE).requests()).isEqualTo(50);
        assertThat(line(played, FINANCE).answered()).isEqualTo(50);
    }

    @Test
    void dates_are_negotiated_and_what_is_agreed_is_done_first() {
        Bargaining willing = new Bargaining(0.5, 1, 0);
        Bargaining stubborn = new Bargaining(0.5, 0, 0.5);
        Played agreed = Play.of(simple(2).with(willing), 3);
        assertThat(agreed.counts().agreed).isPositive().isLessThanOrEqualTo(agreed.counts().offers);
        assertThat(agreed.counts().offersDeclined).isZero();
        Played refused = Play.of(simple(2).with(stubborn), 3);
        assertThat(refused.counts().agreed).isZero();
        assertThat(refused.counts().offersDeclined).isPositive();
        assertThat(refused.counts().offers).isGreaterThan(refused.counts().offersDeclined);
    }

    @Test
    void answers_are_rated_by_the_dates_and_the_log_and_go_back_once_where_something_is_missing() {
        Habits careless = new Habits(0, null, 0, 0, null, 0, null, 0, 0, 1, 0.5, Bargaining.NONE);
        Played played = Play.of(organisation(200, Map.of("overcharge", 1.0), plan(FINANCE, 6, careless)), 3);
        DepartmentLine line = line(played, FINANCE);
        assertThat(line.sentBack()).isBetween(70, 130);
        assertThat(line.answered()).isEqualTo(200);
        assertThat(line.rated()).isEqualTo(200);
        assertThat(line.complete()).isEqualTo(Math.round(100.0 * (200 - line.sentBack()) / 200) / 100.0);
    }

    @Test
    void a_charter_that_changes_in_the_middle_holds_for_what_begins_after_it() {
        NextCharter tighter = new NextCharter(3, 60, 30, 0);
        Organisation before = simple(2);
        Organisation after = organisation(
                200,
                Map.of("overcharge", 1.0),
                new DepartmentPlan(FINANCE, 2, TWO_HOURS, Habits.NONE, List.of(tighter)));
        DepartmentLine kept = line(Play.of(before, 3), FINANCE);
        DepartmentLine tightened = line(Play.of(after, 3), FINANCE);
        assertThat(tightened.onTime()).isBetween(0.05, kept.onTime() - 0.05);
        assertThat(tightened.answered()).isEqualTo(kept.answered());
    }

    @Test
    void padding_and_inflated_urgency_are_compared_with_and_without() {
        List<Double> hours = Experiments.of("habits", troubled(200)).values().stream()
                .map(it -> Play.of(it, 2).caseHours(50))
                .toList();
        assertThat(hours).hasSize(4);
        assertThat(hours.get(1)).isGreaterThan(hours.getFirst());
        assertThat(hours.getLast()).isGreaterThan(hours.get(2));
    }

    @Test
    void every_case_ends_and_its_time_adds_up_whatever_the_habits() {
        for (long seed = 1; seed <= 10; seed++) {
            Played played = Play.of(troubled(100), seed);
            assertThat(played.ledger().durations()).as("seed %d", seed).hasSize(100);
            assertThat(played.ledger().stillOpen()).isZero();
        }
    }

    private static DepartmentLine line(Played played, DepartmentCode code) {
        return played.departments().stream()
                .filter(it -> it.department().equals(code.value()))
                .findFirst()
                .orElseThrow();
    }

    private static Organisation simple(int capacity) {
        return organisation(200, Map.of("overcharge", 1.0), plan(FINANCE, capacity, Habits.NONE));
    }

    private static Organisation troubled(int cases) {
        return organisation(
                cases,
                Map.of("overcharge", 3.0, "delivery", 2.0, "contract", 1.0),
                plan(FINANCE, 3, new Habits(0.3, 2.0, 0.3, 0.1, LOGISTICS, 0.3, LEGAL, 0.1, 40, 0.7)),
                plan(LOGISTICS, 3, new Habits(0, 1.0, 0.2, 0.3, FINANCE, 0.2, LEGAL, 0.1, 40, 0.5)),
                plan(LEGAL, 3, new Habits(0.5, 3.0, 0.2, 0.1, FINANCE, 0.3, FINANCE, 0.3, 80, 0.2)));
    }

    private static DepartmentPlan plan(DepartmentCode code, int capacity, Habits habits) {
        return new DepartmentPlan(code, capacity, TWO_HOURS, habits, null);
    }

    private static Organisation organisation(int cases, Map<String, Double> natures, DepartmentPlan... departments) {
        return new Organisation(
                Instant.parse("2026-11-23T08:00:00Z"),
                cases,
                24,
                natures,
                null,
                null,
                null,
                null,
                null,
                1.0,
                Arrays.asList(departments));
    }
}
