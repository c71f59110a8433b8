package io.redress.department.domain;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.decline;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

class DepartmentPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<DepartmentCommand> NEWS = List.of(
            new TakeRequest(raised(R1, FINANCE)),
            new TakeRequest(raised(R2, LOGISTICS)),
            new HearReply(answer("a1", R1, FINANCE)),
            new HearReply(decline("d2", R2, LOGISTICS, FINANCE)));

    private final DepartmentDecider decider = new DepartmentDecider();

    @RepeatedTest(200)
    void in_whatever_order_and_however_often_the_news_come_the_same_is_told() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<DepartmentCommand> shuffled = new ArrayList<>(NEWS);
        NEWS.stream().filter(_ -> random.nextBoolean()).forEach(shuffled::add);
        Collections.shuffle(shuffled, random);

        assertThat(told(shuffled)).containsExactlyInAnyOrderElementsOf(told(NEWS));
    }

    @RepeatedTest(200)
    void a_request_is_answered_or_declined_at_most_once_whatever_is_said() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<DepartmentCommand> anything = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            anything.add(anything(random));
        }

        List<DepartmentEvent> told = told(anything);

        assertThat(told.stream().filter(DepartmentEvent.RequestAccepted.class::isInstance))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(2);
        for (var id : List.of(R1, R2)) {
            assertThat(told.stream().filter(it -> switch (it) {
                        case DepartmentEvent.RequestAnswered e -> e.requestId().equals(id);
                        case DepartmentEvent.RequestDeclined e -> e.requestId().equals(id);
                        case DepartmentEvent.RequestAccepted _,
                                DepartmentEvent.ProgressReported _,
                                CooperationEvent _ -> false;
                    }))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private List<DepartmentEvent> told(List<DepartmentCommand> commands) {
        DepartmentCase state = decider.initialState();
        List<DepartmentEvent> told = new ArrayList<>();
        for (DepartmentCommand command : commands) {
            if (decider.decide(state, command, NOW) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                for (DepartmentFact fact : facts) {
                    state = decider.evolve(state, fact);
                    if (fact instanceof Published(var event)) {
                        told.add(event);
                    }
                }
            }
            // What is stored is what is known: a restart between any two events changes nothing.
            DepartmentCase stored = JSON.readValue(JSON.writeValueAsBytes(state), DepartmentCase.class);
            assertThat(stored).isEqualTo(state);
            state = stored;
        }
        return told;
    }

    private static DepartmentCommand anything(Random random) {
        RequestRaised raised = random.nextBoolean() ? raised(R1, FINANCE) : raised(R2, LOGISTICS);
        var id = raised.requestId();
        var speaker = random.nextInt(4) == 0 ? FINANCE : raised.department();
        String replyId = "r" + random.nextInt(8);
        return switch (random.nextInt(4)) {
            case 0 -> new TakeRequest(raised);
            case 1 -> new HearReply(progress(replyId, id, speaker));
            case 2 -> new HearReply(answer(replyId, id, speaker));
            default -> new HearReply(decline(replyId, id, speaker, LOGISTICS));
        };
    }
}
