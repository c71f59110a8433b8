package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.CASE;
import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Cases.answered;
import static io.redress.resolution.domain.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.PublicHolidays;
import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.ClosingCommand.LearnQuestion;
import io.redress.resolution.domain.ClosingCommand.LearnReply;
import io.redress.resolution.domain.MembershipCommand.JoinIncident;
import io.redress.resolution.domain.MembershipCommand.ReceiveRemedy;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.regulation.Counting;
import io.redress.resolution.domain.regulation.MetBy;
import io.redress.resolution.domain.regulation.Period;
import io.redress.resolution.domain.regulation.Regime;
import io.redress.resolution.domain.regulation.Regulations;
import io.redress.resolution.domain.regulation.Scope;
import io.redress.resolution.domain.regulation.TimeLimit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the clocks of the law stand still, and what an outage's remedy does to them and to the end of the case. */
class LawClocksTest {
    private static final IncidentId INCIDENT = new IncidentId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e90");
    private static final TimeLimit ANSWER =
            new TimeLimit("answer", Counting.CALENDAR_DAYS, 20, 30, 50, Set.of(CustomersTurn.QUESTION), MetBy.PROPOSAL);
    private static final TimeLimit REDRESS = new TimeLimit(
            "redress", Counting.CALENDAR_DAYS, 20, null, 50, Set.of(CustomersTurn.OFFER), MetBy.EXECUTION);
    private static final Instant DUE = Instant.parse("2026-03-22T21:59:59Z");

    private final Ruled ruled = new Ruled(new ResolutionRules(
            Cases.catalogue(),
            Cases.TERMS,
            Cases.limits(),
            RemedyTerms.USUAL,
            PromiseTerms.STANDARD,
            new Regulations(
                    "RO",
                    ZoneId.of("Europe/Bucharest"),
                    Map.of(),
                    List.of(),
                    List.of(new Regime(
                            "law",
                            new Period(LocalDate.of(2020, 1, 1), null),
                            new Scope(Set.of(), Set.of(), Set.of()),
                            List.of(ANSWER, REDRESS))),
                    List.of(),
                    PublicHolidays::of)));

