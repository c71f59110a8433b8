package io.redress.department.domain;

import static io.redress.department.domain.CommitmentTest.commitment;
import static io.redress.department.domain.CommitmentTest.open;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Commitment.End.Delivered;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

class CommitmentPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<RequestId> REQUESTS = List.of(R1, R2);

    private final DepartmentDecider decider = new DepartmentDecider();
    private final List<CommitmentMissed> misses = new ArrayList<>();
    private final List<CommitmentKept> kept = new ArrayList<>();

    /** Promises, corrections, questions, answers and ends at random times, with a restart after each of them. */
    @RepeatedTest(300)
    @Behaviour({"R133", "R139"})
    void what_was_missed_once_stays_missed_whatever_comes_later() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        DepartmentCase state = after(open().state(), new TakeRequest(raised(R2, LOGISTICS)), NOW);
        Instant now = NOW;
        for (int i = 0; i < 60; i++) {
            Commitments before = state.dealings().commitments();
            now = passing(state, now, random);
            state = after(state, anything(random, i, now), now);
            DepartmentCase stored = JSON.readValue(JSON.writeValueAsBytes(state), DepartmentCase.class);
            assertThat(stored).isEqualTo(state);
            state = stored;
            nothingIsHealed(before, state.dealings().commitments());
            state.dealings().commitments().all().forEach(CommitmentPropertyTest::datesAgree);
            nothingDueIsForgotten(state, now);
        }
        assertThat(misses).doesNotHaveDuplicates();
        assertThat(misses.stream().map(it -> it.commitmentId() + it.part())).doesNotHaveDuplicates();
        assertThat(kept.stream().map(CommitmentKept::commitmentId)).doesNotHaveDuplicates();
        Set<String> missedInTheEnd = new HashSet<>();
        misses.stream().filter(it -> it.part() != Part.ORIGINAL).forEach(it -> missedInTheEnd.add(it.commitmentId()));
        assertThat(kept).noneMatch(it -> missedInTheEnd.contains(it.commitmentId()));
    }

    /** Some time passes; the service wakes up by itself in between, as its deadlines want it, or a little later. */
    private Instant passing(DepartmentCase state, Instant now, Random random) {
        Instant then = now.plus(Duration.ofMinutes(random.nextInt(300)));
        return Settling.nextDue(state)
                .filter(due -> due.isBefore(then) && random.nextInt(4) > 0)
                .orElse(then);
    }

    /** Or the deadline would come again and again. */
    private void nothingDueIsForgotten(DepartmentCase state, Instant now) {
        if (decider.decide(state, new DeadlineReached(), now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
            DepartmentCase noticed = facts.stream().reduce(state, decider::evolve, (_, last) -> last);
            assertThat(Settling.nextDue(noticed).stream()).allMatch(due -> due.isAfter(now));
        }
    }

    private static void nothingIsHealed(Commitments before, Commitments after) {
        for (Commitment was : before.all()) {
            Commitment is = Objects.requireNonNull(after.get(was.id()));
            assertThat(is.missed()).containsAll(was.missed());
            assertThat(is.reply()).isEqualTo(was.reply());
            assertThat(is.requestedFor()).isEqualTo(was.requestedFor());
            assertThat(is.corrections().subList(0, was.corrections().size())).isEqualTo(was.corrections());
            if (was.hasEnded()) {
                assertThat(is).isEqualTo(was);
            }
        }
    }

    private static void datesAgree(Commitment commitment) {
        if (commitment.end() instanceof Delivered delivered) {
            assertThat(delivered.asFirstPromised() && commitment.hasMissed(Part.ORIGINAL))
                    .isFalse();
            assertThat(delivered.asLastPromised() && commitment.hasMissed(Part.LATEST))
                    .isFalse();
            assertThat(delivered.asLastPromised() && commitment.hasMissed(Part.FULL))
                    .isFalse();
            if (commitment.corrections().isEmpty()) {
                assertThat(delivered.asLastPromised()).isEqualTo(delivered.asFirstPromised());
                if (!commitment.requestedFor().isBefore(commitment.reply().dueAt())) {
                    // Whoever keeps an earlier date keeps a later one, too.
                    assertThat(!delivered.asFirstPromised() || delivered.asRequested())
                            .isTrue();
                }
            }
        }
    }

    private DepartmentCase after(DepartmentCase state, DepartmentCommand command, Instant now) {
        if (!(decider.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts))) {
            return state;
        }
        for (DepartmentFact fact : facts) {
            if (fact instanceof Published(var event)) {
                switch (event) {
                    case CommitmentMissed missed -> misses.add(missed);
                    case CommitmentKept it -> kept.add(it);
                    default -> {}
                }
            }
        }
        return facts.stream().reduce(state, decider::evolve, (_, last) -> last);
    }

    private static DepartmentCommand anything(Random random, int i, Instant now) {
        RequestId request = REQUESTS.get(random.nextInt(2));
        var department = request.equals(R1) ? FINANCE : LOGISTICS;
        Instant then = now.plus(Duration.ofMinutes(1 + random.nextInt(2000)));
        return switch (random.nextInt(24)) {
            case 0, 1, 2, 3, 4 -> new Reply(commitment("c" + i, request, department, then));
            case 5, 6, 7, 8, 9 ->
                new CorrectCommitment(
                        request,
                        department,
                        "commitment-" + (1 + random.nextInt(2)),
                        Dimension.values()[random.nextInt(3)],
                        "The supplier is late.",
                        random.nextBoolean() ? then : null,
                        random.nextBoolean() ? null : Integer.toString(1 + random.nextInt(4)),
                        "Silvia",
                        Map.of());
            case 10, 11, 12 -> new Reply(question("q" + i, request, department));
            case 13, 14, 15, 16, 17 ->
                new AnswerQuestion(
                        CASE,
                        "question-" + (1 + random.nextInt(6)),
                        new Speaker("andrei", true, Set.of()),
                        "The one of March.");
            case 18 ->
                new Reply(new DepartmentReply.Answer(
                        "a" + i,
                        request,
                        department,
                        "Silvia",
                        random.nextInt(4) > 0,
                        "Found.",
                        null,
                        null,
                        null,
                        random.nextBoolean() ? null : Integer.toString(random.nextInt(4))));
            case 19 -> random.nextInt(4) == 0 ? new EndRequest(request, "Not needed.") : new DeadlineReached();
            default -> new DeadlineReached();
        };
    }
}
