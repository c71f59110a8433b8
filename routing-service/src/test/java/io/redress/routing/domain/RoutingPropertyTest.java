package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

class RoutingPropertyTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NATURES = List.of("delivery", "invoice", "defect", "venting", "crisis");
    private static final Complaint COMPLAINT = new Complaint(
            CASE,
            new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
            new Customer("C-1042", Customer.Tier.VIP),
            "en",
            "Where is my order?",
            "webshop");

    private final RoutingDecider decider = new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE);
    private final List<RoutingFact> facts = new ArrayList<>();
    private RoutingState state = decider.initialState();

    @RepeatedTest(100)
    @Behaviour({"R68", "R70"})
    void whatever_happens_in_whatever_order_nothing_asked_for_is_without_exactly_one_department() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<RoutingCommand> beginning = new ArrayList<>(List.of(
                new HearComplaint(COMPLAINT),
                new Route(diagnosis()),
                new HaveStepDone("s1", new DepartmentCode("finance"), "Pay back."),
                new PassOn(RequestId.of(CASE, 1), new DepartmentCode("logistics"), "No.", department(random))));
        Collections.shuffle(beginning, random);
        beginning.forEach(this::give);

        for (int i = 0; i < 200; i++) {
            give(anything(random));
            everyRequestHasOneDepartmentWhileItIsOpen();
            nobodyIsAskedAfterTheAuthority();
        }
        assertThat(state).isInstanceOf(Routed.class);
        assertThat(raised()).anyMatch(it -> "s1".equals(it.stepId()));
        give(new EndCase());
        assertThat(state.caseOwner()).contains(COMPLAINT.owner());
    }

    @RepeatedTest(100)
    void the_order_of_the_first_news_does_not_change_who_is_asked() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        List<RoutingCommand> news = new ArrayList<>(List.of(
                new HearComplaint(COMPLAINT),
                new Route(diagnosis()),
                new NoteAnswer(RequestId.of(CASE, 1), new DepartmentCode("logistics")),
                new HaveStepDone("s1", new DepartmentCode("finance"), "Pay back.")));
        news.forEach(this::give);
        RoutingState inOrder = state;

        state = decider.initialState();
        Collections.shuffle(news, new Random(seed));
        news.forEach(this::give);

        assertThat(state).isEqualTo(inOrder);
    }

    private void give(RoutingCommand command) {
        if (decider.decide(state, command, NOW) instanceof Decision.Accepted<RoutingFact>(var more)) {
            facts.addAll(more);
            more.forEach(fact -> state = decider.evolve(state, fact));
        }
        // What is stored is what is known: a restart between any two events changes nothing.
        RoutingState stored = JSON.readValue(JSON.writeValueAsBytes(state), RoutingState.class);
        assertThat(stored).isEqualTo(state);
        state = stored;
    }

    private void everyRequestHasOneDepartmentWhileItIsOpen() {
        if (!(state instanceof Routed routed)) {
            return;
        }
        Set<RequestId> seen = new HashSet<>();
        for (Request request : routed.requests()) {
            assertThat(seen.add(request.ask().id())).isTrue();
            if (request instanceof Request.PassedOn(var _, var by)) {
                assertThat(routed.request(by)).as("what replaces %s", request).isNotNull();
            }
        }
        assertThat(raised()).hasSameSizeAs(routed.requests());
    }

    private void nobodyIsAskedAfterTheAuthority() {
        Set<RequestId> lastWords = new HashSet<>();
        for (RoutingFact fact : facts) {
            if (fact instanceof Published(OwnerDecisionRequested decision)) {
                lastWords.add(decision.requestId());
            }
            if (fact instanceof Published(RequestRedirected redirected)) {
                assertThat(lastWords).doesNotContain(redirected.requestId());
            }
        }
    }

    private List<RequestRaised> raised() {
        return facts.stream()
                .filter(it -> it instanceof Published(RequestRaised _))
                .map(it -> (RequestRaised) ((Published) it).event())
                .toList();
    }

    private RoutingCommand anything(Random random) {
        RequestId id = RequestId.of(CASE, 1 + random.nextInt(6));
        return switch (random.nextInt(7)) {
            case 5 -> new Reroute(diagnosis(NATURES.get(random.nextInt(NATURES.size()))), 1, "Something else.");
            case 6 -> new HearMoreWords("Something else.");
            case 0 -> new HearComplaint(COMPLAINT);
            case 1 -> new Route(diagnosis());
            case 2 -> new NoteAnswer(id, department(random));
            case 3 -> new HaveStepDone("s" + random.nextInt(3), department(random), "Do it.");
            default -> new PassOn(id, department(random), "No.", department(random));
        };
    }

    private static Diagnosis diagnosis() {
        return diagnosis("delivery");
    }

    private static Diagnosis diagnosis(String nature) {
        Cause cause = nature.equals("venting") ? Cause.VENTING : Cause.SERVICE_FAILURE;
        return new Diagnosis(List.of(new Hypothesis(nature, cause, 0.9, List.of(), "rule")), false, false);
    }

    private static DepartmentCode department(Random random) {
        List<String> codes = List.of("finance", "logistics", "marketing-pr", "senior-management", "procurement");
        return new DepartmentCode(codes.get(random.nextInt(codes.size())));
    }
}
