package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.PromiseEvent.PromiseInfeasible;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromiseNoticeGiven;
import io.redress.contracts.PromiseEvent.PromisedLine;
import io.redress.contracts.RequestId;
import io.redress.contracts.ResolutionEvent;
import io.redress.resolution.domain.PromiseCommand.LearnDate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CriticalPathTest {
    private static final WorkingDays WORKING = PromiseTerms.STANDARD.working();

    @Test
    @Behaviour({"R123", "R124"})
    void a_promise_is_told_to_be_infeasible_exactly_when_the_longest_path_exceeds_its_date() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int n = 0; n < 2_000; n++) {
            play(random, "seed " + seed + ", case " + n);
        }
    }

    private static void play(Random random, String which) {
        int steps = 1 + random.nextInt(6);
        List<PlannedStep> plan = new ArrayList<>();
        for (int s = 0; s < steps; s++) {
            List<String> after = new ArrayList<>();
            for (int earlier = 0; earlier < s; earlier++) {
                if (random.nextInt(3) == 0) {
                    after.add("s" + earlier);
                }
            }
            plan.add(new PlannedStep("s" + s, FINANCE, "Step " + s, after, null, random.nextInt(4), null));
        }
        Told told = Told.promising(1 + random.nextInt(8), plan.toArray(PlannedStep[]::new));
        @Nullable Instant[] named = new Instant[steps];
        Instant now = NOW;
        Instant promised = told.promise().made().dueAt();
        Instant atFirst = longest(plan, named, steps);
        promised = atFirst.isAfter(promised) ? atFirst : promised;
        assertThat(told.promise().dueAt()).as(which).isEqualTo(promised);
        for (int k = 0; k < 12; k++) {
            now = now.plusSeconds(1);
            int step = random.nextInt(steps);
            // A date that has passed already is another matter.
            Instant date = NOW.plus(Duration.ofHours(1 + random.nextInt(24 * 12)));
            named[step] = date;
            List<ResolutionEvent> events = told.hears(
                    now,
                    new LearnDate(
                            RequestId.of(CASE, step + 2),
                            "p1-o1-s" + (step + 1),
                            date,
                            Evidence.date("e" + k, now, FINANCE, "It is so.")));
            Instant end = longest(plan, named, steps);
            if (end.isAfter(promised)) {
                Instant before = promised;
                Instant heard = now;
                assertThat(events).as(which).hasSize(2).first().isInstanceOf(PromiseNoticeGiven.class);
                assertThat(events.getLast()).as(which).isInstanceOfSatisfying(PromiseInfeasible.class, it -> {
                    assertThat(it.dueAt()).isEqualTo(before);
                    assertThat(it.newDueAt()).isEqualTo(end);
                    assertThat(it.toldAt()).isEqualTo(heard).isAfterOrEqualTo(it.evidenceAt());
                });
                promised = end;
            } else {
                assertThat(events).as(which).isEmpty();
            }
        }
    }

    /** Every way through the plan, one by one. */
    private static Instant longest(List<PlannedStep> plan, @Nullable Instant[] named, int steps) {
        Instant longest = Instant.MIN;
        for (int s = 0; s < steps; s++) {
            Instant end = end(plan, named, s);
            longest = end.isAfter(longest) ? end : longest;
        }
        return longest;
    }

    private static Instant end(List<PlannedStep> plan, @Nullable Instant[] named, int step) {
        PlannedStep planned = plan.get(step);
        Instant begins = NOW;
        for (String name : planned.after()) {
            Instant before = end(plan, named, Integer.parseInt(name.substring(1)));
            begins = before.isAfter(begins) ? before : begins;
        }
        int days = planned.days() == null ? 0 : planned.days();
        Instant byPlan = WORKING.after(begins, days);
        Instant date = named[step];
        if (date == null) {
            return byPlan;
        }
        return planned.after().isEmpty() || date.isAfter(byPlan) ? date : byPlan;
    }

    @Test
    void steps_that_wait_for_each_other_in_a_circle_do_not_go_round_forever() {
        PromiseMade made = new PromiseMade(
                CASE,
                "x",
                "o1",
                "It.",
                NOW,
                NOW,
                List.of(
                        new PromisedLine("a", FINANCE, "A", "1", List.of("b", "gone"), 1),
                        new PromisedLine("b", FINANCE, "B", "1", List.of("a"), 1)),
                null,
                null);

        assertThat(CriticalPath.of(Promise.of(made), WORKING).end()).isAfter(NOW);
    }

    @Test
    void a_day_ends_with_its_last_second_and_weekends_do_not_count() {
        assertThat(WORKING.after(Instant.parse("2026-03-06T10:00:00Z"), 1))
                .isEqualTo(Instant.parse("2026-03-09T23:59:59Z"));
        assertThat(WORKING.after(NOW, 0)).isEqualTo(NOW);
    }
}
