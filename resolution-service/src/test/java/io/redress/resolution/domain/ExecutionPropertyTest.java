package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.contracts.RemedyEvent.CompensationCompleted;
import io.redress.contracts.RemedyEvent.CompensationFailed;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.RemedyEvent.RemedyOrdered;
import io.redress.contracts.ResolutionEvent.ExecutionStepCompleted;
import io.redress.contracts.ResolutionEvent.ExecutionStepFailed;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyExecuted;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyNeverOrdered;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyRefused;
import io.redress.resolution.domain.ExecutionCommand.NoteRemedyUnknown;
import io.redress.resolution.domain.ExecutionCommand.TakeRemedy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random plans, answers in random order, failures anywhere, everything heard more than once. */
class ExecutionPropertyTest {
    private static final int RUNS = 3_000;

    @Test
    @Behaviour({"R111", "R114"})
    void whatever_happens_nothing_begins_too_early_and_what_was_done_is_undone_once_in_reverse_after_a_failure() {
        long seed = new Random().nextLong();
        int failures = 0;
        int undone = 0;
        for (int run = 0; run < RUNS; run++) {
            World world = new World(new Random(seed + run));
            try {
                world.run();
                world.checkTheEnd();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + (seed + run) + "\n" + world.told(), wrong);
            }
            failures += world.failed ? 1 : 0;
            undone += world.undoing.size();
        }
        // Otherwise it would have shown little.
        assertThat(failures).as("seed %d", seed).isBetween(RUNS / 10, RUNS - RUNS / 10);
        assertThat(undone).as("seed %d", seed).isGreaterThan(RUNS / 10);
    }

    /** Departments and a provider that do as they like, and a checker that sees every event. */
    private static final class World {
        private final Random random;
        private final CarriedOut it;
        private final Map<String, Step> steps = new HashMap<>();
        /** What departments have been asked and have not answered. */
        private final List<String> asked = new ArrayList<>();

        private final Set<String> started = new HashSet<>();
        private final List<String> done = new ArrayList<>();
        private final Set<String> undoing = new HashSet<>();
        private final Set<String> atProvider = new HashSet<>();
        private final Set<String> uncertain = new HashSet<>();
        private final double failing;
        private int orders;
        private boolean undoIsOpen;
        private boolean failed;
        private int executed;

        World(Random random) {
            this.random = random;
            this.failing = random.nextInt(3) * 0.1;
            this.it = CarriedOut.chosen(idea(), Cases.CREDIT);
            it.executions().plans().getFirst().steps().forEach(step -> steps.put(step.id(), step.step()));
            it.told().forEach(this::see);
        }

        List<CaseEvent> told() {
            return it.told();
        }

        private OptionIdea idea() {
            int count = 1 + random.nextInt(8);
            return new OptionIdea(
                    "refund",
                    "Random",
                    null,
                    3,
                    null,
                    null,
                    IntStream.range(0, count).mapToObj(this::planned).toList(),
                    null);
        }

        private PlannedStep planned(int number) {
            List<String> after = IntStream.range(0, number)
                    .filter(_ -> random.nextInt(3) == 0)
                    .mapToObj(before -> "n" + before)
                    .toList();
            return new PlannedStep(
                    "n" + number,
                    FINANCE,
                    "do",
                    after,
                    random.nextInt(4) == 0 ? null : "undo",
                    null,
                    random.nextInt(3) == 0 ? new Remedy("refund", Cases.euro("1.00"), null) : null);
        }

        void run() {
            for (int turn = 0;
                    turn < 2_000
                            && (!asked.isEmpty() || it.executions().nextRemedy().isPresent());
                    turn++) {
                if (!asked.isEmpty() && random.nextBoolean()) {
                    answer(asked.remove(random.nextInt(asked.size())));
                } else {
                    it.executions().steps().toList().forEach(this::send);
                    it.executions().nextRemedy().ifPresent(it::waitUntil);
                }
            }
        }

        private void answer(String stepId) {
            boolean well = random.nextDouble() >= failing;
            hear(stepAnswered(stepId, FINANCE, well));
            if (random.nextInt(3) == 0) {
                hear(stepAnswered(stepId, FINANCE, random.nextBoolean()));
            }
        }

        private void send(PlanStep step) {
            String id = PlanStep.remedyId(CASE, step.id());
            boolean due = step.sending() != null
                    && step.sending().due().filter(at -> !at.isAfter(it.now())).isPresent();
            if (!due) {
                return;
            }
            if (step.sending() instanceof Sending.ToOrder) {
                if (!it.facts(new TakeRemedy(id)).isEmpty()) {
                    hear(new TakeRemedy(id));
                    order(id);
                }
            } else if (random.nextInt(3) == 0) {
                hear(new NoteRemedyUnknown(id, it.tries(id), "No answer."));
            } else {
                uncertain.remove(id);
                hear(
                        atProvider.contains(id)
                                ? new NoteRemedyExecuted(id, "RF", NOW)
                                : CarriedOut.denied(id, it.tries(id)));
            }
        }

        private void order(String id) {
            assertThat(uncertain).doesNotContain(id);
            orders++;
            switch (random.nextInt(6)) {
                case 0 -> {
                    uncertain.add(id);
                    hear(new NoteRemedyUnknown(id, it.tries(id), "No answer."));
                }
                case 1 -> {
                    uncertain.add(id);
                    assertThat(atProvider.add(id)).isTrue();
                    hear(new NoteRemedyUnknown(id, it.tries(id), "No answer."));
                }
                // The process ended in between, and nobody says anything.
                case 2 -> {
                    uncertain.add(id);
                    if (random.nextBoolean()) {
                        assertThat(atProvider.add(id)).isTrue();
                    }
                }
                case 3 ->
                    hear(
                            random.nextDouble() < failing
                                    ? new NoteRemedyRefused(id, it.tries(id), "No.")
                                    : new NoteRemedyNeverOrdered(id, it.tries(id), false, null));
                default -> {
                    assertThat(atProvider.add(id)).isTrue();
                    hear(new NoteRemedyExecuted(id, "RF", NOW));
                    hear(new NoteRemedyExecuted(id, "RF", NOW));
                }
            }
        }

        private void hear(ResolutionCommand command) {
            it.hear(command).forEach(this::see);
        }

        private void see(CaseEvent event) {
            switch (event) {
                case ExecutionStepStarted(var _, var id, var _, var _, var _, var _) -> {
                    assertThat(started.add(id)).as("started once").isTrue();
                    assertThat(done).containsAll(Steps.after(step(id)));
                    assertThat(failed).isFalse();
                    asked.add(id);
                }
                case ExecutionStepCompleted(var _, var id, var _, var _) -> {
                    assertThat(started).contains(id);
                    assertThat(done).doesNotContain(id);
                    done.add(id);
                }
                case ExecutionStepFailed _ -> {
                    assertThat(failed).as("failed once").isFalse();
                    failed = true;
                }
                case ExecutionStepWithdrawn(var _, var id, var _, var _, var _) -> {
                    assertThat(failed).isTrue();
                    // Some departments hear of it in time, and some do it all the same.
                    if (random.nextBoolean()) {
                        asked.remove(id);
                    }
                }
                case CompensationStarted(var _, var compensation, var id, var _, var _, var _) -> {
                    assertThat(failed).isTrue();
                    assertThat(undoIsOpen).as("one at a time").isFalse();
                    assertThat(done).contains(id);
                    assertThat(undoing.add(id)).as("undone once").isTrue();
                    assertThat(done.stream()
                                    .filter(other -> !undoing.contains(other)
                                            && step(other).undo() != null))
                            .as("nothing that builds on it still stands")
                            .noneMatch(other -> isBefore(id, other));
                    undoIsOpen = true;
                    asked.add(compensation);
                }
                case CompensationCompleted _, CompensationFailed _ -> undoIsOpen = false;
                case SolutionExecuted _ -> executed++;
                case RemedyOrdered ordered -> assertThat(started).contains(String.valueOf(ordered.stepId()));
                default -> {}
            }
        }

        private Step step(String id) {
            return steps.getOrDefault(id, new Step(id, FINANCE, "do"));
        }

        private boolean isBefore(String id, String other) {
            return Steps.after(step(other)).stream().anyMatch(it -> it.equals(id) || isBefore(id, it));
        }

        void checkTheEnd() {
            assertThat(it.executions().open()).isEmpty();
            assertThat(executed).isEqualTo(failed ? 0 : 1);
            assertThat(it.told(SolutionsProposed.class)).hasSize(failed ? 1 : 0);
            if (!failed) {
                assertThat(done).containsExactlyInAnyOrderElementsOf(steps.keySet());
            }
            assertThat(undoing)
                    .containsExactlyInAnyOrderElementsOf(
                            failed
                                    ? done.stream()
                                            .filter(id -> step(id).undo() != null)
                                            .toList()
                                    : List.of());
            assertThat(atProvider)
                    .hasSizeLessThanOrEqualTo(orders)
                    .allSatisfy(id -> assertThat(it.executions()
                                    .stepOfRemedy(id)
                                    .orElseThrow()
                                    .sending())
                            .isInstanceOf(Sending.Carried.class));
        }
    }
}
