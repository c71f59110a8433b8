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
import io.redress.contracts.IncidentRemedyEvent.AccountNotRemedied;
import io.redress.contracts.IncidentRemedyEvent.AccountRemedied;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.AffectedAccount.Attempt;
import io.redress.resolution.domain.AffectedAccount.Ordered;
import io.redress.resolution.domain.AffectedAccount.Wanted;
import io.redress.resolution.domain.ExecutionFact.PlanMade;
import io.redress.resolution.domain.IncidentRemedyCommand.AffectAccount;
import io.redress.resolution.domain.IncidentRemedyCommand.ApproveRemedy;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnDismissal;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnEnd;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnMode;
import io.redress.resolution.domain.IncidentRemedyCommand.ListAccounts;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseGone;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteCaseTold;
import io.redress.resolution.domain.IncidentRemedyCommand.NoteChosen;
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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
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
    private static final ResolutionCommand APPROVE = new ApproveRemedy("sofia", true);
    private static final ResolutionCommand ORDER = new OrderRemedy(CREDIT, NOW.plusSeconds(60));
    private static final ResolutionCommand DONE = new NoteExecuted(CREDIT, "ref", NOW);

    private final ResolutionRules rules = Cases.rules();
    private Instant now = NOW;

    @Test
    @Behaviour({"R110", "R112"})
    void one_person_proposes_the_remedy_of_an_incident_and_another_approves_it() {
        assertThat(refused(after(FIRST_MODE, PROPOSE), new ApproveRemedy("george", false)))
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
        AffectedAccount once = (AffectedAccount) after(affect(null), ORDER, new NoteUnknown(1, "Timed out."));
        AffectedAccount twice = (AffectedAccount) after(once, new NoteUnknown(1, "Timed out."));
        assertThat(((Ordered) once.stage()).askAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(((Ordered) twice.stage()).askAt()).isEqualTo(NOW.plusSeconds(2));
        assertThat(accepted(twice, ORDER)).isEmpty();

        assertThat(((AffectedAccount) after(twice, denied(1))).isWanting()).isTrue();
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
    @Behaviour("R110")
    void while_the_remedy_of_the_incident_is_on_its_way_nothing_else_is_chosen_for_the_first_time() {
        ResolutionCommand choose = new Choose("p1", "o1", "webshop");
        ResolutionState proposed = after(routed(FINANCE), answered(1, FINANCE, true, REFUND));
        ResolutionState member = after(proposed, new JoinIncident(INCIDENT), new NoteSettled(INCIDENT, 1, true));

        assertThat(refused(member, choose)).isEqualTo("incident-remedy-expected");
        assertThat(refused(member, new Choose("p9", "o1", "webshop"))).isEqualTo("unknown-proposal");
        assertThat(accepted(after(member, new ExpectRemedy(INCIDENT, 2, false)), choose))
                .as("none comes")
                .isNotEmpty();
        assertThat(accepted(after(member, new GiveUpRemedy(INCIDENT)), choose)).isNotEmpty();
        assertThat(accepted(after(member, new LeaveIncident(INCIDENT)), choose)).isNotEmpty();
        ResolutionState chosen =
                after(proposed, choose, new JoinIncident(INCIDENT), new NoteSettled(INCIDENT, 1, true));
        assertThat(accepted(chosen, choose)).as("the same again").isEmpty();
    }

    @Test
    @Behaviour("R110")
    void what_was_chosen_takes_the_place_of_the_remedy_only_where_it_brings_as_much_of_the_same() {
        assertThat(bring(CREDIT, credit("10.0", "EUR"))).isTrue();
        assertThat(bring(CREDIT, credit("6.00", "EUR"), credit("4.00", "EUR"))).isTrue();
        assertThat(bring(CREDIT, credit("9.99", "EUR"))).isFalse();
        assertThat(bring(CREDIT, credit("99.00", "RON"))).isFalse();
        assertThat(bring(CREDIT, new Remedy("refund", CREDIT.amount(), null))).isFalse();
        assertThat(bring(CREDIT, new Remedy("credit", null, "a month"))).isFalse();
        Remedy router = new Remedy("shipment", null, "router");
        assertThat(bring(router, router)).isTrue();
        assertThat(bring(router, new Remedy("shipment", null, "cable"))).isFalse();
        assertThat(bring(router)).isFalse();
    }

    private static Remedy credit(String amount, String currency) {
        return new Remedy("credit", new Money(new BigDecimal(amount), currency), null);
    }

    private static boolean bring(Remedy wanted, Remedy... chosen) {
        List<Step> steps = IntStream.range(0, chosen.length)
                .mapToObj(n -> new Step("p1-o1-s" + n, FINANCE, "Pay.", List.of(), null, null, chosen[n]))
                .toList();
        return ExecutionPlan.of(new PlanMade("p1", "o1", "Something back.", steps))
                .brings(wanted);
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
                after(account, ORDER, new NoteRefused(1, "Closed.")),
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
                        now = now.plus(Duration.ofMinutes(10));
                        boolean ordered = !accepted(account, ORDER).isEmpty();
                        account = after(account, ORDER);
                        if (ordered && random.nextBoolean()) {
                            outside.add("executed");
                            knownOutside = true;
                        }
                    }
                    case 2 -> {
                        if (((AffectedAccount) account).stage() instanceof Ordered) {
                            account = after(account, knownOutside ? DONE : denied(number(account)));
                        }
                    }
                    case 3 -> account = after(account, new NoteUnknown(number(account), "Timed out."));
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

    @Test
    void what_the_provider_does_not_take_waits_ever_longer_and_as_long_as_the_provider_wants() {
        AffectedAccount once = (AffectedAccount) after(affect(null), ORDER, new NoteNeverOrdered(1, false, null));
        assertThat(once.wantedFrom()).isEqualTo(NOW.plusSeconds(1));
        assertThat(accepted(once, ORDER)).as("too early").isEmpty();
        now = once.wantedFrom();
        AffectedAccount twice = (AffectedAccount) after(once, ORDER, new NoteNeverOrdered(2, false, null));
        assertThat(twice.wantedFrom()).isEqualTo(now.plusSeconds(2));
        now = twice.wantedFrom();
        AffectedAccount asked =
                (AffectedAccount) after(twice, ORDER, new NoteNeverOrdered(3, false, Duration.ofHours(1)));

        assertThat(asked.wantedFrom()).isEqualTo(now.plus(Duration.ofHours(1)));
        assertThat(asked.stage())
                .isInstanceOfSatisfying(
                        Wanted.class, it -> assertThat(it.last()).isEqualTo(new Attempt(3, NOW, false)));
    }

    @Test
    void a_word_about_an_earlier_order_changes_nothing_unless_it_says_that_it_was_carried_out() {
        AffectedAccount lost = (AffectedAccount) after(affect(null), ORDER, denied(1));
        now = lost.wantedFrom();
        AffectedAccount again = (AffectedAccount) after(lost, ORDER);
        assertThat(((Ordered) again.stage()).attempt()).isEqualTo(new Attempt(2, NOW, true));

        assertThat(accepted(again, denied(1))).isEmpty();
        assertThat(accepted(again, new NoteRefused(1, "Closed."))).isEmpty();
        assertThat(accepted(again, new NoteUnknown(1, "Timed out."))).isEmpty();
        assertThat(announced(again, DONE).reference()).isEqualTo("ref");
        assertThat(announced(lost, DONE).reference())
                .as("it had arrived after all")
                .isEqualTo("ref");
        assertThat(accepted(after(affect(null)), DONE)).as("never ordered").isEmpty();
    }

    @Test
    void a_refusal_of_what_may_have_arrived_before_is_in_doubt_until_it_was_ordered_often_and_long_ago() {
        Duration claim = RemedyTerms.USUAL.claim();
        Instant late = NOW.plus(claim);

        assertThat(new Attempt(2, NOW, true).isInDoubt(late, claim)).isTrue();
        assertThat(new Attempt(6, NOW, true).isInDoubt(NOW, claim)).isTrue();
        assertThat(new Attempt(6, NOW, true).isInDoubt(late, claim)).isFalse();
        assertThat(new Attempt(2, NOW, false).isInDoubt(NOW, claim)).isFalse();
    }

    @Test
    @Behaviour("R110")
    void where_the_case_that_was_to_tell_it_has_left_the_next_one_tells_it_and_after_the_last_the_account_is_told() {
        ResolutionState done = after(affect(CASE), affect(SECOND), ORDER, DONE);
        assertThat(accepted(done, new ReleaseCase(CASE)))
                .as("only the case knows whether it has heard")
                .isEmpty();

        AffectedAccount passedOn = (AffectedAccount) after(done, new NoteCaseGone(CASE));
        assertThat(passedOn.untold()).containsExactly(new AffectedAccount.Untold(SECOND, Telling.DONE));
        assertThat(accepted(passedOn, new NoteCaseGone(CASE))).isEmpty();

        List<ResolutionFact> last = accepted(passedOn, new NoteCaseGone(SECOND));
        assertThat(last).last().isInstanceOfSatisfying(Announced.class, it -> {
            AccountRemedied again = (AccountRemedied) it.event();
            assertThat(again.toldIn()).isNull();
            assertThat(again.remedyId())
                    .isEqualTo(announced(after(affect(CASE), ORDER), DONE).remedyId());
        });
        assertThat(accepted(after(done, new NoteCaseTold(CASE)), new NoteCaseGone(SECOND)))
                .as("it was to be silent")
                .noneMatch(it -> it instanceof Announced);
    }

    @Test
    @Behaviour({"R49", "R112"})
    void above_the_limit_in_force_the_remedy_of_an_incident_needs_senior_management() {
        ResolutionCommand supervisor = new ApproveRemedy("sofia", false);
        ResolutionState few = after(FIRST_MODE, list(50), PROPOSE);
        assertThat(accepted(few, supervisor)).as("50 times 10.00 EUR").isNotEmpty();

        ResolutionState many = after(few, list(1));
        assertThat(refused(many, supervisor)).isEqualTo("needs-senior-management");
        assertThat(accepted(many, APPROVE)).isNotEmpty();
        ResolutionCommand foreign = new ProposeRemedy(
                INCIDENT, new Remedy("credit", new Money(new BigDecimal("1.00"), "USD"), null), "A day.", "george");
        assertThat(refused(after(FIRST_MODE, foreign), supervisor)).isEqualTo("needs-senior-management");
    }

    @Test
    void an_amount_that_is_written_otherwise_is_the_same_proposal() {
        ResolutionCommand shorter = new ProposeRemedy(
                INCIDENT,
                new Remedy("credit", new Money(new BigDecimal("10.0"), "EUR"), null),
                "A day without it.",
                "george");

        assertThat(accepted(after(FIRST_MODE, PROPOSE), shorter)).isEmpty();
    }

    @Test
    @Behaviour({"R110", "R112"})
    void cases_may_expect_a_remedy_from_the_decision_to_execute_first_on_unless_the_incident_ends_without_one() {
        RemedyPlan decided = (RemedyPlan) after(FIRST_MODE);
        assertThat(decided.isExpected()).isTrue();
        assertThat(decided.word()).as("told to the cases").isOne();

        RemedyPlan ended = (RemedyPlan) after(FIRST_MODE, new LearnEnd(INCIDENT, NOW));
        assertThat(ended.isExpected()).isFalse();
        assertThat(ended.word()).isEqualTo(2);
        RemedyPlan goingOn = (RemedyPlan) after(FIRST_MODE, PROPOSE, APPROVE, new LearnEnd(INCIDENT, NOW));
        assertThat(goingOn.isExpected()).isTrue();
    }

    @Test
    void who_has_chosen_a_remedy_of_the_same_kind_does_not_receive_it_twice() {
        ResolutionState waiting = after(affect(CASE));

        List<ResolutionFact> facts = accepted(waiting, new NoteChosen(CASE, "credit"));

        assertThat(((Announced) facts.getFirst()).event())
                .isInstanceOfSatisfying(
                        AccountNotRemedied.class,
                        it -> assertThat(it.reason())
                                .isEqualTo("The customer receives a credit already, as chosen in case " + CASE + "."));
        AffectedAccount chosen = (AffectedAccount) after(waiting, new NoteChosen(CASE, "credit"));
        assertThat(chosen.isSettled()).isTrue();
        assertThat(accepted(chosen, ORDER)).isEmpty();
        assertThat(accepted(after(waiting, ORDER), new NoteChosen(CASE, "credit")))
                .as("too late")
                .isEmpty();
    }

    private static ResolutionCommand list(int accounts) {
        return new ListAccounts(
                INCIDENT, IntStream.range(0, accounts).mapToObj(n -> "C-" + n).toList());
    }

    private static ResolutionCommand denied(int attempt) {
        return new NoteNeverOrdered(attempt, true, null);
    }

    private static int number(ResolutionState account) {
        return ((AffectedAccount) account).stage() instanceof Ordered ordered ? ordered.number() : 0;
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
        return switch (rules.decide(state, command, now)) {
            case Decision.Accepted<ResolutionFact>(var facts) -> facts;
            case Decision.Rejected<ResolutionFact>(var code, var why) -> throw new AssertionError(code + ": " + why);
        };
    }

    private String refused(ResolutionState state, ResolutionCommand command) {
        return rules.decide(state, command, now) instanceof Decision.Rejected<ResolutionFact>(var code, var _)
                ? code
                : "accepted";
    }
}
