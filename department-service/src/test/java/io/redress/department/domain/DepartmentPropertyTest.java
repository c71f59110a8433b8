package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.decline;
import static io.redress.department.domain.Example.help;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.InternalServiceEvent;
import io.redress.contracts.Party;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.CooperationCommand.AskInformally;
import io.redress.department.domain.CooperationCommand.AttachEvidence;
import io.redress.department.domain.CooperationCommand.Contribute;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

class DepartmentPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<DepartmentCommand> NEWS = List.of(
            new TakeRequest(raised(R1, FINANCE)),
            new TakeRequest(raised(R2, LOGISTICS)),
            new HearReply(answer("a1", R1, FINANCE)),
            new HearReply(new DepartmentReply.Evidence("e1", CASE, LOGISTICS, "depot", "The signed contract", null)),
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
                                CooperationEvent _,
                                InternalServiceEvent _ -> false;
                    }))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    /** A case with questions back, helps, contributions and evidence, at random times. */
    @RepeatedTest(200)
    @Behaviour({"R64", "R68", "R94"})
    void the_date_moves_by_the_time_that_a_department_could_not_go_on_and_by_nothing_else() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        DepartmentCase state = after(decider.initialState(), new TakeRequest(raised(R1, FINANCE)), NOW);
        Instant now = NOW;
        Duration stoodStill = Duration.ZERO;
        Set<String> open = new HashSet<>();
        for (int i = 0; i < 60 && state.request(R1) instanceof Request.Open; i++) {
            Duration passed = Duration.ofSeconds(random.nextInt(1000));
            now = now.plus(passed);
            stoodStill = open.isEmpty() ? stoodStill : stoodStill.plus(passed);
            DepartmentCommand command = cooperation(random, i);
            DepartmentCase before = state;
            state = after(state, command, now);
            open.clear();
            state.cooperation().questions().stream()
                    .filter(Cooperation.Question::isOpen)
                    .forEach(it -> open.add(it.id()));
            if (!(command instanceof Reply) && !(command instanceof AnswerQuestion)) {
                assertThat(state.requests()).isEqualTo(before.requests());
                assertThat(state.cooperation().questions())
                        .isEqualTo(before.cooperation().questions());
            }
            if (open.isEmpty()) {
                assertThat(Objects.requireNonNull(state.request(R1)).ask().dueAt())
                        .isEqualTo(DUE.plus(stoodStill));
                assertThat(Asking.movedBy(state.cooperation().questions())).isEqualTo(stoodStill);
            }
        }
    }

    private DepartmentCase after(DepartmentCase state, DepartmentCommand command, Instant now) {
        return decider.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts)
                ? facts.stream().reduce(state, decider::evolve, (_, last) -> last)
                : state;
    }

    private static DepartmentCommand cooperation(Random random, int i) {
        Speaker somebody = new Speaker("somebody", random.nextBoolean(), Set.of(LOGISTICS));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> new Reply(question("q" + i, R1, FINANCE));
            case 3, 4, 5, 6 ->
                new AnswerQuestion(CASE, "question-" + (1 + random.nextInt(8)), somebody, "The one of March.");
            case 7 -> new Reply(help("h" + i, R1, FINANCE, LOGISTICS));
            case 8 -> new Contribute(CASE, "k" + i, somebody, "It was changed.", null);
            case 9 -> new AttachEvidence(CASE, "k" + i, somebody, "The signed contract", null);
            case 10 -> new AskInformally(CASE, "k" + i, somebody, Party.department(FINANCE), "Seen before?");
            default -> new Reply(progress("p" + i, R1, FINANCE));
        };
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
        return switch (random.nextInt(7)) {
            case 0 -> new TakeRequest(raised);
            case 4 -> new HearReply(question(replyId, id, speaker));
            case 5 -> new HearReply(help(replyId, id, speaker, LOGISTICS));
            case 6 ->
                new HearReply(
                        new DepartmentReply.Contribution(replyId, CASE, speaker, "depot", "It was changed.", null));
            case 1 -> new HearReply(progress(replyId, id, speaker));
            case 2 -> new HearReply(answer(replyId, id, speaker));
            default -> new HearReply(decline(replyId, id, speaker, LOGISTICS));
        };
    }
}
