package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.LOGISTICS;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.request;
import static io.redress.resolution.domain.Cases.routed;
import static io.redress.resolution.domain.Cases.stepAnswered;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.time.PublicHolidays;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.contracts.ClosingEvent.OpenEnd;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestKind;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.resolution.domain.ClosingCommand.ExtendClock;
import io.redress.resolution.domain.ClosingCommand.LearnRequest;
import io.redress.resolution.domain.ClosingCommand.LearnWithdrawal;
import io.redress.resolution.domain.ClosingCommand.Reopen;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.Close;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.LearnSettlement;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.regulation.Counting;
import io.redress.resolution.domain.regulation.DisputeRule;
import io.redress.resolution.domain.regulation.MetBy;
import io.redress.resolution.domain.regulation.Period;
import io.redress.resolution.domain.regulation.Regime;
import io.redress.resolution.domain.regulation.Regulations;
import io.redress.resolution.domain.regulation.ReopeningWindow;
import io.redress.resolution.domain.regulation.Scope;
import io.redress.resolution.domain.regulation.TimeLimit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EndingTest {
    private static final DeadlineReached DEADLINE = new DeadlineReached();
    private static final Close SATISFIED = new Close(true, "Thank you.");
    private static final Period ALWAYS = new Period(LocalDate.of(2020, 1, 1), null);
    private static final Scope ANY = new Scope(Set.of("invoice"), Set.of("RO"), Set.of());
    private static final DisputeRule BODY = new DisputeRule(ALWAYS, ANY, "Ombudsman", "Bucharest", null, 365);
    private static final TimeLimit ANSWER =
            new TimeLimit("answer", Counting.WORKING_DAYS, 15, 35, 75, Set.of(), MetBy.PROPOSAL);
    private static final TimeLimit REDRESS = new TimeLimit(
            "redress", Counting.CALENDAR_DAYS, 20, null, 50, Set.of(CustomersTurn.OFFER), MetBy.EXECUTION);
    private static final TimeLimit END =
            new TimeLimit("end", Counting.CALENDAR_DAYS, 56, null, 50, Set.of(), MetBy.CLOSING);
    private static final Instant ANSWER_DUE = Instant.parse("2026-03-23T21:59:59Z");

    private ResolutionRules rules = rules(List.of());
    private ResolutionState state = rules.initialState();
    private Instant now = NOW;

    /** Routing knows of the answer from another topic, and may be ahead. */
    @Test
    void what_was_no_complaint_ends_with_the_answer_also_where_it_is_heard_after_the_settlement() {
        hear(routed());
        raised(1, LOGISTICS, null);
        assertThat(hear(new LearnSettlement())).hasExactlyElementsOfTypes(ClosingPutOff.class);

        assertThat(hear(answered(1, LOGISTICS, true)))
                .first()
                .isInstanceOfSatisfying(
                        CaseClosed.class, it -> assertThat(it.reason()).isEqualTo(CaseClosed.Reason.ANSWERED));
        assertThat(hear(answered(1, LOGISTICS, true))).isEmpty();
    }

    @Test
    void a_case_in_which_a_request_is_open_is_not_closed_and_what_is_open_is_named() {
        executed();
        raised(7, LOGISTICS, null);

        assertThat(refusal(SATISFIED)).isEqualTo("still-open");
        assertThat(known().openEnds())
                .containsExactly(new OpenEnd("request", request(7).value(), LOGISTICS));

        hear(answered(7, LOGISTICS, true));
        assertThat(hear(SATISFIED)).first().isInstanceOf(CaseClosed.class);
    }

    @Test
    void an_answer_may_come_before_its_request_and_what_is_withdrawn_or_only_offered_holds_nothing_up() {
        executed();
        hear(answered(7, LOGISTICS, true));
        raised(7, LOGISTICS, null);
        raised(8, LOGISTICS, null);
        hear(new LearnWithdrawal(
                new RequestWithdrawn(CASE, request(8), LOGISTICS, RequestKind.SOLUTION, "not needed", NOW)));
        raised(9, LOGISTICS, FINANCE);

        assertThat(known().openEnds()).isEmpty();
    }

    @Test
    void what_is_handed_on_is_open_at_the_other_department_and_what_goes_back_is_open_again() {
        executed();
        raised(7, LOGISTICS, null);
        hear(Cases.redirected(7, LOGISTICS, FINANCE, 8));
        assertThat(known().openEnds())
                .containsExactly(new OpenEnd("request", request(8).value(), FINANCE));
        hear(answered(8, FINANCE, true));
        assertThat(known().openEnds()).isEmpty();

        hear(new ResolutionCommand.ForgetAnswer(request(8)));

        assertThat(known().openEnds())
                .containsExactly(new OpenEnd("request", request(8).value(), null));
    }

    @Test
    void silence_is_reminded_of_once_and_then_the_case_closes_as_announced() {
        List<CaseEvent> done = executed();
        assertThat(done)
                .filteredOn(SolutionExecuted.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        SolutionExecuted.class, it -> assertThat(it.closesAt()).isEqualTo(days(7)));
        assertThat(nextDue()).contains(NOW.plus(Duration.ofHours(84)));
        assertThat(hear(DEADLINE)).isEmpty();

        now = nextDue().orElseThrow();
        assertThat(hear(DEADLINE)).containsExactly(new WordReminderDue(CASE, days(7)));
        assertThat(hear(DEADLINE)).isEmpty();
        assertThat(nextDue()).contains(days(7));

        now = days(7);
        assertThat(hear(DEADLINE)).first().isInstanceOfSatisfying(CaseClosed.class, it -> {
            assertThat(it.reason()).isEqualTo(CaseClosed.Reason.ANNOUNCED_EXPIRY);
            assertThat(it.dispute()).isNull();
            assertThat(it.reopenableUntil()).isEqualTo(days(37));
        });
    }

    @Test
    void an_announced_end_is_put_off_while_something_is_open_and_comes_when_nothing_is() {
        executed();
        raised(7, LOGISTICS, null);
        now = days(7);

        assertThat(hear(DEADLINE))
                .containsExactly(new ClosingPutOff(
                        CASE, List.of(new OpenEnd("request", request(7).value(), LOGISTICS)), days(10), days(7)));
        assertThat(nextDue()).contains(days(10));
        now = days(8);
        assertThat(hear(DEADLINE)).isEmpty();
        hear(answered(7, LOGISTICS, true));
        now = days(10);
        assertThat(hear(DEADLINE)).first().isInstanceOf(CaseClosed.class);
        assertThat(nextDue()).isEmpty();
    }

    @Test
    void who_does_not_agree_is_told_who_decides_and_until_when() {
        proposed();
        now = days(14);
        assertThat(hear(DEADLINE))
                .first()
                .isInstanceOfSatisfying(
                        CaseClosed.class,
                        it -> assertThat(it.dispute())
                                .isNotNull()
                                .satisfies(body -> assertThat(body.until()).isEqualTo("2027-03-16T21:59:59Z")));

        state = rules.initialState();
        executed();
        assertThat(hear(new Close(false, null)))
                .first()
                .isInstanceOfSatisfying(
                        CaseClosed.class, it -> assertThat(it.dispute()).isNotNull());
    }

    @Test
    void a_closed_case_opens_again_within_its_window_and_what_is_asked_then_leads_to_another_proposal() {
        executed();
        hear(SATISFIED);
        now = days(30);
        Reopen reopen = new Reopen("It broke again.", "andrei");

        assertThat(hear(reopen)).containsExactly(new CaseReopened(CASE, "It broke again.", "andrei", now, 1, 1));
        assertThat(hear(reopen)).isEmpty();
        assertThat(refusal(new Reopen("Another reason.", "andrei"))).isEqualTo("not-closed");
        assertThat(refusal(SATISFIED)).isEqualTo("not-resolved-yet");

        // The answer may be heard before the request that was raised because of it.
        hear(answered(9, FINANCE, true, REFUND));
        assertThat(raised(9, FINANCE, null, "reopening-1"))
                .last()
                .isInstanceOfSatisfying(
                        SolutionsProposed.class,
                        it -> assertThat(it.proposalId()).isEqualTo("p2"));
        hear(new Choose("p2", "o1", "webshop"));
        hear(stepAnswered("p2-o1-s1", FINANCE, true));
        assertThat(hear(SATISFIED)).first().isInstanceOf(CaseClosed.class);
        assertThat(hear(reopen))
                .singleElement()
                .isInstanceOfSatisfying(
                        CaseReopened.class, it -> assertThat(it.number()).isEqualTo(2));
    }

    @Test
    void after_its_window_a_case_stays_closed_and_the_way_that_is_open_is_named() {
        executed();
        hear(SATISFIED);
        now = days(30).plusSeconds(1);

        assertThat(rules.decide(state, new Reopen("It broke again.", "andrei"), now))
                .isInstanceOfSatisfying(Decision.Rejected.class, it -> {
                    assertThat(it.code()).isEqualTo("reopening-window-over");
                    assertThat(it.explanation()).contains("file a new complaint that names case " + CASE);
                });
    }

    @Test
    void a_clock_of_the_law_starts_with_the_complaint_warns_and_runs_out() {
        rules = rules(List.of(ANSWER));
        assertThat(hear(routed(FINANCE))).singleElement().isInstanceOfSatisfying(RegulatoryClockStarted.class, it -> {
            assertThat(it.clockId()).isEqualTo("law:answer");
            assertThat(it.dueAt()).isEqualTo(ANSWER_DUE);
            assertThat(it.latestAt()).isEqualTo("2026-04-22T20:59:59Z");
        });
        now = nextDue().orElseThrow();
        assertThat(hear(DEADLINE))
                .containsExactly(new RegulatoryClockWarned(CASE, "law:answer", "law", ANSWER_DUE, now));
        assertThat(hear(DEADLINE)).isEmpty();
        now = nextDue().orElseThrow();
        assertThat(now).isEqualTo(ANSWER_DUE.plusSeconds(1));
        assertThat(hear(DEADLINE))
                .containsExactly(new RegulatoryClockBreached(CASE, "law:answer", "law", ANSWER_DUE, now));
        assertThat(nextDue()).isEmpty();
        assertThat(hear(answered(1, FINANCE, true, REFUND)))
                .last()
                .isEqualTo(new RegulatoryClockMet(CASE, "law:answer", "law", ANSWER_DUE, now, false));
        assertThat(refusal(new ExtendClock("law:answer", "Late.", "andrei"))).isEqualTo("not-extendable");
    }

    @Test
    void a_clock_is_extended_once_with_a_reason_and_not_beyond_what_the_law_allows() {
        rules = rules(List.of(ANSWER));
        hear(routed(FINANCE));
        Instant latest = Instant.parse("2026-04-22T20:59:59Z");

        assertThat(hear(new ExtendClock("law:answer", "The bank has not answered.", "andrei")))
                .containsExactly(new RegulatoryClockMoved(
                        CASE, "law:answer", "law", ANSWER_DUE, latest, NOW, "The bank has not answered.", "andrei"));
        assertThat(refusal(new ExtendClock("law:answer", "Again.", "andrei"))).isEqualTo("already-extended");
        assertThat(refusal(new ExtendClock("law:other", "Again.", "andrei"))).isEqualTo("unknown-clock");
        now = latest;
        assertThat(hear(DEADLINE)).singleElement().isInstanceOf(RegulatoryClockWarned.class);
    }

    @Test
    void where_the_regime_allows_it_a_clock_stands_still_while_it_is_the_customers_turn() {
        rules = rules(List.of(REDRESS));
        proposed();
        Instant due = NOW.atZone(ZoneId.of("Europe/Bucharest"))
                .plusDays(20)
                .toLocalDate()
                .atTime(23, 59, 59)
                .atZone(ZoneId.of("Europe/Bucharest"))
                .toInstant();
        now = days(5);

        List<CaseEvent> chosen = hear(new Choose("p1", "o1", "webshop"));

        assertThat(chosen.getLast()).isInstanceOfSatisfying(RegulatoryClockMoved.class, it -> {
            assertThat(it.from()).isEqualTo(due);
            assertThat(it.to()).isEqualTo(due.plus(Duration.ofDays(5)));
            assertThat(it.reason()).isNull();
        });
        assertThat(hear(stepAnswered("p1-o1-s1", FINANCE, true)))
                .filteredOn(RegulatoryClockMet.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        RegulatoryClockMet.class, it -> assertThat(it.inTime()).isTrue());
    }

    @Test
    void what_is_declared_later_changes_no_clock_that_runs_and_begins_none() {
        rules = rules(List.of(ANSWER));
        hear(routed(FINANCE));
        rules = rules(List.of(
                new TimeLimit("answer", Counting.CALENDAR_DAYS, 5, null, 75, Set.of(), MetBy.PROPOSAL), REDRESS));

        assertThat(hear(answered(1, FINANCE, true, REFUND)))
                .last()
                .isEqualTo(new RegulatoryClockMet(CASE, "law:answer", "law", ANSWER_DUE, NOW, true));
        assertThat(known().assurances().closure().clocks().all()).hasSize(1);
    }

    @Test
    void the_clocks_of_a_case_that_opens_again_go_on_with_their_original_dates() {
        rules = rules(List.of(END));
        executed();
        Instant due = known().assurances().closure().clocks().all().getFirst().dueAt();
        assertThat(hear(SATISFIED)).last().isInstanceOf(RegulatoryClockMet.class);
        assertThat(nextDue()).isEmpty();

        hear(new Reopen("It broke again.", "andrei"));

        RunningClock clock = known().assurances().closure().clocks().all().getFirst();
        assertThat(clock.runs()).isTrue();
        assertThat(clock.dueAt()).isEqualTo(due);
        assertThat(clock.startedAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_known_about_the_end_is_stored_and_read_again_as_it_was() {
        rules = rules(List.of(ANSWER, REDRESS, END));
        executed();
        raised(7, LOGISTICS, null);
        hear(answered(8, LOGISTICS, true));
        JsonMapper mapper = JsonMapper.builder().build();

        byte[] stored = mapper.writerFor(ResolutionState.class).writeValueAsBytes(state);

        assertThat(mapper.readerFor(ResolutionState.class).<ResolutionState>readValue(stored))
                .isEqualTo(state);
    }

    private static ResolutionRules rules(List<TimeLimit> limits) {
        return new ResolutionRules(
                Cases.catalogue(),
                Cases.TERMS,
                Cases.limits(),
                RemedyTerms.USUAL,
                PromiseTerms.STANDARD,
                new Regulations(
                        "RO",
                        ZoneId.of("Europe/Bucharest"),
                        Map.of(),
                        List.of(new ReopeningWindow(ALWAYS, 30)),
                        limits.isEmpty() ? List.of() : List.of(new Regime("law", ALWAYS, ANY, limits)),
                        List.of(BODY),
                        PublicHolidays::of));
    }

    private List<CaseEvent> proposed() {
        hear(routed(FINANCE));
        return hear(answered(1, FINANCE, true, REFUND));
    }

    private List<CaseEvent> executed() {
        proposed();
        hear(new Choose("p1", "o1", "webshop"));
        return hear(stepAnswered("p1-o1-s1", FINANCE, true));
    }

    private List<CaseEvent> raised(int number, DepartmentCode department, @Nullable DepartmentCode offeredBy) {
        return raised(number, department, offeredBy, null);
    }

    private List<CaseEvent> raised(
            int number, DepartmentCode department, @Nullable DepartmentCode offeredBy, @Nullable String wantedId) {
        return hear(new LearnRequest(new RequestRaised(
                CASE,
                request(number),
                department,
                RequestKind.SOLUTION,
                "invoice",
                "Please look.",
                "It broke again.",
                "en",
                null,
                now,
                now.plus(Duration.ofDays(1)),
                null,
                offeredBy,
                null,
                null,
                null,
                wantedId)));
    }

    private List<CaseEvent> hear(ResolutionCommand command) {
        List<CaseEvent> events = new ArrayList<>();
        if (rules.decide(state, command, now) instanceof Decision.Rejected<ResolutionFact>(var code, var why)) {
            throw new AssertionError(code + ": " + why);
        }
        for (ResolutionFact fact : ((Decision.Accepted<ResolutionFact>) rules.decide(state, command, now)).events()) {
            state = rules.evolve(state, fact);
            if (fact instanceof Published(var event)) {
                events.add(event);
            }
        }
        return events;
    }

    private String refusal(ResolutionCommand command) {
        return ((Decision.Rejected<ResolutionFact>) rules.decide(state, command, now)).code();
    }

    private ResolutionCase known() {
        return ResolutionRules.caseOf(state);
    }

    private Optional<Instant> nextDue() {
        return new io.redress.resolution.application.ResolutionDefinition(rules).nextDue(state);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
