package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.help;
import static io.redress.department.domain.Example.helping;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CounterpartTest {
    private static final Contact PETRA = new Contact("Petra", "finance desk, 4711");
    private static final Charter CHARTER = Charter.withoutCalendar(
            FINANCE, 1, new CharterContent(null, null, null, null, null, null, null, null, null, null, PETRA));

    private final DepartmentDecider rules = new DepartmentDecider(Charters.of(List.of(CHARTER)));
    private DepartmentCase state = rules.initialState();

    @Test
    @Behaviour("R138")
    void until_somebody_has_spoken_the_department_names_whom_to_ask_and_then_it_is_who_has_spoken_last() {
        decide(new LearnOwner(null, ANDREI));
        decide(new TakeRequest(raised(R1, FINANCE)));
        assertThat(Counterpart.working(state, request(R1)))
                .isEqualTo(new Counterpart(Party.department(FINANCE), null, PETRA));

        decide(new Reply(progress("p1", R1, FINANCE)));

        assertThat(Counterpart.working(state, request(R1)))
                .isEqualTo(new Counterpart(Party.department(FINANCE), "Silvia", PETRA));
    }

    @Test
    @Behaviour("R138")
    void a_department_knows_the_consultant_and_whoever_helps_knows_who_has_wished_for_it() {
        decide(new LearnOwner(null, ANDREI));
        decide(new TakeRequest(raised(R1, FINANCE)));
        decide(new Reply(help("h1", R1, FINANCE, LOGISTICS)));
        decide(new TakeRequest(helping(R2, LOGISTICS, R1)));

        assertThat(Counterpart.asking(state, request(R1).ask())).isEqualTo(new Counterpart(ANDREI, "andrei", null));
        assertThat(Counterpart.asking(state, request(R2).ask()))
                .isEqualTo(new Counterpart(Party.department(FINANCE), "Silvia", PETRA));
        assertThat(Counterpart.answeringForCase(state)).isEqualTo(new Counterpart(ANDREI, "andrei", null));
    }

    private Request request(RequestId id) {
        return Objects.requireNonNull(state.request(id));
    }

    private void decide(DepartmentCommand command) {
        Decision<DepartmentFact> decision = rules.decide(state, command, NOW);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        state = ((Decision.Accepted<DepartmentFact>) decision)
                .events().stream().reduce(state, rules::evolve, (_, last) -> last);
    }
}
