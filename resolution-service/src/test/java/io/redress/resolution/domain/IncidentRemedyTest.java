package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.ApproveRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnDismissal;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnMode;
import io.redress.resolution.domain.IncidentRemedyCommand.ListAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteExecuted;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteNeverOrdered;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteRefused;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteUnknown;
import io.redress.resolution.domain.IncidentRemedyCommand.OrderRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ProposeRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.ReleaseCase;
import io.redress.resolution.domain.IncidentRemedyFact.Announced;
import io.redress.resolution.domain.MembershipCommand.ExpectRemedy;
import io.redress.resolution.domain.MembershipCommand.GiveUpRemedy;
import io.redress.resolution.domain.MembershipCommand.JoinIncident;
import io.redress.resolution.domain.MembershipCommand.LeaveIncident;
import io.redress.resolution.domain.MembershipCommand.NoteSettled;
import io.redress.resolution.domain.MembershipCommand.ReceiveRemedy;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Gathering;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class IncidentRemedyTest {
    private static final IncidentId INCIDENT = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e90");
    private static final IncidentId OTHER = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e91");
    private static final Remedy CREDIT = new Remedy("credit", new Money(new BigDecimal("10.00"), "EUR"), null);
    private static final CaseId SECOND = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71");
    private static final CaseId LATE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e72");
    private static final ResolutionCommand FIRST_MODE = new LearnMode(INCIDENT, ExecutionMode.EXECUTE_FIRST);
    private static final ResolutionCommand LAST_MODE = new LearnMode(INCIDENT, ExecutionMode.APPROVE_FIRST);
    private static final ResolutionCommand PROPOSE = new ProposeRemedy(INCIDENT, CREDIT, "A day without it.", "george");
    private static final ResolutionCommand APPROVE = new ApproveRemedy("sofia");
    private static final ResolutionCommand ORDER = new OrderRemedy(CREDIT, NOW.plusSeconds(60));
    private static final ResolutionCommand DONE = new NoteExecuted("ref", NOW);

    private final ResolutionRules rules = Cases.rules();

    @Test
    @Behaviour({"R110", "R112"})
    void one_person_proposes_the_remedy_of_an_incident_and_another_approves_it() {
        assertThat(refused(after(FIRST_MODE, PROPOSE), new ApproveRemedy("george")))
                .isEqualTo("own-proposal");

        RemedyPlan approved = (RemedyPlan) after(FIRST_MODE, PROPOSE, APPROVE);

        assertThat(approved.isExecuting()).isTrue();
        assertThat(accepted(approved, APPROVE)).isEmpty();
        assertThat(accepted(approved, PROPOSE)).isEmpty();
        assertThat(refused(approved, new ProposeRemedy(INCIDENT, CREDIT, "Another.", "george")))
                .isEqualTo("already-approved");
        assertThat(refused(after(FIRST_MODE), APPROVE)).isEqualTo("nothing-proposed");
    }

    @Test
    @Behaviour({"R111", "R112"})
    void nothing_is_approved_in_advance_unless_the_incident_executes_first() {
        assertThat(refused(after(LAST_MODE), PROPOSE)).isEqualTo("not-execute-first");
        assertThat(refused(after(FIRST_MODE, PROPOSE, LAST_MODE), APPROVE)).isEqualTo("not-execute-first");
        assertThat(refused(after(FIRST_MODE, new LearnDismissal(INCIDENT)), PROPOSE))
                .isEqualTo("not-execute-first");

        RemedyPlan stopped = (RemedyPlan) after(FIRST_MODE, PROPOSE, APPROVE, LAST_MODE);

        assertThat(stopped.isExecuting()).isFalse();
        assertThat(stopped.word()).as("told to the cases").isEqualTo(2);
    }

    @Test
    @Behaviour("R110")
    void however_many_complaints_an_account_makes_it_receives_one_remedy_and_is_told_once() {
        ResolutionState waiting = after(affect(CASE), affect(SECOND), affect(CASE), affect(null));

        AccountRemedied told = announced(after(waiting, ORDER), DONE);

        assertThat(told.toldIn()).isEqualTo(CASE);
        AffectedAccount done = (AffectedAccount) after(waiting, ORDER, DONE, affect(LATE));
        assertThat(done.untold())
                .extracting(AffectedAccount.Untold::telling)
                .containsExactly(Telling.DONE, Telling.TOLD_ELSEWHERE, Telling.ALREADY_DONE);
        assertThat(accepted(done, ORDER)).isEmpty();
        assertThat(accepted(done, DONE)).isEmpty();
        assertThat(((AffectedAccount) after(done, new NoteCaseTold(CASE), new NoteCaseTold(CASE))).untold())
                .hasSize(2);
    }

    @Test
    void an_account_whose_only_case_was_none_of_the_incident_receives_nothing() {
        ResolutionState released = after(affect(CASE), new ReleaseCase(CASE));
        assertThat(((AffectedAccount) released).isWanting()).isFalse();
        assertThat(accepted(released, ORDER)).isEmpty();

        ResolutionState left = after(affect(CASE), affect(SECOND), new ReleaseCase(CASE), ORDER);
        assertThat(announced(left, DONE).toldIn()).isEqualTo(SECOND);
    }

    @Test
    void what_nobody_knows_is_asked_later_and_later_and_ordered_anew_only_where_it_never_arrived() {
        AffectedAccount once = (AffectedAccount) after(affect(null), ORDER, new NoteUnknown("Timed out."));
        AffectedAccount twice = (AffectedAccount) after(once, new NoteUnknown("Timed out."));
        assertThat(((Ordered) once.stage()).askAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(((Ordered) twice.stage()).askAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(accepted(twice, ORDER)).isEmpty();

        assertThat(((AffectedAccount) after(twice, new NoteNeverOrdered())).isWanting())
                .isTrue();
    }

    @Test
    @Behaviour("R110")
    void a_member_receives_the_remedy_of_the_incident_and_nothing_is_proposed_to_it() {
        ResolutionState member = after(routed(FINANCE), new JoinIncident(INCIDENT), new NoteSettled(INCIDENT, 1, true));

        assertThat(proposals(accepted(member, answered(1, FINANCE, true, REFUND))))
                .isZero();
        ResolutionState remedied = after(member, answered(1, FINANCE, true, REFUND), receive(Telling.DONE));

        assertThat(ResolutionRules.caseOf(remedied).progress())
                .isInstanceOfSatisfying(
                        Executed.class, it -> assertThat(it.choice()).isNull());
        assertThat(accepted(remedied, receive(Telling.DONE))).isEmpty();
        assertThat(refused(remedied, new Choose("p1", "o1", "webshop"))).isEqualTo("already-remedied");
    }

    @Test
    void what_departments_have_thought_of_is_proposed_as_soon_as_no_remedy_is_on_its_way_any_more() {
        ResolutionState waiting = after(
                routed(FINANCE),
                new JoinIncident(INCIDENT),
                new NoteSettled(INCIDENT, 1, true),
                answered(1, FINANCE, true, REFUND));
        assertThat(ResolutionRules.caseOf(waiting).progress()).isInstanceOf(Gathering.class);

        assertThat(proposals(accepted(waiting, new GiveUpRemedy(INCIDENT)))).isOne();
        assertThat(proposals(accepted(waiting, new LeaveIncident(INCIDENT)))).isOne();
        assertThat(proposals(accepted(waiting, new ExpectRemedy(INCIDENT, 2, false))))
                .isOne();
        assertThat(accepted(waiting, new ExpectRemedy(INCIDENT, 1, false)))
                .as("an old word")
                .isEmpty();
        assertThat(accepted(waiting, new ExpectRemedy(OTHER, 9, false))).isEmpty();
    }

    @Test
    void what_was_chosen_before_stands() {
        ResolutionState executing =
                after(routed(FINANCE), answered(1, FINANCE, true, REFUND), new Choose("p1", "o1", "webshop"));

        ResolutionState remedied = after(executing, new JoinIncident(INCIDENT), receive(Telling.DONE));

        assertThat(ResolutionRules.caseOf(remedied).progress()).isInstanceOf(Executing.class);
        assertThat(accepted(executing, receive(Telling.DONE))).as("no member").isEmpty();
    }

    @Test
    void every_document_is_stored_and_read_again_as_it_was() {
        ResolutionState account = after(affect(CASE), affect(SECOND), affect(null));
        List<ResolutionState> states = List.of(
                after(FIRST_MODE, new ListAccounts(INCIDENT, List.of("C-1")), PROPOSE, APPROVE),
                account,
                after(account, ORDER),
                after(account, ORDER, DONE),
                after(account, ORDER, new NoteRefused("Closed.")),
                after(routed(FINANCE), new JoinIncident(INCIDENT), new NoteSettled(INCIDENT, 1, true)));
        JsonMapper mapper = JsonMapper.builder().build();

        for (ResolutionState state : states) {
            byte[] stored = mapper.writerFor(ResolutionState.class).writeValueAsBytes(state);
            assertThat(mapper.readerFor(ResolutionState.class).<ResolutionState>readValue(stored))
                    .isEqualTo(state);
        }
    }

    /** A provider that executes each id once, and whoever orders crashes at any point, is told twice and in any order. */
    @Test
    @Behaviour("R110")
    void whatever_crashes_and_comes_again_one_remedy_leaves_and_it_leaves_before_anybody_is_told() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            List<String> outside = new ArrayList<>();
            Set<CaseId> told = new HashSet<>();
            ResolutionState account = after(affect(null));
            boolean knownOutside = false;
            for (int step = 0; step < 40; step++) {
                switch (random.nextInt(6)) {
                    case 0 ->
                        account = after(
                                account, affect(new CaseId(UUID.randomUUID().toString())));
                    case 1 -> {
                        boolean ordered = !accepted(account, ORDER).isEmpty();
                        account = after(account, ORDER);
                        if (ordered && random.nextBoolean()) {
                            outside.add("executed");
                            knownOutside = true;
                        }
                    }
                    case 2 -> {
                        if (((AffectedAccount) account).stage() instanceof Ordered) {
                            account = after(account, knownOutside ? DONE : new NoteNeverOrdered());
                        }
                    }
                    case 3 -> account = after(account, new NoteUnknown("Timed out."));
                    case 4 -> account = after(account, affect(null));
                    default -> {
                        for (var it : ((AffectedAccount) account).untold()) {
                            if (((AffectedAccount) account).isSettled()) {
                                assertThat(outside).as("seed %d", seed).hasSize(1);
                                if (it.telling() == Telling.DONE) {
                                    told.add(it.caseId());
                                }
                                account = after(account, new NoteCaseTold(it.caseId()));
                            }
                        }
                    }
                }
            }
            assertThat(outside).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
            assertThat(told).as("seed %d", seed).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static ResolutionCommand affect(@org.jspecify.annotations.Nullable CaseId caseId) {
        return new AffectAccount(INCIDENT, "C-1", caseId);
    }

    private static ResolutionCommand receive(Telling telling) {
        return new ReceiveRemedy(INCIDENT, CREDIT, telling, "ref", NOW);
    }

    private AccountRemedied announced(ResolutionState state, ResolutionCommand command) {
        return Stream.of(accepted(state, command).getFirst())
                .map(fact -> (AccountRemedied) ((Announced) fact).event())
                .findFirst()
                .orElseThrow();
    }

    private static long proposals(List<ResolutionFact> facts) {
        assertThat(facts).noneMatch(it -> it instanceof Published(CaseRemedied _));
        return facts.stream()
                .filter(it -> it instanceof Published(SolutionsProposed _))
                .count();
    }

    private ResolutionState after(ResolutionCommand... commands) {
        return after(rules.initialState(), commands);
    }

    private ResolutionState after(ResolutionState before, ResolutionCommand... commands) {
        ResolutionState state = before;
        for (ResolutionCommand command : commands) {
            for (ResolutionFact fact : accepted(state, command)) {
                state = rules.evolve(state, fact);
            }
        }
        return state;
    }

    private List<ResolutionFact> accepted(ResolutionState state, ResolutionCommand command) {
        return switch (rules.decide(state, command, NOW)) {
            case Decision.Accepted<ResolutionFact>(var facts) -> facts;
            case Decision.Rejected<ResolutionFact>(var code, var why) -> throw new AssertionError(code + ": " + why);
        };
    }

    private String refused(ResolutionState state, ResolutionCommand command) {
        return rules.decide(state, command, NOW) instanceof Decision.Rejected<ResolutionFact>(var code, var _)
                ? code
                : "accepted";
    }
}
