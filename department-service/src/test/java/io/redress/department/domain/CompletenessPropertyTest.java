package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.ContractField.Form;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.Request.Incomplete;
import io.redress.department.domain.Request.Open;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

/** Random contracts, requests, forms that are filled in rightly or wrongly, and answers that say what others lack. */
class CompletenessPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<DepartmentCode> DEPARTMENTS =
            List.of(FINANCE, LOGISTICS, new DepartmentCode("legal-compliance"));
    private static final List<String> NAMES = List.of("invoice", "order", "lot", "contract");
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());

    private final Map<RequestId, Instant> completeAt = new HashMap<>();

    @RepeatedTest(200)
    @Behaviour({"R66", "R93", "R94"})
    void a_request_is_in_the_queue_iff_its_contract_is_met_and_its_time_begins_then() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Map<DepartmentCode, RequestContract> contracts = new HashMap<>();
        DEPARTMENTS.forEach(it -> contracts.put(it, contract(random)));
        DepartmentDecider decider = new DepartmentDecider(Charters.of(DEPARTMENTS.stream()
                .map(it -> charter(it, contracts.getOrDefault(it, RequestContract.NONE)))
                .toList()));
        DepartmentCase state = decider.initialState();
        Instant now = NOW;
        for (int i = 1; i <= 50; i++) {
            now = now.plusSeconds(random.nextInt(1000));
            DepartmentCommand command = anything(random, state, i, now);
            if (decider.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                note(facts, now);
                state = facts.stream().reduce(state, decider::evolve, (_, last) -> last);
            }
            // What is stored is what is known: a restart between any two decisions changes nothing.
            DepartmentCase stored = JSON.readValue(JSON.writeValueAsBytes(state), DepartmentCase.class);
            assertThat(stored).isEqualTo(state);
            state = stored;
            for (Request request : state.requests()) {
                Request.Ask ask = request.ask();
                RequestContract contract = contracts
                        .getOrDefault(ask.department(), RequestContract.NONE)
                        .of(ask.kind());
                List<ContractField> lacking = contract.lacking(ask.given());
                switch (request) {
                    case Open _ -> {
                        assertThat(lacking).isEmpty();
                        Instant began = completeAt.get(ask.id());
                        assertThat(Duration.between(began, ask.dueAt())).isEqualTo(Duration.between(NOW, DUE));
                    }
                    case Incomplete _ -> {
                        assertThat(completeAt).doesNotContainKey(ask.id());
                        assertThat(lacking).isNotEmpty();
                        assertThat(state.cooperation().questionsAbout(ask.id()))
                                .singleElement()
                                .satisfies(it -> assertThat(it.isOpen() && it.isOfCharter())
                                        .isTrue());
                    }
                    default -> {}
                }
            }
        }
    }

    private void note(List<DepartmentFact> facts, Instant now) {
        for (DepartmentFact fact : facts) {
            if (fact instanceof Published(RequestAccepted accepted)) {
                assertThat(completeAt.put(accepted.requestId(), now)).isNull();
            }
        }
    }

    private static RequestContract contract(Random random) {
        List<ContractField> fields = new ArrayList<>();
        for (String name : NAMES) {
            if (random.nextBoolean()) {
                fields.add(new ContractField(
                        name,
                        "what " + name,
                        Form.NUMBER,
                        "N-1",
                        random.nextInt(3) == 0,
                        FINANCE,
                        null,
                        random.nextInt(4) == 0,
                        null,
                        random.nextInt(4) == 0 ? List.of(RequestKind.EXECUTION) : null));
            }
        }
        return new RequestContract(fields);
    }

    private static DepartmentCommand anything(Random random, DepartmentCase state, int i, Instant now) {
        int asked = state.requests().size();
        if (asked == 0 || random.nextInt(4) == 0) {
            return new TakeRequest(raised(random, asked + 1, now));
        }
        Request request = state.requests().get(random.nextInt(asked));
        Request.Ask ask = request.ask();
        return switch (random.nextInt(6)) {
            case 0 ->
                new Reply(new DepartmentReply.Answer(
                        "a" + i,
                        ask.id(),
                        ask.department(),
                        "Silvia",
                        true,
                        "Found.",
                        List.of(new Claim(name(random), "N-" + i, null)),
                        List.of()));
            case 1 -> new Reply(new DepartmentReply.Progress("p" + i, ask.id(), ask.department(), "Silvia", "On it."));
            default ->
                new AnswerQuestion(
                        CASE,
                        "question-"
                                + (1
                                        + random.nextInt(Math.max(
                                                1,
                                                state.cooperation().questions().size()))),
                        CONSULTANT,
                        "",
                        values(random));
        };
    }

    private static RequestRaised raised(Random random, int number, Instant now) {
        Map<String, String> fields = random.nextInt(3) == 0 ? values(random) : null;
        if (fields != null) {
            fields.values().removeIf(it -> it.equals("soon"));
        }
        return new RequestRaised(
                CASE,
                RequestId.of(CASE, number),
                DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())),
                RequestKind.values()[random.nextInt(RequestKind.values().length)],
                "overcharge",
                "Look into it.",
                random.nextInt(5) == 0 ? "My " + name(random) + " no. K-" + number + "77 is wrong." : "It is wrong.",
                "en",
                null,
                now,
                now.plus(Duration.between(NOW, DUE)),
                null,
                null,
                null,
                fields);
    }

    private static Map<String, String> values(Random random) {
        Map<String, String> values = new HashMap<>();
        for (String name : NAMES) {
            switch (random.nextInt(8)) {
                case 0 -> values.put(name, "soon");
                case 1, 2, 3, 4 -> values.put(name, "N-" + random.nextInt(100));
                default -> values.remove(name);
            }
        }
        return values;
    }

    private static String name(Random random) {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private static Charter charter(DepartmentCode department, RequestContract needs) {
        return new Charter(
                department,
                1,
                new CharterContent(null, needs, null, null, null, null, null, null, null),
                WorkCalendar.always());
    }
}
