package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentEvent.BurstEvidence;
import io.redress.contracts.IncidentEvent.CrisisDeclared;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.IncidentEvent.IncidentOpened;
import io.redress.contracts.IncidentEvent.IncidentProposed;
import io.redress.contracts.IncidentId;
import io.redress.contracts.Wire;
import io.redress.routing.domain.IncidentCommand.AttachAccounts;
import io.redress.routing.domain.IncidentCommand.CloseIncident;
import io.redress.routing.domain.IncidentCommand.CountComplaints;
import io.redress.routing.domain.IncidentCommand.DecideMode;
import io.redress.routing.domain.IncidentCommand.DeclareCrisis;
import io.redress.routing.domain.IncidentCommand.JoinIncident;
import io.redress.routing.domain.IncidentCommand.LeaveIncident;
import io.redress.routing.domain.IncidentCommand.LiftCrisis;
import io.redress.routing.domain.IncidentCommand.NoteProposed;
import io.redress.routing.domain.IncidentCommand.OpenIncident;
import io.redress.routing.domain.IncidentCommand.ProposeIncident;
import io.redress.routing.domain.IncidentState.Counting;
import io.redress.routing.domain.IncidentState.Handled;
import io.redress.routing.domain.bursts.BurstTerms;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mass problems from the first suspicion to the end. */
class IncidentRulesTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final IncidentId ID = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e90");
    private static final IncidentId OTHER = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e99");
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Signature CRASH = new Signature("crash", null, null);
    private static final Signature DELIVERY = new Signature("delivery", null, null);

    private IncidentRules rules = new IncidentRules(IncidentTerms.standard());
    private RoutingState state = new RoutingState.Unheard(List.of());

    @Test
    @Behaviour({"R110", "R112"})
    void an_open_technical_outage_is_executed_first_unless_somebody_decides_otherwise() {
        assertThat(when(propose(CRASH, null))).hasExactlyElementsOfTypes(IncidentProposed.class);
        assertThat(when(new OpenIncident(ID, "Nothing works.", "felicia")))
                .hasExactlyElementsOfTypes(IncidentOpened.class, ExecutionModeDecided.class);
        assertThat(incident().mode()).isEqualTo(ExecutionMode.EXECUTE_FIRST);

        when(new DecideMode(ID, ExecutionMode.APPROVE_FIRST, "The remedy costs the customers time.", "george"));

        assertThat(incident().mode()).isEqualTo(ExecutionMode.APPROVE_FIRST);
        assertThat(incident().decisions())
                .extracting(it -> it.what() + " by " + it.by())
                .containsExactly(
                        "proposed by counting",
                        "opened by felicia",
                        "mode:EXECUTE_FIRST by policy",
                        "mode:APPROVE_FIRST by george");
    }

    @Test
    @Behaviour("R112")
    void anything_else_waits_for_approval() {
        when(propose(DELIVERY, null));
        when(new OpenIncident(ID, "All parcels of today are late.", "felicia"));

        assertThat(incident().mode()).isEqualTo(ExecutionMode.APPROVE_FIRST);
    }

    @Test
    void what_leaves_no_doubt_opens_by_itself_only_where_the_company_wants_it() {
        var burst = new BurstEvidence(100, 3, 80);
        assertThat(when(propose(CRASH, burst))).hasExactlyElementsOfTypes(IncidentProposed.class);

        state = new RoutingState.Unheard(List.of());
        rules = new IncidentRules(new IncidentTerms(BurstTerms.standard(), true, Set.of("crash"), Set.of()));
        assertThat(when(propose(CRASH, burst)))
                .hasExactlyElementsOfTypes(IncidentProposed.class, IncidentOpened.class, ExecutionModeDecided.class);
    }

    @Test
    void a_closed_incident_stays_closed() {
        when(propose(CRASH, null));
        when(new OpenIncident(ID, "Nothing works.", "felicia"));
        when(new CloseIncident(ID, "It works again.", "felicia"));

        assertThat(refusal(new OpenIncident(ID, "Once more.", "felicia"))).isEqualTo("incident-over");
        assertThat(refusal(new DecideMode(ID, ExecutionMode.APPROVE_FIRST, "Late.", "felicia")))
                .isEqualTo("not-open");
    }

    @Test
    void decisions_about_one_incident_are_bounded() {
        when(propose(CRASH, null));
        when(new OpenIncident(ID, "Nothing works.", "felicia"));
        while (incident().decisions().size() < Incident.MOST_DECISIONS) {
            when(new DecideMode(ID, ExecutionMode.APPROVE_FIRST, "Again.", "felicia"));
        }

        assertThat(refusal(new DecideMode(ID, ExecutionMode.APPROVE_FIRST, "Again.", "felicia")))
                .isEqualTo("too-many-decisions");
    }

    @Test
    @Behaviour("R110")
    void a_burst_is_noticed_once_and_proposed_until_that_is_noted() {
        when(new CountComplaints(seen(60)));
        when(new CountComplaints(seen(60)));

        Counting counting = (Counting) state;
        assertThat(counting.noticed()).hasSize(1);
        assertThat(counting.noticed().getFirst().proposed()).isFalse();

        when(new NoteProposed(counting.noticed().getFirst().incidentId()));
        when(new CountComplaints(seen(60)));

        assertThat(((Counting) state).noticed()).hasSize(1);
        assertThat(((Counting) state).noticed().getFirst().proposed()).isTrue();
    }

    @Test
    void what_was_taken_out_does_not_come_back() {
        when(new JoinIncident(CASE, ID));
        assertThat(when(new LeaveIncident(CASE, ID, "Another router.", "felicia")))
                .hasExactlyElementsOfTypes(IncidentLeft.class);

        assertThat(when(new JoinIncident(CASE, ID))).isEmpty();
        assertThat(when(new JoinIncident(CASE, OTHER))).hasExactlyElementsOfTypes(IncidentJoined.class);
        assertThat(refusal(new LeaveIncident(CASE, new IncidentId(CASE.value()), "No.", "felicia")))
                .isEqualTo("not-a-member");
    }

    @Test
    @Behaviour("R110")
    void an_account_is_attached_once_however_often_its_page_is_sent() {
        assertThat(when(new AttachAccounts(ID, List.of("C-1", "C-2", "C-1"), "felicia")))
                .singleElement()
                .isInstanceOfSatisfying(
                        AccountsAttached.class, it -> assertThat(it.accounts()).containsExactly("C-1", "C-2"));
        assertThat(when(new AttachAccounts(ID, List.of("C-2", "C-3"), "felicia")))
                .singleElement()
                .isInstanceOfSatisfying(
                        AccountsAttached.class, it -> assertThat(it.accounts()).containsExactly("C-3"));
        assertThat(when(new AttachAccounts(ID, List.of("C-1", "C-2", "C-3"), "felicia")))
                .isEmpty();
    }

    @Test
    void a_hundred_thousand_accounts_spread_over_small_documents() {
        Map<String, Integer> shares = new HashMap<>();
        IntStream.range(0, 100_000).forEach(n -> shares.merge(IncidentDocuments.shareOf("C-" + n), 1, Integer::sum));

        assertThat(shares).hasSize(64);
        assertThat(shares.values()).allMatch(size -> size < IncidentRules.MOST_ACCOUNTS);
    }

    @Test
    @Behaviour("R113")
    void there_is_one_crisis_at_a_time() {
        assertThat(when(new DeclareCrisis("c1", "Data has leaked.", "george")))
                .hasExactlyElementsOfTypes(CrisisDeclared.class);
        assertThat(refusal(new DeclareCrisis("c2", "Again.", "george"))).isEqualTo("crisis-lasts");

        when(new LiftCrisis("Everybody was told.", "george"));

        assertThat(refusal(new LiftCrisis("Again.", "george"))).isEqualTo("no-crisis");
        assertThat(when(new DeclareCrisis("c2", "Another one.", "george"))).hasSize(1);
    }

    @Test
    @Behaviour("R110")
    void whatever_is_delivered_again_and_whoever_restarts_a_case_joins_exactly_once() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Map<CaseId, RoutingState> documents = new HashMap<>();
        Map<CaseId, List<IncidentEvent>> told = new HashMap<>();
        List<IncidentId> incidents = List.of(ID, OTHER);
        for (int step = 0; step < 20_000; step++) {
            CaseId caseId = new CaseId("01990c3e-7a10-7c3b-9d51-" + String.format("%012d", random.nextInt(300)));
            IncidentId incident = incidents.get(random.nextInt(2));
            IncidentCommand command = random.nextInt(10) == 0
                    ? new LeaveIncident(caseId, incident, "None of them.", "felicia")
                    : new JoinIncident(caseId, incident);
            RoutingState before = documents.getOrDefault(caseId, new RoutingState.Unheard(List.of()));
            state = before;
            List<IncidentEvent> events = when(command);
            // A write that was lost in a crash has told nobody; the command comes again.
            if (random.nextInt(5) == 0) {
                continue;
            }
            documents.put(caseId, stored(state));
            told.computeIfAbsent(caseId, _ -> new ArrayList<>()).addAll(events);
        }

        told.forEach((caseId, events) -> {
            IncidentId in = null;
            List<IncidentId> joined = new ArrayList<>();
            for (IncidentEvent event : events) {
                if (event instanceof IncidentJoined join) {
                    assertThat(in).as("seed %d, %s", seed, caseId).isNull();
                    in = join.incidentId();
                    joined.add(in);
                } else if (event instanceof IncidentLeft left) {
                    assertThat(left.incidentId())
                            .as("seed %d, %s", seed, caseId)
                            .isEqualTo(in);
                    in = null;
                }
            }
            assertThat(joined).as("seed %d, %s", seed, caseId).doesNotHaveDuplicates();
        });
        assertThat(told).as("seed %d", seed).hasSize(300);
    }

    private static RoutingState stored(RoutingState state) {
        return Wire.mapper().readValue(Wire.mapper().writeValueAsBytes(state), RoutingState.class);
    }

    private static List<Sighting> seen(int count) {
        return IntStream.range(0, count).mapToObj(_ -> Sighting.one(CRASH, NOW)).toList();
    }

    private static ProposeIncident propose(Signature signature, @Nullable BurstEvidence burst) {
        return new ProposeIncident(ID, signature, NOW, burst, "More than usual.", null);
    }

    private Incident incident() {
        return ((Handled) state).incident();
    }

    private List<IncidentEvent> when(IncidentCommand command) {
        if (!(rules.decide(state, command, NOW) instanceof Decision.Accepted<RoutingFact>(var facts))) {
            return List.of();
        }
        List<IncidentEvent> events = new ArrayList<>();
        for (RoutingFact fact : facts) {
            state = IncidentEvolution.after(state, (IncidentFact) fact);
            if (fact instanceof IncidentFact.Told(var event)) {
                events.add(event);
            }
        }
        state = stored(state);
        return events;
    }

    private String refusal(IncidentCommand command) {
        return rules.decide(state, command, NOW) instanceof Decision.Rejected<RoutingFact>(var code, var _) ? code : "";
    }
}
