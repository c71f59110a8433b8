package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.Holidays;
import io.redress.chassis.time.work.Shift;
import io.redress.chassis.time.work.WorkCalendar;
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
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.SilenceEvent.WaitEscalated;
import io.redress.contracts.SilenceEvent.WaitEscalated.Level;
import io.redress.contracts.SilenceEvent.WaitReminded;
import io.redress.routing.domain.AbsenceCommand.EndAbsence;
import io.redress.routing.domain.AbsenceCommand.NoteAbsence;
import io.redress.routing.domain.AbsenceFact.AbsenceEnded;
import io.redress.routing.domain.AbsenceFact.AbsenceNoted;
import io.redress.routing.domain.OwedCommand.EndOffer;
import io.redress.routing.domain.OwedCommand.NoteOffer;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.NoticeTime;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.SilenceFact.SilenceBroken;
import io.redress.routing.domain.WaitCommand.AwaitStatement;
import io.redress.routing.domain.WaitCommand.EndContest;
import io.redress.routing.domain.WaitCommand.EndStatement;
import io.redress.routing.domain.WaitCommand.NoteAgreedDate;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteContest;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitCommand.NoteStatementCleared;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final DepartmentCode DESK = new DepartmentCode("front-desk");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final Party ON = Party.department(FINANCE);
    private static final Party SILVIA = Party.consultant("silvia");
    /** A Monday, two hours after the office has opened. */
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static final Instant DUE = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant LIMIT = Instant.parse("2026-03-02T13:00:00Z");
    private static final Instant DEPUTY = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant SUPERIOR = Instant.parse("2026-03-03T08:00:00Z");
    private static final NoticeTime LOOK = new NoticeTime(Absences.NONE);

    private static final Departments DEPARTMENTS = departments(new Presence("office", SILVIA, null, null, null, null));
    private static final SilenceSpeaks SILENCE = new SilenceSpeaks(DEPARTMENTS);

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routed = routed(DEPARTMENTS);

    @Test
    @Behaviour({"R52", "R65"})
    void who_does_not_answer_a_contest_is_reminded_and_then_others_are_asked_while_no_date_moves() {
        var contested = routed.when(new NoteAnswer(R1, FINANCE))
                .andThen()
                .when(new NoteContest("c2", "delivery.date", LOGISTICS, FINANCE, NOW))
                .andThen();
        String waitId = "contest:c2:finance";

        var reminded = contested.at(LIMIT).when(LOOK).andThen();
        assertThat(silence(reminded, waitId).stage()).isEqualTo(Silence.Stage.REMINDED);
        var deputy = reminded.at(DEPUTY).when(LOOK).andThen();
        assertThat(silence(deputy, waitId).stage()).isEqualTo(Silence.Stage.DEPUTY_ASKED);
        var superior = deputy.at(SUPERIOR).when(LOOK).andThen();
        assertThat(silence(superior, waitId).stage()).isEqualTo(Silence.Stage.SUPERIOR_ASKED);
        assertThat(((Routed) superior.state()).silences().reestimates()).isZero();

        var agreed = superior.when(new EndContest("c2")).andThen();
        assertThat(((Routed) agreed.state()).silences().open()).isEmpty();
    }

    @Test
    @Behaviour({"R60", "R65"})
    void who_does_not_say_whether_something_may_be_said_is_reminded_and_then_others_are_asked_while_no_date_moves() {
        var held = routed.when(new NoteAnswer(R1, FINANCE))
                .andThen()
                .when(new AwaitStatement("s1", LOGISTICS, List.of(FINANCE, SENIOR), NOW))
                .andThen();
        String waitId = "statement:s1:finance";

        var reminded = held.at(LIMIT).when(LOOK).andThen();
        assertThat(silence(reminded, waitId).stage()).isEqualTo(Silence.Stage.REMINDED);
        var deputy = reminded.at(DEPUTY).when(LOOK).andThen();
        assertThat(silence(deputy, waitId).stage()).isEqualTo(Silence.Stage.DEPUTY_ASKED);
        var superior = deputy.at(SUPERIOR).when(LOOK).andThen();
        assertThat(silence(superior, waitId).stage()).isEqualTo(Silence.Stage.SUPERIOR_ASKED);
        assertThat(((Routed) superior.state()).silences().reestimates()).isZero();

        var agreed = superior.when(new NoteStatementCleared("s1", FINANCE)).andThen();
        assertThat(((Routed) agreed.state()).silences().open())
                .extracting(Silence::waitId)
                .containsExactly("statement:s1:senior-management");
        var said = agreed.when(new EndStatement("s1")).andThen();
        assertThat(((Routed) said.state()).silences().open()).isEmpty();
    }

    private static Silence silence(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario, String waitId) {
        return ((Routed) scenario.state())
                .silences().open().stream()
                        .filter(it -> it.waitId().equals(waitId))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    @Behaviour("R65")
    void silence_is_reminded_then_the_deputy_and_the_superior_are_asked_in_working_time_and_each_once() {
        assertThat(dueOf(routed)).isEqualTo(LIMIT);
        routed.at(LIMIT.minusSeconds(1)).when(LOOK).thenNothing();

        var reminded =
                routed.at(LIMIT).when(LOOK).then(told(new WaitReminded(CASE, R1.value(), ON, NOW, LIMIT, LIMIT)));
        reminded.when(LOOK).thenNothing();
        assertThat(dueOf(reminded)).isEqualTo(DEPUTY);

        var deputy = reminded.at(DEPUTY)
                .when(LOOK)
                .then(told(new WaitEscalated(CASE, R1.value(), ON, Level.DEPUTY, SILVIA, DEPUTY)));
        deputy.when(LOOK).thenNothing();
        assertThat(dueOf(deputy)).isEqualTo(SUPERIOR);

        var superior = deputy.at(SUPERIOR)
                .when(LOOK)
                .then(
                        told(new WaitEscalated(
                                CASE, R1.value(), ON, Level.SUPERIOR, Party.department(SENIOR), SUPERIOR)),
                        told(new DateReestimated(
                                CASE,
                                DUE,
                                Instant.parse("2026-03-04T08:00:00Z"),
                                "Finance has not answered in time, and Senior management is asked to see to it.",
                                SUPERIOR)));
        superior.at(SUPERIOR.plus(Duration.ofDays(100))).when(LOOK).thenNothing();
        assertThat(SILENCE.nextDue(silences(superior))).isEmpty();
    }

    @Test
    void the_answer_is_due_in_working_time() {
        var on = Scenario.of(decider(DEPARTMENTS))
                .at(NOW)
                .when(new HearComplaint(complaint()))
                .andThen();

        assertThat(on.when(new Route(about("overcharge"))).events())
                .filteredOn(it -> it instanceof Published(RequestRaised _))
                .singleElement()
                .isInstanceOfSatisfying(
                        Published.class,
                        it -> assertThat(((RequestRaised) it.event()).dueAt()).isEqualTo(DUE));
    }

    @Test
    void without_a_deputy_the_superior_is_asked_after_both_times() {
        Departments alone = departments(new Presence("office", null, LOGISTICS, 1, 2, 3));
        var reminded =
                routed(alone).at(NOW.plus(Duration.ofHours(1))).when(LOOK).andThen();

        reminded.at(NOW.plus(Duration.ofHours(5))).when(LOOK).thenNothing();
        assertThat(reminded.at(NOW.plus(Duration.ofHours(6))).when(LOOK).events())
                .first()
                .isEqualTo(told(new WaitEscalated(
                        CASE,
                        R1.value(),
                        ON,
                        Level.SUPERIOR,
                        Party.department(LOGISTICS),
                        NOW.plus(Duration.ofHours(6)))));
    }

    @Test
    void progress_begins_the_silence_anew_and_moves_no_date() {
        Instant later = NOW.plus(Duration.ofHours(1));
        var heard = routed.at(later).when(new NoteProgress(R1, FINANCE)).then(new SilenceBroken(R1.value(), later));

        heard.at(LIMIT).when(LOOK).thenNothing();
        assertThat(dueOf(heard)).isEqualTo(LIMIT.plus(Duration.ofHours(1)));
        assertThat(state(heard).promised()).isEqualTo(DUE);
        routed.when(new NoteProgress(R1, LOGISTICS)).thenNothing();
        routed.when(new NoteProgress(R2, FINANCE)).thenNothing();
    }

    @Test
    void who_has_answered_and_a_case_that_is_over_is_silent_in_peace() {
        var answered = routed.when(new NoteAnswer(R1, FINANCE)).andThen();

        assertThat(SILENCE.nextDue(silences(answered))).isEmpty();
        answered.at(SUPERIOR).when(LOOK).thenNothing();
        var ended = answered.when(new EndCase()).andThen();
        ended.at(SUPERIOR).when(LOOK).thenNothing();
        Scenario.of(decider(DEPARTMENTS)).when(LOOK).thenNothing();
    }

    @Test
    void nobody_is_asked_while_the_case_is_part_of_another_and_their_time_begins_after_that() {
        var paused = routed.when(new Pause(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e71")))
                .andThen();
        paused.at(SUPERIOR).when(LOOK).thenNothing();
        Instant back = Instant.parse("2026-03-10T07:00:00Z");
        var resumed = paused.at(back).when(new Resume()).andThen();

        resumed.at(back).when(LOOK).thenNothing();
        assertThat(dueOf(resumed)).isEqualTo(back.plus(Duration.ofHours(4)));
    }

    @Test
    @Behaviour({"R62", "R65"})
    void whoever_waits_for_another_is_not_reminded_and_their_own_time_begins_with_the_answer() {
        var chain = routed.given(told(help()));

        assertThat(silences(chain).speaking()).extracting(Silence::on).containsExactly(Party.department(LOGISTICS));
        assertThat(chain.at(LIMIT).when(LOOK).events()).isEmpty();
        Instant helped = NOW.plus(Duration.ofHours(2));
        var free = chain.at(helped).when(new NoteAnswer(R2, LOGISTICS)).andThen();
        assertThat(dueOf(free)).isEqualTo(helped.plus(Duration.ofHours(4)));
    }

    @Test
    @Behaviour({"R65", "R70"})
    void whoever_takes_a_request_over_or_gets_it_back_is_asked_anew() {
        var offered = routed.at(LIMIT)
                .when(LOOK)
                .andThen()
                .when(new PassOn(R1, FINANCE, "Not ours.", LOGISTICS))
                .andThen();
        assertThat(silences(offered).open()).isEmpty();

        Instant taken = LIMIT.plus(Duration.ofHours(1));
        var moved = offered.at(taken).when(new NoteAcceptance(R2, LOGISTICS)).andThen();
        assertThat(silences(moved).open())
                .containsExactly(Silence.beginning(R2.value(), Party.department(LOGISTICS), null, taken, 0));

        Instant unanswered = LIMIT.plus(Duration.ofDays(2));
        var back = offered.at(unanswered).when(LOOK).andThen();
        assertThat(silences(back).open()).containsExactly(Silence.beginning(R1.value(), ON, null, unanswered, 0));

        var authority = offered.at(taken)
                .when(new PassOn(R2, LOGISTICS, "Not ours.", DESK))
                .andThen();
        assertThat(silences(authority).open())
                .containsExactly(
                        Silence.beginning(RequestId.of(CASE, 3).value(), Party.department(SENIOR), null, taken, 0));
    }

    @Test
    @Behaviour({"R65", "R94"})
    void a_question_back_is_a_wait_and_whoever_asked_it_is_not_reminded() {
        Party andrei = Party.consultant("andrei");
        var asked =
                routed.when(new NoteQuestion(R1, "q1", FINANCE, andrei, NOW)).andThen();

        assertThat(silences(asked).speaking()).containsExactly(Silence.beginning("q1", andrei, R1.value(), NOW));
        Instant due = dueOf(asked);
        asked.at(due).when(LOOK).then(told(new WaitReminded(CASE, "q1", andrei, NOW, due, due)));

        var answered = asked.at(DEPUTY).when(new NoteAnswerToQuestion(R1, "q1")).andThen();
        assertThat(silences(answered).open()).containsExactly(Silence.beginning(R1.value(), ON, null, DEPUTY, 0));
    }

    @Test
    @Behaviour("R75")
    void an_agreed_date_is_the_limit_of_the_wait_and_a_later_one_the_customers_date() {
        Instant sooner = DUE.minusSeconds(3600);
        Instant later = DUE.plus(Duration.ofDays(2));
        var agreed = routed.at(LIMIT)
                .when(new NoteAgreedDate(R1, FINANCE, sooner, LIMIT))
                .andThen();
        assertThat(RoutingState.waiting(agreed.state()).asked())
                .extracting(Waiting.Asked::limit)
                .containsExactly(sooner);
        agreed.when(LOOK).thenNothing();
        agreed.when(new NoteAgreedDate(R1, FINANCE, sooner, LIMIT)).thenNothing();
        agreed.when(new NoteAgreedDate(R1, LOGISTICS, later, LIMIT)).thenRejected("not-your-request");
        agreed.when(new NoteAgreedDate(R2, FINANCE, later, LIMIT)).thenRejected("unknown-request");

        assertThat(agreed.when(new NoteAgreedDate(R1, FINANCE, later, DEPUTY)).events())
                .contains(told(
                        new DateReestimated(CASE, DUE, later, "Finance needs longer, and that was agreed.", LIMIT)));
    }

    @Test
    @Behaviour({"R65", "R75"})
    void who_does_not_answer_an_offered_date_is_reminded_and_deputy_and_superior_are_asked_before_it_lapses() {
        Instant half = NOW.plus(Duration.ofHours(2));
        Instant threeQuarters = NOW.plus(Duration.ofHours(3));
        Instant sevenEighths = NOW.plus(Duration.ofMinutes(210));
        var offered = routed.when(offer(Party.consultant("andrei"), ON, LIMIT)).andThen();

        var reminded =
                offered.at(half).when(LOOK).then(told(new WaitReminded(CASE, "agreement:r1", ON, NOW, half, half)));
        var deputy = reminded.at(threeQuarters)
                .when(LOOK)
                .then(told(new WaitEscalated(CASE, "agreement:r1", ON, Level.DEPUTY, SILVIA, threeQuarters)));
        deputy.at(sevenEighths)
                .when(LOOK)
                .then(told(new WaitEscalated(
                        CASE, "agreement:r1", ON, Level.SUPERIOR, Party.department(SENIOR), sevenEighths)))
                .when(new EndOffer(R1, FINANCE))
                .andThen()
                .at(LIMIT)
                .when(LOOK)
                .then(told(new WaitReminded(CASE, R1.value(), ON, NOW, LIMIT, LIMIT)));
    }

    @Test
    @Behaviour("R75")
    void who_offers_another_date_instead_is_waited_on_no_more_but_waits_and_is_not_silent() {
        Instant later = NOW.plus(Duration.ofHours(1));
        var countered = routed.when(offer(Party.consultant("andrei"), ON, LIMIT))
                .andThen()
                .at(later)
                .when(new NoteOffer(R1, FINANCE, ON, Party.consultant("andrei"), later, LIMIT))
                .andThen();

        assertThat(silences(countered).open())
                .extracting(Silence::waitId, Silence::on, Silence::since)
                .containsExactlyInAnyOrder(
                        tuple(R1.value(), ON, later), tuple("agreement:r1", Party.consultant("andrei"), later));
        assertThat(silences(countered
                                .when(new NoteAgreedDate(R1, FINANCE, DUE, later))
                                .andThen())
                        .open())
                .extracting(Silence::waitId)
                .containsExactly(R1.value());
    }

    @Test
    void nobody_is_silent_about_an_offer_for_which_there_is_no_working_time() {
        Instant evening = Instant.parse("2026-03-02T20:00:00Z");
        var offered = routed.at(evening)
                .when(new NoteOffer(
                        R1, FINANCE, Party.consultant("andrei"), ON, evening, evening.plus(Duration.ofHours(2))))
                .andThen();

        assertThat(silences(offered).open())
                .filteredOn(it -> it.until() != null)
                .singleElement()
                .satisfies(it -> assertThat(SILENCE.dueAt(it)).isEmpty());
    }

    private static NoteOffer offer(Party from, Party to, Instant limit) {
        return new NoteOffer(R1, FINANCE, from, to, NOW, limit);
    }

    @Test
    void what_is_heard_late_does_not_have_said_again_what_was_said_since() {
        var reminded = routed.at(LIMIT).when(LOOK).andThen();

        assertThat(silences(reminded.given(new SilenceBroken(R1.value(), LIMIT.minusSeconds(1)))))
                .isEqualTo(silences(reminded));
    }

    @Test
    void a_date_moves_only_so_often() {
        Scenario<RoutingState, RoutingCommand, RoutingFact> at = routed;
        int moved = 0;
        for (int i = 0; i < 40; i++) {
            Instant now = NOW.plus(Duration.ofDays(7L * (i + 1)));
            var then = at.at(now).when(LOOK);
            moved += (int) then.events().stream()
                    .filter(it -> it instanceof Published(DateReestimated _))
                    .count();
            at = then.andThen();
            if (i % 4 == 3) {
                at = at.at(now).when(new NoteProgress(R1, FINANCE)).andThen();
            }
        }

        assertThat(moved).isEqualTo(SilenceSpeaks.MOST_REESTIMATES);
    }

    @Test
    void above_the_topmost_is_the_person_who_answers_to_the_customer() {
        assertThat(DEPARTMENTS.superiorOf(SENIOR)).isNull();
        assertThat(DEPARTMENTS.superiorOf(DESK)).isEqualTo(SENIOR);
        var step = routed.when(new RoutingCommand.HaveStepDone("s1", SENIOR, "Decide."))
                .andThen();
        List<RoutingFact> all = new java.util.ArrayList<>();
        for (int hours = 1; hours < 200; hours++) {
            var then = step.at(NOW.plus(Duration.ofHours(hours))).when(LOOK);
            all.addAll(then.events());
            step = then.andThen();
        }

        assertThat(all)
                .filteredOn(it ->
                        it instanceof Published(WaitEscalated e) && e.waitedOn().equals(Party.department(SENIOR)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Published.class,
                        it -> assertThat(((WaitEscalated) it.event()).to()).isEqualTo(Party.consultant("andrei")));
    }

    @Test
    @Behaviour("R65")
    void who_is_away_is_not_reminded_but_the_deputy_is_asked_at_once() {
        var away = new NoticeTime(new Absences(List.of(absence("a1", ON, SILVIA))));
        var asked = routed.when(away).then(told(new WaitEscalated(CASE, R1.value(), ON, Level.DEPUTY, SILVIA, NOW)));

        asked.when(away).thenNothing();
        assertThat(state(asked).requests()).first().isInstanceOf(Request.Open.class);
        assertThat(dueOf(asked)).isEqualTo(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void a_deputy_who_is_away_has_a_deputy_and_a_circle_of_them_has_none() {
        Party boss = Party.consultant("boss");
        Absences chain = new Absences(List.of(absence("a1", ON, SILVIA), absence("a2", SILVIA, boss)));
        Absences circle = new Absences(List.of(absence("a1", ON, SILVIA), absence("a2", SILVIA, ON)));

        assertThat(chain.actingFor(ON, NOW)).contains(boss);
        assertThat(chain.actingFor(boss, NOW)).isEmpty();
        assertThat(chain.actingFor(ON, NOW.plus(Duration.ofDays(14)))).isEmpty();
        assertThat(circle.actingFor(ON, NOW)).isEmpty();
        routed.when(new NoticeTime(circle)).thenNothing();
    }

    @Test
    void an_absence_is_noted_once_ends_early_or_by_itself_and_is_no_case() {
        Absence absence = absence("a1", ON, SILVIA);
        var noted = Scenario.of(decider(DEPARTMENTS))
                .at(NOW)
                .when(new NoteAbsence(absence))
                .then(new AbsenceNoted(absence));
        Instant over = absence.until();

        noted.when(new NoteAbsence(absence)).thenNothing();
        noted.when(new NoteAbsence(absence("a1", ON, Party.consultant("boss")))).thenRejected("idempotency-key-reused");
        noted.when(LOOK).thenNothing();
        noted.at(over).when(LOOK).then(new AbsenceEnded(over)).when(LOOK).thenNothing();
        noted.at(DUE)
                .when(new EndAbsence())
                .then(new AbsenceEnded(DUE))
                .when(new EndAbsence())
                .thenNothing();
        noted.when(new EndCase()).thenRejected("not-a-case");
        routed.when(new EndAbsence()).thenRejected("not-an-absence");
    }

    @Test
    void what_is_wrong_with_presence_is_told_in_a_sentence() {
        assertThatThrownBy(() -> departments(new Presence("nights", null, null, null, null, null)))
                .hasMessage("Expected a declared calendar for the department finance, but got nights");
        assertThatThrownBy(() -> departments(new Presence(null, null, new DepartmentCode("board"), null, null, null)))
                .hasMessage("Expected a registered department as superior of finance, but got board");
        assertThatThrownBy(() -> departments(new Presence(null, ON, null, null, null, null)))
                .hasMessage("Expected somebody else as deputy of finance");
        assertThatThrownBy(() -> departments(new Presence(null, null, FINANCE, null, null, null)))
                .hasMessageContaining("go in a circle");
        assertThatThrownBy(() -> new Presence(null, null, null, 0, null, null))
                .hasMessage("Expected remindAfterHours of 1 to 2000, but got 0");
    }

    private static RequestRaised help() {
        return new RequestRaised(
                CASE,
                R2,
                LOGISTICS,
                RequestKind.INFORMATION,
                "overcharge",
                "When did the parcel leave?",
                "You charged me twice!",
                "en",
                null,
                NOW,
                DUE,
                R1,
                null,
                null);
    }

    private static Absence absence(String id, Party who, Party deputy) {
        return new Absence(id, who, NOW, NOW.plus(Duration.ofDays(14)), deputy, null, "boss", NOW);
    }

    private static Published told(RoutingEvent event) {
        return new Published(event);
    }

    private static Routed state(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return (Routed) scenario.state();
    }

    private static Silences silences(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return state(scenario).silences();
    }

    private static Instant dueOf(Scenario<RoutingState, RoutingCommand, RoutingFact> scenario) {
        return SILENCE.nextDue(silences(scenario)).orElseThrow();
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> routed(Departments departments) {
        return Scenario.of(decider(departments))
                .at(NOW)
                .when(new HearComplaint(complaint()))
                .andThen()
                .when(new Route(about("overcharge")))
                .andThen();
    }

    private static RoutingDecider decider(Departments departments) {
        return new RoutingDecider(departments, Shipped.TABLE);
    }

    private static Complaint complaint() {
        return new Complaint(
                CASE,
                new Owner("andrei", "Andrei Pop", DESK),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "en",
                "You charged me twice!",
                "webshop");
    }

    private static Diagnosis about(String nature) {
        return new Diagnosis(
                List.of(new Hypothesis(nature, Cause.SERVICE_FAILURE, 0.9, List.of(), "rule")), false, false);
    }

    private static Departments departments(Presence ofFinance) {
        Map<DayOfWeek, List<Shift>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() < 6) {
                week.put(day, List.of(Shift.of("09:00-17:00")));
            }
        }
        WorkCalendar office = WorkCalendar.of(ZoneId.of("Europe/Bucharest"), week, Holidays.NONE);
        return new Departments(
                List.of(
                        new Department(FINANCE, "Finance", List.of(), 8, List.of(), ofFinance, null),
                        new Department(LOGISTICS, "Logistics", List.of(), 24),
                        new Department(SENIOR, "Senior management", List.of(), 24),
                        new Department(DESK, "Front desk", List.of(), 24)),
                SENIOR,
                DESK,
                Map.of("office", office));
    }
}
