package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DeliveryEvent.RatingReminded;
import io.redress.contracts.DepartmentEvent;
import io.redress.department.domain.DeliveryCommand.Rate;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RemindingTest {
    private static final Duration WITHIN = Duration.ofDays(5);
    private static final Instant DUE = NOW.plus(WITHIN);
    private static final Rate RATE =
            new Rate(R1, FINANCE, new Speaker("andrei", true, Set.of()), null, null, null, false);

    private final Reminding rules = new Reminding(new DepartmentDecider(), WITHIN);
    private DepartmentCase state = rules.initialState();

    @Test
    @Behaviour({"R84", "R140"})
    void whoever_has_not_rated_an_answer_is_reminded_once_and_a_late_rating_still_counts() {
        answered();
        assertThat(Reminding.nextDue(state, WITHIN)).contains(DUE);
        assertThat(decide(new DeadlineReached(), DUE.minusMillis(1))).isEmpty();

        assertThat(decide(new DeadlineReached(), DUE))
                .containsExactly(new RatingReminded(CASE, R1, FINANCE, ANDREI, NOW, DUE));

        assertThat(Reminding.nextDue(state, WITHIN)).isEmpty();
        assertThat(decide(new DeadlineReached(), DUE.plus(WITHIN))).isEmpty();
        assertThat(decide(RATE, DUE.plus(WITHIN))).hasAtLeastOneElementOfType(DeliveryRated.class);
        assertThat(clientFigures(DUE.plus(WITHIN)).ratedInTime()).isEqualTo(new Share(0, 1, 0.0));
        assertThat(clientFigures(DUE.plus(WITHIN)).reminded()).isEqualTo(1);
    }

    @Test
    void whoever_has_rated_in_time_is_not_reminded() {
        answered();
        decide(RATE, NOW);

        assertThat(Reminding.nextDue(state, WITHIN)).isEmpty();
        assertThat(decide(new DeadlineReached(), DUE)).isEmpty();
        assertThat(clientFigures(DUE).ratedInTime()).isEqualTo(new Share(1, 1, 1.0));
    }

    private ClientFigures clientFigures(Instant until) {
        return ClientFigures.of(
                List.of(state),
                Delivering.requesterOf(
                        state, Objects.requireNonNull(state.request(R1)).ask()),
                new Span(NOW, until),
                WITHIN);
    }

    private void answered() {
        decide(new LearnOwner(null, ANDREI), NOW);
        decide(new TakeRequest(raised(R1, FINANCE)), NOW);
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
    }

    private List<DepartmentEvent> decide(DepartmentCommand command, Instant now) {
        Decision<DepartmentFact> decision = rules.decide(state, command, now);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<DepartmentFact> facts = ((Decision.Accepted<DepartmentFact>) decision).events();
        state = facts.stream().reduce(state, rules::evolve, (_, last) -> last);
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }
}
