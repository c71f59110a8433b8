package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestRedirected;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.contracts.WaitEvent.RootBlockerChanged;
import io.redress.contracts.WaitEvent.WaitCycleBroken;
import io.redress.contracts.WaitEvent.WaitCycleFound;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import io.redress.routing.domain.WaitCommand.AwaitCustomersAnswer;
import io.redress.routing.domain.WaitCommand.AwaitStatement;
import io.redress.routing.domain.WaitCommand.DecideWhoGoesFirst;
import io.redress.routing.domain.WaitCommand.EndContest;
import io.redress.routing.domain.WaitCommand.EndStatement;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteChoice;
import io.redress.routing.domain.WaitCommand.NoteContest;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitCommand.NoteStatementCleared;
import io.redress.routing.domain.WaitCommand.ReleaseHelp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingRulesTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Complaint COMPLAINT = Example.complaint(CASE);
    private static final Party ANDREI = Party.consultant("andrei");
    private static final String FINANCE = "finance";
    private static final String LOGISTICS = "logistics";
    private static final String LEGAL = "legal-compliance";
    private static final String SENIOR = "senior-management";

    private final WaitingRules rules = new WaitingRules(
            new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE),
            Shipped.DEPARTMENTS,
            Superiors.authorityOf(Shipped.DEPARTMENTS));

    private RoutingState state = rules.initialState();
    private Instant now = NOW;

    @Test
    @Behaviour({"R10", "R22", "R60"})
    void several_departments_work_on_one_case_and_each_is_waited_for_with_a_limit() {
        List<RoutingEvent> told = complain("overcharge", "crash");

        assertThat(graph().waits())
                .extracting(Wait::id, Wait::who, Wait::on, Wait::what, Wait::limit)
                .containsExactly(
                        tuple("request:r1", ANDREI, on(FINANCE), Wait.What.REQUEST, NOW.plus(Duration.ofHours(24))),
                        tuple(
                                "request:r2",
                                ANDREI,
                                on("development"),
                                Wait.What.REQUEST,
                                NOW.plus(Duration.ofHours(24))));
        assertThat(told).filteredOn(RootBlockerChanged.class::isInstance).hasSize(1);
    }

    @Test
    @Behaviour({"R60", "R62"})
    void a_chain_of_help_is_followed_to_whoever_holds_the_case_up() {
        complain("overcharge");

        List<RoutingEvent> told = give(help(1, "h1", FINANCE, LOGISTICS));
        assertThat(told)
                .hasSize(2)
                .anySatisfy(it -> assertThat(it).isInstanceOfSatisfying(RequestRaised.class, raised -> {
                    assertThat(raised.parent()).isEqualTo(request(1));
                    assertThat(raised.department()).isEqualTo(new DepartmentCode(LOGISTICS));
                    assertThat(raised.kind()).isEqualTo(RequestKind.INFORMATION);
                    assertThat(raised.subject()).isEqualTo("Where is the parcel?");
                }))
                .anySatisfy(it -> assertThat(it)
                        .isEqualTo(new RootBlockerChanged(
                                CASE,
                                on(FINANCE),
                                on(LOGISTICS),
                                request(2),
                                "The customer is waiting because the consultant waits for Finance to answer (r1), "
                                        + "which waits for help from Logistics and operations (r2), "
                                        + "until 2026-03-03 09:00 UTC.",
                                NOW)));

        give(help(2, "h2", LOGISTICS, LEGAL));
        assertThat(graph().criticalPath()).extracting(Wait::on).containsExactly(on(FINANCE), on(LOGISTICS), on(LEGAL));
        assertThat(graph().behind(graph().criticalPath().getLast()))
                .containsExactly(on(LOGISTICS), on(FINANCE), ANDREI);

        assertThat(blockers(give(answer(3, LEGAL)))).containsExactly(on(LOGISTICS));
        assertThat(blockers(give(answer(2, LOGISTICS)))).containsExactly(on(FINANCE));
        assertThat(blockers(give(answer(1, FINANCE)))).containsExactly((Party) null);
        assertThat(graph().waits()).isEmpty();
    }

    @Test
    @Behaviour({"R66", "R67"})
    void what_a_helper_needs_travels_with_the_request_to_it_and_to_nobody_else() {
        complain("overcharge");
        Map<String, String> fields = Map.of("order", "SO-77182");

        assertThat(give(needing(help(1, "h1", FINANCE, LOGISTICS), fields)))
                .filteredOn(RequestRaised.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(((RequestRaised) it).fields()).isEqualTo(fields));
        assertThat(give(needing(help(1, "h2", FINANCE, "nobody"), fields)))
                .filteredOn(RequestRaised.class::isInstance)
                .singleElement()
                .satisfies(it -> assertThat(((RequestRaised) it).fields()).isNull());
    }

    private static GetHelp needing(GetHelp help, Map<String, String> fields) {
        return new GetHelp(
                help.requestId(), help.helpId(), help.department(), help.from(), help.kind(), help.subject(), fields);
    }

    @Test
    @Behaviour("R62")
    void a_branch_that_is_not_critical_never_becomes_what_holds_the_case_up() {
        complain("contract", "overcharge");
        assertThat(graph().rootBlocker()).contains(new Waiting.Blocker(on(LEGAL), request(1)));

        assertThat(give(help(2, "h1", FINANCE, LOGISTICS))).singleElement().isInstanceOf(RequestRaised.class);
        assertThat(give(answer(3, LOGISTICS))).isEmpty();
        assertThat(give(answer(2, FINANCE))).isEmpty();
        assertThat(graph().rootBlocker()).contains(new Waiting.Blocker(on(LEGAL), request(1)));
    }

    @Test
    void a_request_ends_no_sooner_than_what_it_waits_for() {
        complain("overcharge", "contract");
        now = now.plus(Duration.ofHours(1));

        give(help(1, "h1", FINANCE, LEGAL));

        assertThat(graph().criticalPath()).extracting(Wait::id).containsExactly("request:r1", "help:r3");
    }

    @Test
    @Behaviour("R60")
    void a_question_back_is_a_wait_for_whoever_made_the_request() {
        complain("overcharge");

        assertThat(blockers(give(question(1, "q1", FINANCE, ANDREI)))).containsExactly(ANDREI);
        assertThat(give(question(1, "q1", FINANCE, ANDREI))).isEmpty();
        assertThat(graph().waits())
                .extracting(Wait::id, Wait::who, Wait::on)
                .contains(tuple("question:q1", on(FINANCE), ANDREI));

        assertThat(blockers(give(new NoteAnswerToQuestion(request(1), "q1")))).containsExactly(on(FINANCE));
        assertThat(give(new NoteAnswerToQuestion(request(1), "q1"))).isEmpty();
    }

    @Test
    void a_question_about_an_answered_request_makes_nobody_wait() {
        complain("overcharge");
        give(question(1, "q1", FINANCE, ANDREI));

        give(answer(1, FINANCE));

        assertThat(graph().waits()).isEmpty();
        assertThat(give(question(1, "q2", FINANCE, ANDREI))).isEmpty();
        assertThat(graph().waits()).isEmpty();
    }

    @Test
    @Behaviour("R69")
    void the_customers_answer_and_choice_are_waits_too() {
        give(new HearComplaint(COMPLAINT));
        assertThat(blockers(give(new AwaitCustomersAnswer(NOW, NOW.plusSeconds(60)))))
                .containsExactly(Party.CUSTOMER);
        assertThat(new WaitSentence(Shipped.DEPARTMENTS).of(graph().criticalPath()))
                .isEqualTo("The consultant waits for the customer's answer to our question, "
                        + "until 2026-03-02 09:01 UTC.");
        assertThat(blockers(give(new HearMoreWords("The invoice!")))).containsExactly((Party) null);

        give(new Route(diagnosis("overcharge")));
        give(answer(1, FINANCE));
        assertThat(blockers(give(new AwaitChoice("p1", NOW, NOW.plusSeconds(60)))))
                .containsExactly(Party.CUSTOMER);
        assertThat(give(new NoteChoice("p0"))).isEmpty();
        assertThat(blockers(give(new NoteChoice("p1")))).containsExactly((Party) null);
    }

    @Test
    @Behaviour({"R52", "R60"})
    void two_departments_that_do_not_agree_about_a_fact_wait_for_each_other_until_they_do() {
        complain("overcharge");
        var contest =
                new NoteContest("c2", "delivery.date", new DepartmentCode(LOGISTICS), new DepartmentCode(FINANCE), NOW);

        assertThat(blockers(give(contest))).isEmpty();
        assertThat(graph().waits())
                .extracting(Wait::id, Wait::who, Wait::on, Wait::what)
                .contains(
                        tuple("contest:c2:finance", on(LOGISTICS), on(FINANCE), Wait.What.CONTEST),
                        tuple("contest:c2:logistics", on(FINANCE), on(LOGISTICS), Wait.What.CONTEST));
        give(new EndContest("c2"));
        assertThat(graph().waits()).extracting(Wait::what).doesNotContain(Wait.What.CONTEST);
        assertThat(give(new EndContest("c2"))).isEmpty();
    }

    @Test
    @Behaviour({"R50", "R60"})
    void who_wants_to_say_something_waits_for_each_who_must_agree_until_it_is_said_or_will_not_be() {
        complain("overcharge");
        DepartmentCode finance = new DepartmentCode(FINANCE);
        DepartmentCode legal = new DepartmentCode("legal-compliance");
        DepartmentCode senior = new DepartmentCode("senior-management");
        var held = new AwaitStatement("s1", finance, List.of(legal, senior), NOW);

        assertThat(blockers(give(held))).isEmpty();
        assertThat(blockers(give(held))).isEmpty();
        assertThat(graph().waits())
                .filteredOn(it -> it.what() == Wait.What.STATEMENT)
                .extracting(Wait::id, Wait::who, Wait::on)
                .containsExactly(
                        tuple("statement:s1:legal-compliance", on(FINANCE), Party.department(legal)),
                        tuple("statement:s1:senior-management", on(FINANCE), Party.department(senior)));

        give(new NoteStatementCleared("s1", legal));
        assertThat(give(new NoteStatementCleared("s1", legal))).isEmpty();
        assertThat(graph().waits())
                .filteredOn(it -> it.what() == Wait.What.STATEMENT)
                .extracting(Wait::on)
                .containsExactly(Party.department(senior));
        give(new EndStatement("s1"));
        assertThat(graph().waits()).extracting(Wait::what).doesNotContain(Wait.What.STATEMENT);
        assertThat(give(new EndStatement("s1"))).isEmpty();
    }

    @Test
    @Behaviour("R60")
    void where_any_colleague_may_agree_the_consultant_waits_for_the_department_that_wants_to_say_it() {
        complain("overcharge");

        give(new AwaitStatement("s1", new DepartmentCode(FINANCE), List.of(), NOW));

        assertThat(graph().waits())
                .filteredOn(it -> it.what() == Wait.What.STATEMENT)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.on()).isEqualTo(on(FINANCE));
                    assertThat(it.who().isConsultant()).isTrue();
                });
        give(new EndCase());
        assertThat(graph().waits()).isEmpty();
    }

    @Test
    void an_end_ends_all_waits() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, FINANCE));

        assertThat(give(new EndCase()))
                .hasSize(2)
                .anyMatch(WaitCycleBroken.class::isInstance)
                .anyMatch(it -> it instanceof RootBlockerChanged changed && changed.to() == null);
        assertThat(graph().waits()).isEmpty();
        assertThat(give(new EndCase())).isEmpty();
    }

    @Test
    @Behaviour("R63")
    void a_circle_is_found_once_and_the_superior_decides_who_goes_first() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));

        List<RoutingEvent> told = give(help(2, "h2", LOGISTICS, FINANCE));

        Instant decideBy = NOW.plus(Duration.ofHours(24));
        assertThat(told)
                .contains(new WaitCycleFound(
                        CASE,
                        "r1-r2",
                        List.of(request(1), request(2)),
                        List.of(on(FINANCE), on(LOGISTICS)),
                        new DepartmentCode(SENIOR),
                        NOW,
                        decideBy));
        assertThat(blockers(told)).containsExactly(on(SENIOR));
        assertThat(graph().waits())
                .contains(new Wait("decision:r1-r2", on(FINANCE), on(SENIOR), Wait.What.DECISION, NOW, decideBy, null));
        assertThat(give(question(3, "q1", FINANCE, on(LOGISTICS)))).isEmpty();

        List<RoutingEvent> decided = give(new DecideWhoGoesFirst("r1-r2", request(2), "Check it alone.", "doina"));
        assertThat(decided)
                .startsWith(
                        new RequestWithdrawn(
                                CASE,
                                request(3),
                                new DepartmentCode(FINANCE),
                                RequestKind.INFORMATION,
                                "Check it alone.",
                                NOW),
                        new WaitCycleBroken(CASE, "r1-r2", request(2), "Check it alone.", "doina", NOW));
        assertThat(blockers(decided)).containsExactly(on(LOGISTICS));
        assertThat(RoutingState.waiting(state).circles()).isEmpty();
    }

    @Test
    @Behaviour("R63")
    void whoever_goes_first_releases_the_whole_rest_of_the_circle() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, LEGAL));
        give(help(3, "h3", LEGAL, FINANCE));

        List<RoutingEvent> decided = give(new DecideWhoGoesFirst("r1-r2-r3", request(1), "It is small.", "doina"));

        assertThat(decided)
                .filteredOn(RequestWithdrawn.class::isInstance)
                .extracting(it -> ((RequestWithdrawn) it).requestId())
                .containsExactly(request(2), request(3), request(4));
        assertThat(decided).filteredOn(WaitCycleBroken.class::isInstance).hasSize(1);
        assertThat(graph().rootBlocker()).contains(new Waiting.Blocker(on(FINANCE), request(1)));
    }

    @Test
    @Behaviour("R63")
    void a_circle_that_opens_by_itself_is_broken_and_can_be_found_again() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, FINANCE));

        assertThat(give(answer(3, FINANCE))).contains(new WaitCycleBroken(CASE, "r1-r2", NOW));
        assertThat(give(help(2, "h3", LOGISTICS, FINANCE))).anyMatch(WaitCycleFound.class::isInstance);
    }

    @Test
    @Behaviour("R63")
    void two_departments_with_unrelated_requests_to_each_other_are_no_circle() {
        complain("overcharge", "delivery");
        assertThat(graph().waits()).extracting(Wait::on).containsExactly(on(FINANCE), on(LOGISTICS));

        List<RoutingEvent> told = new ArrayList<>(give(help(1, "h1", FINANCE, LOGISTICS)));
        told.addAll(give(help(2, "h2", LOGISTICS, FINANCE)));

        assertThat(told).noneMatch(WaitCycleFound.class::isInstance);
    }

    @Test
    void a_decision_about_no_circle_or_a_request_outside_is_refused() {
        complain("overcharge");
        assertThat(refusal(new DecideWhoGoesFirst("r1-r2", request(1), "No.", "doina")))
                .isEqualTo("no-such-cycle");

        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, FINANCE));
        assertThat(refusal(new DecideWhoGoesFirst("r1-r2", request(3), "No.", "doina")))
                .isEqualTo("not-in-the-cycle");
    }

    @Test
    void help_is_released_when_what_it_helps_with_is_answered_or_passed_on() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, LEGAL));

        assertThat(give(answer(1, FINANCE)))
                .filteredOn(RequestWithdrawn.class::isInstance)
                .extracting(it -> ((RequestWithdrawn) it).requestId())
                .containsExactly(request(2), request(3));
    }

    @Test
    void declined_help_stays_help_for_the_next_department() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));

        List<RoutingEvent> told =
                give(new PassOn(request(2), new DepartmentCode(LOGISTICS), "Not ours.", new DepartmentCode(LEGAL)));

        assertThat(told)
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                RequestRaised.class,
                                raised -> assertThat(raised.parent()).isEqualTo(request(1))));
        assertThat(graph().criticalPath()).extracting(Wait::id).containsExactly("request:r1", "help:r2", "offer:r3");

        give(new NoteAcceptance(request(3), new DepartmentCode(LEGAL)));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r1", "help:r3");
        assertThat(graph().criticalPath().getLast().who()).isEqualTo(on(FINANCE));
    }

    @Test
    @Behaviour("R60")
    void help_that_is_released_is_withdrawn_wherever_it_went() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(new PassOn(request(2), new DepartmentCode(LOGISTICS), "Not ours.", new DepartmentCode(LEGAL)));
        ReleaseHelp release = new ReleaseHelp(request(1), "h1", "It was the parcel.");

        RoutingState offered = state;
        assertThat(withdrawn(give(release))).containsExactly(request(2), request(3));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r1");

        state = offered;
        give(new NoteAcceptance(request(3), new DepartmentCode(LEGAL)));
        assertThat(give(new ReleaseHelp(request(1), "h2", "Another one."))).isEmpty();
        assertThat(withdrawn(give(release))).containsExactly(request(3));
        assertThat(give(release)).isEmpty();
    }

    @Test
    @Behaviour("R60")
    void whoever_declines_releases_their_help_and_stays_the_owner() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(new PassOn(request(1), new DepartmentCode(FINANCE), "Not ours.", new DepartmentCode(LEGAL)));

        assertThat(withdrawn(give(new ReleaseHelp(request(1), "h1", "Finance has declined."))))
                .containsExactly(request(2));
        assertThat(graph().criticalPath()).extracting(Wait::id).containsExactly("request:r1", "offer:r3");
    }

    @Test
    void whoever_has_declined_needs_no_answer_to_a_question_unless_the_request_comes_back() {
        complain("overcharge");
        give(question(1, "q1", FINANCE, ANDREI));
        give(new PassOn(request(1), new DepartmentCode(FINANCE), "Not ours.", new DepartmentCode(LOGISTICS)));
        give(question(1, "q2", FINANCE, ANDREI));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r1", "offer:r2");

        now = now.plus(Duration.ofDays(1));
        give(new NoticeTime(Absences.NONE));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r1", "question:q1", "question:q2");
    }

    @Test
    @Behaviour("R94")
    void whoever_could_not_go_on_has_longer_once_the_question_is_answered() {
        complain("overcharge");
        give(question(1, "q1", FINANCE, ANDREI));
        Instant later = NOW.plus(Duration.ofHours(30));

        give(new NoteAnswerToQuestion(request(1), "q1", later));
        assertThat(graph().waits()).extracting(Wait::limit).containsExactly(later);

        give(question(1, "q2", FINANCE, ANDREI));
        give(new NoteAnswerToQuestion(request(1), "q2", NOW));
        assertThat(graph().waits()).extracting(Wait::limit).containsExactly(later);
    }

    @ParameterizedTest
    @CsvSource({
        "1, logistics, development, INFORMATION, not-your-request",
        "9, finance, logistics, INFORMATION, unknown-request",
        "1, finance, finance, INFORMATION, own-help",
        "1, finance, logistics, EXECUTION, not-help"
    })
    void help_that_cannot_be_is_refused(int number, String by, String from, RequestKind kind, String code) {
        complain("overcharge");

        assertThat(refusal(new GetHelp(
                        request(number), "h1", new DepartmentCode(by), new DepartmentCode(from), kind, "Help.")))
                .isEqualTo(code);
    }

    @Test
    void help_of_a_department_that_nobody_knows_is_the_routing_authoritys_decision() {
        complain("overcharge");

        assertThat(give(help(1, "h1", FINANCE, "procurement")))
                .startsWith(new OwnerDecisionRequested(CASE, request(2), List.of(), new DepartmentCode(SENIOR), NOW))
                .anySatisfy(it -> assertThat(it)
                        .isInstanceOfSatisfying(
                                RequestRaised.class,
                                raised ->
                                        assertThat(raised.department().value()).isEqualTo(SENIOR)));
    }

    @Test
    void help_is_bounded_at_once_and_in_a_row_and_asked_for_once() {
        complain("overcharge");
        give(help(1, "h0", FINANCE, LOGISTICS));
        assertThat(give(help(1, "h0", FINANCE, LOGISTICS))).isEmpty();
        for (int i = 1; i < Helping.MOST_AT_ONCE; i++) {
            give(help(1, "h" + i, FINANCE, LOGISTICS));
        }
        assertThat(refusal(help(1, "more", FINANCE, LOGISTICS))).isEqualTo("too-much-help");

        String by = LOGISTICS;
        for (int depth = 2; depth < Helping.MOST_IN_A_ROW; depth++) {
            String next = by.equals(LOGISTICS) ? LEGAL : LOGISTICS;
            give(help(depth == 2 ? 2 : Helping.MOST_AT_ONCE + depth - 1, "d" + depth, by, next));
            by = next;
        }
        assertThat(refusal(help(Helping.MOST_AT_ONCE + Helping.MOST_IN_A_ROW - 1, "deeper", by, FINANCE)))
                .isEqualTo("too-deep");
    }

    @Test
    void while_a_case_is_paused_help_is_not_asked_for_and_a_circle_can_still_be_broken() {
        complain("overcharge");
        give(help(1, "h1", FINANCE, LOGISTICS));
        give(help(2, "h2", LOGISTICS, FINANCE));
        give(new Pause(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71")));

        assertThat(give(help(2, "h3", LOGISTICS, LEGAL))).isEmpty();
        assertThat(give(new DecideWhoGoesFirst("r1-r2", request(2), "Alone.", "doina")))
                .anyMatch(WaitCycleBroken.class::isInstance);

        assertThat(give(new Resume())).anyMatch(RequestRaised.class::isInstance);
        assertThat(graph().criticalPath()).extracting(Wait::on).containsExactly(on(FINANCE), on(LOGISTICS), on(LEGAL));
    }

    @Test
    void an_offer_is_waited_for_by_whoever_gives_until_it_is_taken_or_comes_back() {
        complain("overcharge");
        publish(new OwnershipOffered(
                CASE, request(1), on(FINANCE), on(LEGAL), "A contract.", request(2), NOW, NOW.plusSeconds(60)));
        publish(raised(2, LEGAL, FINANCE));
        assertThat(graph().waits())
                .extracting(Wait::id, Wait::who, Wait::on)
                .containsExactly(tuple("request:r1", ANDREI, on(FINANCE)), tuple("offer:r2", on(FINANCE), on(LEGAL)));
        RoutingState offered = state;

        publish(new OwnershipMoved(CASE, request(1), on(FINANCE), on(LEGAL), "A contract.", NOW));
        publish(new RequestRedirected(
                CASE,
                request(1),
                new DepartmentCode(FINANCE),
                new DepartmentCode(LEGAL),
                request(2),
                "A contract.",
                NOW));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r2");

        state = offered;
        publish(new OfferReturned(
                CASE, request(1), on(FINANCE), on(LEGAL), OfferReturned.Outcome.UNANSWERED, null, NOW, null, null));
        assertThat(graph().waits()).extracting(Wait::id).containsExactly("request:r1");
    }

    @Test
    void an_execution_step_is_a_wait_like_any_request() {
        complain("overcharge");
        give(answer(1, FINANCE));

        assertThat(blockers(give(new HaveStepDone("s1", new DepartmentCode(LOGISTICS), "Send it."))))
                .containsExactly(on(LOGISTICS));
    }

    private RequestRaised raised(int number, String department, String offeredBy) {
        return new RequestRaised(
                CASE,
                request(number),
                new DepartmentCode(department),
                RequestKind.SOLUTION,
                "contract",
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                NOW,
                NOW.plusSeconds(3_600),
                null,
                new DepartmentCode(offeredBy),
                null);
    }

    private List<RoutingEvent> complain(String... natures) {
        List<RoutingEvent> told = new ArrayList<>(give(new HearComplaint(COMPLAINT)));
        told.addAll(give(new Route(diagnosis(natures))));
        return told;
    }

    private static Diagnosis diagnosis(String... natures) {
        List<Hypothesis> hypotheses = new ArrayList<>();
        for (String nature : natures) {
            hypotheses.add(
                    new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9 - hypotheses.size() * 0.1, List.of(), "rule"));
        }
        return new Diagnosis(hypotheses, false, false);
    }

    private static GetHelp help(int number, String id, String by, String from) {
        return new GetHelp(
                request(number),
                id,
                new DepartmentCode(by),
                new DepartmentCode(from),
                RequestKind.INFORMATION,
                "Where is the parcel?");
    }

    private static NoteQuestion question(int number, String id, String by, Party to) {
        return new NoteQuestion(request(number), id, new DepartmentCode(by), to, NOW);
    }

    private static NoteAnswer answer(int number, String by) {
        return new NoteAnswer(request(number), new DepartmentCode(by));
    }

    private static List<RequestId> withdrawn(List<RoutingEvent> told) {
        return told.stream()
                .filter(RequestWithdrawn.class::isInstance)
                .map(it -> ((RequestWithdrawn) it).requestId())
                .toList();
    }

    private static List<Party> blockers(List<RoutingEvent> told) {
        return told.stream()
                .filter(RootBlockerChanged.class::isInstance)
                .map(it -> ((RootBlockerChanged) it).to())
                .toList();
    }

    private String refusal(RoutingCommand command) {
        return rules.decide(state, command, now) instanceof Decision.Rejected<RoutingFact>(var code, var _)
                ? code
                : "accepted";
    }

    private void publish(RoutingEvent event) {
        state = rules.evolve(state, new Published(event));
    }

    private List<RoutingEvent> give(RoutingCommand command) {
        List<RoutingEvent> told = new ArrayList<>();
        if (!(rules.decide(state, command, now) instanceof Decision.Accepted<RoutingFact>(var facts))) {
            throw new AssertionError("Expected " + command + " to be accepted, but it was refused");
        }
        for (RoutingFact fact : facts) {
            state = rules.evolve(state, fact);
            if (fact instanceof Published(var event)) {
                told.add(event);
            }
        }
        return told;
    }

    private WaitGraph graph() {
        return WaitGraph.of(state);
    }

    private static Party on(String department) {
        return Party.department(new DepartmentCode(department));
    }

    private static RequestId request(int number) {
        return RequestId.of(CASE, number);
    }
}