    @Test
    @Behaviour("R5")
    void the_days_in_which_the_customer_was_asked_first_are_not_counted_where_the_regime_says_so() {
        ruled.after(new LearnQuestion(days(-5)), new LearnReply(days(-2)), routed(FINANCE));

        assertThat(ruled.told(RegulatoryClockStarted.class))
                .filteredOn(it -> it.clockId().equals("law:answer"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.customersDays()).isEqualTo(3);
                    assertThat(it.dueAt()).isEqualTo(DUE.plus(Duration.ofDays(3)));
                    assertThat(it.latestAt()).isEqualTo(Instant.parse("2026-04-04T20:59:59Z"));
                });
        assertThat(ruled.told(RegulatoryClockStarted.class))
                .filteredOn(it -> it.clockId().equals("law:redress"))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.customersDays()).isNull();
                    assertThat(it.dueAt()).isEqualTo(DUE);
                });
        assertThat(ruled.told(RegulatoryClockMoved.class)).isEmpty();
    }

    @Test
    void a_question_that_is_heard_of_after_the_routing_stops_the_clock_until_its_answer() {
        ruled.after(routed(FINANCE), new LearnQuestion(NOW)).later(Duration.ofDays(4));
        assertThat(ruled.told(RegulatoryClockPaused.class))
                .containsExactly(
                        new RegulatoryClockPaused(CASE, "law:answer", "law", CustomersTurn.QUESTION, DUE, 20, NOW));
        assertThat(ruled.known()
                        .assurances()
                        .closure()
                        .clocks()
                        .all()
                        .getFirst()
                        .next())
                .isEmpty();

        ruled.after(new LearnReply(days(3)));

        Instant later = DUE.plus(Duration.ofDays(3));
        assertThat(ruled.told(RegulatoryClockResumed.class))
                .containsExactly(new RegulatoryClockResumed(CASE, "law:answer", "law", 20, later, days(3)));
        assertThat(ruled.told(RegulatoryClockMoved.class))
                .containsExactly(new RegulatoryClockMoved(CASE, "law:answer", "law", DUE, later, days(3), null, null));
        ruled.after(new LearnReply(days(4)));
        assertThat(ruled.told(RegulatoryClockResumed.class)).hasSize(1);
    }

    @Test
    void while_the_customer_decides_a_clock_stands_still_with_the_days_that_are_left_and_then_goes_on() {
        ruled.after(routed(FINANCE)).later(Duration.ofDays(2)).after(answered(1, FINANCE, true, REFUND));
        assertThat(ruled.told(RegulatoryClockPaused.class))
                .containsExactly(
                        new RegulatoryClockPaused(CASE, "law:redress", "law", CustomersTurn.OFFER, DUE, 18, days(2)));

        ruled.later(Duration.ofDays(5)).after(new Choose("p1", "o1", "webshop"));

        assertThat(ruled.told(RegulatoryClockResumed.class))
                .containsExactly(new RegulatoryClockResumed(
                        CASE, "law:redress", "law", 18, DUE.plus(Duration.ofDays(5)), days(7)));
    }

    @Test
    @Behaviour("R110")
    void the_remedy_of_an_outage_meets_the_clocks_and_names_the_day_on_which_the_case_closes() {
        ruled.after(routed(FINANCE), new JoinIncident(INCIDENT))
                .later(Duration.ofDays(1))
                .after(remedy());

        assertThat(ruled.told(CaseRemedied.class))
                .singleElement()
                .satisfies(it -> assertThat(it.closesAt()).isEqualTo(days(8)));
        assertThat(ruled.told(RegulatoryClockMet.class))
                .extracting(RegulatoryClockMet::clockId, RegulatoryClockMet::inTime)
                .containsExactlyInAnyOrder(tuple("law:answer", true), tuple("law:redress", true));
        assertThat(ruled.atNextDue().told(WordReminderDue.class)).containsExactly(new WordReminderDue(CASE, days(8)));
        assertThat(ruled.told(CaseClosed.class)).isEmpty();
        assertThat(ruled.atNextDue().told(CaseClosed.class)).singleElement().satisfies(it -> {
            assertThat(it.closedAt()).isEqualTo(days(8));
            assertThat(it.reason()).isEqualTo(CaseClosed.Reason.ANNOUNCED_EXPIRY);
        });
        assertThat(ruled.told(RegulatoryClockBreached.class)).isEmpty();
    }

    @Test
    void what_was_chosen_before_an_outage_is_still_to_be_done_in_its_own_time() {
        ruled.after(
                routed(FINANCE),
                answered(1, FINANCE, true, REFUND),
                new Choose("p1", "o1", "webshop"),
                new JoinIncident(INCIDENT),
                remedy());

        assertThat(ruled.progress()).isInstanceOf(Executing.class);
        assertThat(ruled.told(CaseRemedied.class))
                .singleElement()
                .satisfies(it -> assertThat(it.closesAt()).isNull());
        assertThat(ruled.told(RegulatoryClockMet.class))
                .extracting(RegulatoryClockMet::clockId)
                .containsExactly("law:answer");
        ruled.after(new DeadlineReached());
        assertThat(ruled.told(WordReminderDue.class)).isEmpty();
    }

    @Test
    void nobody_who_reads_a_resolution_waits_for_what_intake_has_told_others() {
        assertThat(new ResolutionDefinition(Cases.rules()).streams()).doesNotContain("intake");
    }

    private static ReceiveRemedy remedy() {
        return new ReceiveRemedy(
                INCIDENT,
                new Remedy("credit", new Money(new BigDecimal("10.00"), "EUR"), null),
                Telling.DONE,
                "ref",
                NOW);
    }

    private static Instant days(int days) {
        return NOW.plus(Duration.ofDays(days));
    }
}
