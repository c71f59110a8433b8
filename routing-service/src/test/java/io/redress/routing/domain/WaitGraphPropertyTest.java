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
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.routing.domain.OwedCommand.NoteDeviation;
import io.redress.routing.domain.OwedCommand.NoteEstimate;
import io.redress.routing.domain.OwedCommand.NoteOwed;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteChoice;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitCommand.ReleaseHelp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import tools.jackson.databind.json.JsonMapper;

/** Whatever happens to a case, in whatever order its topics come: the graph is what has happened. */
class WaitGraphPropertyTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NATURES = List.of("delivery", "invoice", "defect", "contract", "crash");
    private static final List<String> DEPARTMENTS = List.of("finance", "logistics", "legal-compliance", "procurement");
    private static final int STEPS = 150;

    private final RoutingDecider decider = new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE);
    private final WaitingRules rules =
            new WaitingRules(decider, Shipped.DEPARTMENTS, Superiors.authorityOf(Shipped.DEPARTMENTS));

    private final List<RoutingEvent> published = new ArrayList<>();
    private final Map<String, List<RoutingCommand>> topics = new HashMap<>();
    private final Map<String, Deque<RoutingCommand>> underway = new HashMap<>();
    private RoutingState state = rules.initialState();
    private Instant now = NOW;
    private int revision;
    private int named;

    @RepeatedTest(60)
    @Behaviour({"R60", "R62", "R63"})
    void from_the_topics_alone_the_same_graph_comes_again_and_nothing_is_said_twice() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        live(random);

        assertThat(rebuilt(random)).isEqualTo(WaitGraphPropertyTest.shown(state));
    }

    @RepeatedTest(60)
    @Behaviour({"R62", "R63"})
    void what_holds_a_case_up_and_every_circle_is_told_exactly_when_it_is_another() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);

        live(new Random(seed));

        Party told = null;
        RequestId about = null;
        Set<String> circles = new HashSet<>();
        for (RoutingEvent event : published) {
            if (event instanceof RootBlockerChanged changed) {
                assertThat(changed.from()).isEqualTo(told);
                assertThat(Objects.equals(changed.to(), told) && Objects.equals(changed.requestId(), about))
                        .isFalse();
                told = changed.to();
                about = changed.requestId();
            }
            if (event instanceof WaitCycleFound found) {
                assertThat(circles.add(found.cycleId())).isTrue();
            }
            if (event instanceof WaitCycleBroken broken) {
                assertThat(circles.remove(broken.cycleId())).isTrue();
            }
        }
        assertThat(WaitGraph.of(state).rootBlocker().map(Waiting.Blocker::party))
                .isEqualTo(java.util.Optional.ofNullable(told));
        assertThat(RoutingState.waiting(state).circles().stream().map(Waiting.Circle::id))
                .containsExactlyInAnyOrderElementsOf(circles);
    }

    /** Topics run behind one another as they like; what is stored is read again between any two decisions. */
    private void live(Random random) {
        send(
                "intake",
                new HearComplaint(new Complaint(
                        CASE,
                        new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                        new Customer("C-1042", Customer.Tier.VIP),
                        "en",
                        "Where is my order?",
                        "webshop")));
        send("intake", new Route(diagnosis(random)));
        for (int i = 0; i < STEPS; i++) {
            if (random.nextBoolean()) {
                something(random);
            }
            deliver(random);
        }
        while (underway.values().stream().anyMatch(it -> !it.isEmpty())) {
            deliver(random);
        }
    }

    private List<RoutingCommand> topic(String name) {
        return topics.computeIfAbsent(name, _ -> new ArrayList<>());
    }

    private void send(String topic, RoutingCommand command) {
        underway.computeIfAbsent(topic, _ -> new ArrayDeque<>()).add(command);
    }

    private void deliver(Random random) {
        List<String> waiting = underway.entrySet().stream()
                .filter(it -> !it.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (!waiting.isEmpty()) {
            String topic = waiting.get(random.nextInt(waiting.size()));
            RoutingCommand command = Objects.requireNonNull(underway.get(topic)).remove();
            if (give(command, random)) {
                topic(topic).add(command);
            }
        }
    }

    private boolean give(RoutingCommand command, Random random) {
        now = now.plus(Duration.ofSeconds(random.nextInt(10_000)));
        if (!(rules.decide(state, command, now) instanceof Decision.Accepted<RoutingFact>(var facts))) {
            return false;
        }
        for (RoutingFact fact : facts) {
            state = rules.evolve(state, fact);
            if (fact instanceof Published(var event)) {
                published.add(event);
            }
        }
        RoutingState stored = JSON.readValue(JSON.writeValueAsBytes(state), RoutingState.class);
        assertThat(stored).isEqualTo(state);
        state = stored;
        return true;
    }

    private void something(Random random) {
        if (!(state instanceof Routed routed)) {
            return;
        }
        Request any = routed.requests().get(random.nextInt(routed.requests().size()));
        RequestId id = any.ask().id();
        DepartmentCode department = any.ask().department();
        named++;
        switch (random.nextInt(19)) {
            case 0, 1, 2, 3 ->
                send(
                        "departments",
                        new GetHelp(id, "h" + named, department, department(random), RequestKind.INFORMATION, "Help."));
            case 4 ->
                send("departments", new NoteQuestion(id, "q" + named, department, Party.consultant("andrei"), now));
            case 5 ->
                routed.waiting().questions().stream()
                        .findFirst()
                        .ifPresent(it -> send(
                                "departments",
                                new NoteAnswerToQuestion(it.requestId(), it.id(), now.plus(Duration.ofHours(24)))));
            case 6, 7 -> send("departments", new NoteAnswer(id, department, null, now));
            case 8 -> send("departments", new PassOn(id, department, "Not ours.", department(random)));
            case 9 -> send("resolutions", new HaveStepDone("s" + named, department(random), "Do it."));
            case 10 -> customer(random);
            case 11 -> send("departments", new NoteAcceptance(id, department));
            case 12 ->
                routed.waiting().helps().stream()
                        .filter(it -> it.helpId() != null)
                        .skip(random.nextInt(5))
                        .findFirst()
                        .ifPresent(it -> send("departments", new ReleaseHelp(it.parent(), helpId(it), "No need.")));
            case 13 -> send("departments", new NoteProgress(id, department, now));
            case 14 -> byItself(random);
            case 16 -> send("departments", owed(id, department, random));
            case 17 -> send("departments", new NoteEstimate(id, department, now));
            case 18 ->
                send(
                        "departments",
                        new NoteDeviation(
                                id,
                                department,
                                random.nextBoolean() ? now.plus(Duration.ofHours(random.nextInt(300))) : null,
                                random.nextBoolean(),
                                now));
            default -> authority(routed, random);
        }
    }

    private NoteOwed owed(RequestId id, DepartmentCode department, Random random) {
        Wait.What what = List.of(Wait.What.PROGRESS, Wait.What.ESTIMATE, Wait.What.REESTIMATE)
                .get(random.nextInt(3));
        return new NoteOwed(id, department, what, now, now.plus(Duration.ofHours(4)));
    }

    private static String helpId(Waiting.Helped help) {
        return Objects.requireNonNull(help.helpId());
    }

    /** Offers run out, and silence speaks: that is on no topic but our own. */
    private void byItself(Random random) {
        now = now.plus(Duration.ofHours(random.nextInt(12)));
        give(new NoticeTime(Absences.NONE), random);
    }

    private void customer(Random random) {
        switch (random.nextInt(4)) {
            case 0 -> send("resolutions", new AwaitChoice("p" + named, now, now.plus(Duration.ofDays(14))));
            case 1 -> send("resolutions", new NoteChoice("p" + (named - random.nextInt(20))));
            case 2 -> send("intake", new HearMoreWords("Something else."));
            default -> send("intake", new Reroute(diagnosis(random), ++revision, "Something else."));
        }
    }

    /** A decision comes over REST and is on no topic but our own. */
    private void authority(Routed routed, Random random) {
        if (!routed.lastWords().isEmpty()) {
            RequestId decided =
                    routed.lastWords().get(random.nextInt(routed.lastWords().size()));
            give(new AssignRequest(decided, department(random), "Yours.", "doina"), random);
        }
        routed.waiting().circles().stream().findFirst().ifPresent(circle -> {
            RequestId first =
                    circle.requests().get(random.nextInt(circle.requests().size()));
            give(new DecideWhoGoesFirst(circle.id(), first, "Alone.", "doina"), random);
        });
    }

    /** As {@code RebuildFromTopics} does it, on a later day; departments and resolution come in any order. */
    private List<Object> rebuilt(Random random) {
        NotingRules quiet = new NotingRules(decider);
        now = now.plus(Duration.ofDays(1));
        RoutingState again = quiet.initialState();
        RoutingCommand first = topic("intake").getFirst();
        again = noted(quiet, again, first);
        for (RoutingEvent event : published) {
            again = quiet.evolve(again, new Published(event));
        }
        for (RoutingCommand command : topic("intake")) {
            again = noted(quiet, again, command);
        }
        Deque<RoutingCommand> departments = new ArrayDeque<>(topic("departments"));
        Deque<RoutingCommand> resolutions = new ArrayDeque<>(topic("resolutions"));
        while (!departments.isEmpty() || !resolutions.isEmpty()) {
            boolean fromDepartments = resolutions.isEmpty() || !departments.isEmpty() && random.nextBoolean();
            again = noted(quiet, again, fromDepartments ? departments.remove() : resolutions.remove());
        }
        return shown(again);
    }

    private RoutingState noted(NotingRules quiet, RoutingState before, RoutingCommand command) {
        RoutingState after = before;
        if (quiet.decide(before, command, now) instanceof Decision.Accepted<RoutingFact>(var facts)) {
            for (RoutingFact fact : facts) {
                assertThat(fact).as("after %s", command).isNotInstanceOf(Published.class);
                after = quiet.evolve(after, fact);
            }
        }
        return after;
    }

    private static List<Object> shown(RoutingState state) {
        WaitGraph graph = WaitGraph.of(state);
        return List.of(
                graph.waits(),
                graph.criticalPath(),
                RoutingState.waiting(state).circles(),
                Owners.of((CaseState) state),
                silent(state));
    }

    private static List<String> silent(RoutingState state) {
        return state instanceof Routed routed
                ? routed.silences().open().stream()
                        .map(Silence::waitId)
                        .sorted()
                        .toList()
                : List.of();
    }

    private static Diagnosis diagnosis(Random random) {
        return new Diagnosis(
                List.of(
                        new Hypothesis(nature(random), Cause.SERVICE_FAILURE, 0.9, List.of(), "rule"),
                        new Hypothesis(nature(random), Cause.SERVICE_FAILURE, 0.7, List.of(), "rule")),
                false,
                false);
    }

    private static String nature(Random random) {
        return NATURES.get(random.nextInt(NATURES.size()));
    }

    private static DepartmentCode department(Random random) {
        return new DepartmentCode(DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
    }
}
