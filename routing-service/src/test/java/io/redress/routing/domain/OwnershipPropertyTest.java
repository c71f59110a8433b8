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
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent;
import io.redress.routing.domain.OwnershipCommand.AssignCase;
import io.redress.routing.domain.OwnershipCommand.AssignRequest;
import io.redress.routing.domain.OwnershipCommand.DeclineCase;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.OwnershipCommand.OfferCase;
import io.redress.routing.domain.OwnershipCommand.TakeCase;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever people, departments, clocks and crashes do to many cases, nothing is ever without exactly one owner. */
class OwnershipPropertyTest {
    private static final int OPERATIONS = 100_000;
    private static final int CASES_AT_ONCE = 40;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final CaseId ELSEWHERE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71");
    private static final List<String> NATURES =
            List.of("delivery", "invoice", "defect", "crash", "venting", "contract");
    private static final List<String> CONSULTANTS = List.of("andrei", "ioana", "giulia", "tomasz");
    private static final List<String> DEPARTMENTS = List.of(
            "finance",
            "logistics",
            "marketing-pr",
            "development",
            "quality-control",
            "legal-compliance",
            "senior-management",
            "procurement");

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final Map<String, Integer> seen = new TreeMap<>();
    private RoutingDecider decider = decider();
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    @Behaviour({"R59", "R70", "R101"})
    void whatever_happens_every_open_case_and_request_has_exactly_one_owner_at_every_instant() {
        System.out.println("seed " + seed);
        List<OneCase> cases = new ArrayList<>();
        for (int i = 0; i < OPERATIONS; i++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(20)));
            if (cases.size() < CASES_AT_ONCE) {
                cases.add(new OneCase());
            }
            OneCase one = cases.get(random.nextInt(cases.size()));
            one.somethingHappens();
            if (one.state instanceof Ended) {
                one.checkWholeLife();
                cases.remove(one);
            }
        }
        cases.forEach(OneCase::checkWholeLife);

        System.out.println("seen " + seen);
        assertThat(seen.keySet())
                .contains(
                        "CaseRouted",
                        "CaseRerouted",
                        "CasePaused",
                        "CaseResumed",
                        "RequestRaised",
                        "OwnershipOffered",
                        "OfferReturned DECLINED",
                        "OfferReturned UNANSWERED",
                        "OwnershipMoved of a case",
                        "OwnershipMoved of a request",
                        "OwnerDecisionRequested",
                        "OwnerDecided",
                        "HandoverDecisionRequested",
                        "RequestWithdrawn",
                        "ended");
        assertThat(seen.values()).allMatch(it -> it > 20);
    }

    private static RoutingDecider decider() {
        return new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE);
    }

    /** A case with what is on its way to it. */
    private final class OneCase {
        private final CaseId caseId = new CaseId(new UUID(random.nextLong(), random.nextLong()).toString());
        private final OwnershipLedger ledger = new OwnershipLedger();
        private final List<RoutingCommand> onItsWay = new ArrayList<>();
        private RoutingState state = decider.initialState();
        private RoutingCommand last = new Resume();
        private int steps;

        OneCase() {
            Owner owner = new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk"));
            onItsWay.add(new HearComplaint(new Complaint(
                    caseId,
                    owner,
                    new Customer("C-1042", Customer.Tier.STANDARD),
                    "en",
                    "Where is my order?",
                    "webshop")));
            onItsWay.add(new Route(diagnosis()));
        }

        void somethingHappens() {
            switch (random.nextInt(12)) {
                // A crash: what was stored is all that is left, and the rules are made anew.
                case 0 -> {
                    decider = decider();
                    reload();
                }
                // The broker delivers again.
                case 1 -> give(last);
                // Topics are read independently: what was said first may be heard later.
                case 2 -> onItsWay.add(anything());
                case 3, 4 -> {
                    if (!onItsWay.isEmpty()) {
                        give(onItsWay.remove(random.nextInt(onItsWay.size())));
                    }
                }
                case 5 -> {
                    now = now.plus(Duration.ofHours(random.nextInt(10)));
                    if (Deadlines.besideSilence(state)
                            .filter(it -> !it.isAfter(now))
                            .isPresent()) {
                        give(new NoticeTime(Absences.NONE));
                    }
                }
                default -> give(anything());
            }
        }

        private void give(RoutingCommand command) {
            last = command;
            if (decider.decide(state, command, now) instanceof Decision.Accepted<RoutingFact>(var facts)) {
                for (RoutingFact fact : facts) {
                    state = decider.evolve(state, fact);
                    note(fact);
                }
                if (!facts.isEmpty()) {
                    checkThisInstant();
                }
            }
        }

        private void note(RoutingFact fact) {
            switch (fact) {
                case Published(RoutingEvent event) -> {
                    ledger.hear(event);
                    seen.merge(name(event), 1, Integer::sum);
                }
                case AnswerNoted(var id, var at) -> ledger.answered(id, at);
                case CaseEnded(var at) -> {
                    ledger.closed(at);
                    seen.merge("ended", 1, Integer::sum);
                }
                default -> {}
            }
        }

        private void reload() {
            RoutingState stored = JSON.readValue(JSON.writeValueAsBytes(state), RoutingState.class);
            assertThat(stored).isEqualTo(state);
            state = stored;
        }

        /** What the state says is what the events say. */
        private void checkThisInstant() {
            Owners owners = Owners.of((CaseState) state);
            if (routed() != null) {
                assertThat(owners.ofCase()).as("seed %s", seed).isPresent().isEqualTo(ledger.ofCase());
            }
            owners.ofRequests().forEach((id, owner) -> {
                if (!(routed() instanceof Routed routed && routed.request(id) instanceof Request.Offered)) {
                    assertThat(ledger.of(id)).as("seed %s, %s", seed, id).contains(owner);
                }
            });
            long open = requests().stream()
                    .filter(it -> it instanceof Request.Open || it instanceof Request.OnOffer)
                    .count();
            assertThat(ledger.open()).as("seed %s", seed).isEqualTo(open);
        }

        void checkWholeLife() {
            ledger.hasNeitherGapNorOverlap();
        }

        private @Nullable Routed routed() {
            RoutingState at = state instanceof Paused paused ? paused.beneath() : state;
            return at instanceof Routed routed ? routed : null;
        }

        private RoutingCommand anything() {
            RequestId id = RequestId.of(caseId, 1 + random.nextInt(requests().size() + 1));
            DepartmentCode its = departmentOf(id);
            return switch (random.nextInt(40)) {
                case 0, 1 -> new HaveStepDone("s" + steps++, department(), "Do it.");
                case 2 -> new Reroute(diagnosis(), 1 + random.nextInt(3), "Something else.");
                case 3 -> new Pause(ELSEWHERE);
                case 4, 5, 6 -> new Resume();
                case 7 -> random.nextInt(3) == 0 ? new EndCase() : new NoticeTime(Absences.NONE);
                case 8, 9, 10, 11 -> new NoteAcceptance(id, its);
                case 12, 13 -> new NoteAnswer(id, its);
                case 14, 15 -> new AssignRequest(id, department(), "They promised it.", "luiza");
                case 16, 17 -> new OfferCase(consultant(), "I am away.");
                case 18, 19, 20 -> new TakeCase(whoIsAsked());
                case 21, 22, 23, 24, 25 -> new DeclineCase(whoIsAsked(), "Too much to do.", consultant());
                case 26, 27 -> new AssignCase(consultant(), "She knows the customer.");
                case 28 -> new PassOn(id, department(), "Not ours.", department());
                default -> new PassOn(id, its, "Not ours.", department());
            };
        }

        private String whoIsAsked() {
            Routed routed = routed();
            return routed == null || routed.ownership().handover() == null || random.nextInt(5) == 0
                    ? consultant()
                    : routed.ownership().handover().to().id();
        }

        private List<Request> requests() {
            Routed routed = routed();
            return routed == null ? List.of() : routed.requests();
        }

        private DepartmentCode departmentOf(RequestId id) {
            return requests().stream()
                    .filter(it -> it.ask().id().equals(id))
                    .map(it -> it.ask().department())
                    .findFirst()
                    .orElseGet(OwnershipPropertyTest.this::department);
        }
    }

    private static String name(RoutingEvent event) {
        String name = event.getClass().getSimpleName();
        return switch (event) {
            case OwnershipMoved moved -> name + (moved.requestId() == null ? " of a case" : " of a request");
            case OfferReturned returned -> name + " " + returned.outcome();
            default -> name;
        };
    }

    private Diagnosis diagnosis() {
        String nature = NATURES.get(random.nextInt(NATURES.size()));
        Cause cause = nature.equals("venting") ? Cause.VENTING : Cause.SERVICE_FAILURE;
        return new Diagnosis(List.of(new Hypothesis(nature, cause, 0.9, List.of(), "rule")), false, false);
    }

    private DepartmentCode department() {
        return new DepartmentCode(DEPARTMENTS.get(random.nextInt(DEPARTMENTS.size())));
    }

    private String consultant() {
        return CONSULTANTS.get(random.nextInt(CONSULTANTS.size()));
    }
}
