package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.helping;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DeliveryEvent.DeliveryRated;
import io.redress.contracts.DeliveryEvent.ThanksOutcomeAttached;
import io.redress.contracts.DeliveryEvent.ThanksProposed;
import io.redress.contracts.DeliveryEvent.ThanksSent;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DeliveryCommand.HearOutcome;
import io.redress.department.domain.DeliveryCommand.HearProposal;
import io.redress.department.domain.DeliveryCommand.Rate;
import io.redress.department.domain.DeliveryCommand.SendBack;
import io.redress.department.domain.DeliveryCommand.Thank;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.ThanksWeekCommand.TakePlace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveringTest {
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker OF_FINANCE = Speaker.of(FINANCE, "petra");
    private static final Speaker OF_LOGISTICS = Speaker.of(LOGISTICS, "remus");
    private static final Duration WITHIN = Duration.ofDays(2);
    private static final int CLICKS = 500;
    private static final DepartmentCode FRONT_DESK = new DepartmentCode("front-desk");

    private final DepartmentRules rules = new DepartmentRules(new DepartmentDecider());
    private DepartmentState state = rules.initialState();

    @Test
    @Behaviour("R84")
    void an_incomplete_answer_goes_back_once_and_its_date_moves_by_the_time_it_was_taken_for_done() {
        Instant answered = NOW.plus(Duration.ofHours(20));
        asked();
        decide(new Reply(answer("a1", R1, FINANCE)), answered);

        Instant back = answered.plus(Duration.ofHours(3));
        List<DepartmentEvent> told = decide(back("k1", "Half of it."), back);

        assertThat(told)
                .containsExactly(new AnswerSentBack(
                        Example.CASE,
                        R1,
                        FINANCE,
                        ANDREI,
                        "Half of it.",
                        List.of("invoice 2"),
                        "andrei",
                        Example.DUE.plus(Duration.ofHours(3)),
                        back,
                        null));
        assertThat(request(R1)).isInstanceOf(Request.Open.class);
        assertThat(decide(back("k1", "Half of it."), back)).isEmpty();
        assertThat(refusal(back("k1", "Other."), back)).isEqualTo("key-reused");
        // A late repetition of the first answer is none.
        assertThat(decide(new Reply(answer("a1", R1, FINANCE)), back)).isEmpty();
        decide(new Reply(answer("a2", R1, FINANCE)), back);
        assertThat(refusal(back("k2", "Still half."), back)).isEqualTo("sent-back-before");
        assertThat(decide(rate(null, null, null, false), back))
                .containsExactly(new DeliveryRated(Example.CASE, R1, FINANCE, ANDREI, true, false, null, back));
    }

    @Test
    @Behaviour("R84")
    void an_answer_goes_back_only_in_time_and_before_the_customer_reads_what_rests_on_it() {
        asked();
        assertThat(refusal(back("k1", "Half."), NOW)).isEqualTo("not-answered");
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
        assertThat(refusal(back("k1", "Half."), NOW.plus(WITHIN).plusSeconds(1)))
                .isEqualTo("too-late");
        assertThat(refusal(new SendBack(R1, FINANCE, "k", OF_LOGISTICS, "Half.", List.of(), WITHIN), NOW))
                .isEqualTo("unknown-request");
        decide(new HearProposal(NOW.plusSeconds(1)), NOW);
        assertThat(refusal(back("k1", "Half."), NOW)).isEqualTo("gone-on");
    }

    @Test
    void help_has_gone_on_once_the_answer_that_it_was_for_is_given() {
        asked();
        decide(new TakeRequest(helping(R2, LOGISTICS, R1)), NOW);
        decide(new Reply(answer("a2", R2, LOGISTICS)), NOW);
        SendBack back = new SendBack(R2, LOGISTICS, "k", OF_FINANCE, "Half.", List.of(), WITHIN);
        DepartmentState before = state;
        assertThat(decide(back, NOW)).hasSize(1);
        state = before;
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
        assertThat(refusal(back, NOW)).isEqualTo("gone-on");
    }

    @Test
    @Behaviour({"R84", "R140"})
    void whoever_asked_may_see_it_otherwise_than_the_dates_with_words_and_corrects_that_once() {
        asked();
        assertThat(refusal(rate(null, null, null, false), NOW)).isEqualTo("unknown-request");
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
        assertThat(refusal(rate(false, null, null, false), NOW)).isEqualTo("words-missing");
        assertThat(decide(rate(false, null, "We needed it on Monday.", false), NOW))
                .containsExactly(new DeliveryRated(
                        Example.CASE, R1, FINANCE, ANDREI, false, true, "We needed it on Monday.", NOW));
        assertThat(refusal(rate(true, null, null, false), NOW)).isEqualTo("rated-before");
        assertThat(decide(rate(true, null, null, true), NOW)).hasAtLeastOneElementOfType(DeliveryRated.class);
        assertThat(decide(rate(true, null, null, true), NOW)).isEmpty();
        assertThat(refusal(rate(null, false, "No.", true), NOW)).isEqualTo("corrected-before");
    }

    @Test
    @Behaviour("R98")
    void what_came_early_proposes_thanks_that_only_people_send_and_the_outcome_follows_once() {
        asked();
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
        assertThat(decide(rate(null, null, null, false), NOW))
                .filteredOn(ThanksProposed.class::isInstance)
                .containsExactly(new ThanksProposed(
                        Example.CASE,
                        R1,
                        FINANCE,
                        ANDREI,
                        "It was complete at once, and came 24 h 0 min before its date.",
                        NOW));
        assertThat(decide(new Thank(R1, FINANCE, CONSULTANT, null), NOW))
                .containsExactly(new ThanksSent(Example.CASE, R1, FRONT_DESK, FINANCE, null, "andrei", NOW));
        assertThat(decide(new Thank(R1, FINANCE, CONSULTANT, null), NOW)).isEmpty();
        assertThat(refusal(new Thank(R1, FINANCE, CONSULTANT, "And again."), NOW))
                .isEqualTo("thanked-before");

        Instant chosen = NOW.plusSeconds(120);
        assertThat(decide(new HearOutcome("accepted", chosen), chosen))
                .containsExactly(new ThanksOutcomeAttached(Example.CASE, R1, FRONT_DESK, FINANCE, "accepted", chosen));
        assertThat(decide(new HearOutcome("closed", chosen), chosen)).isEmpty();
        // The other side thanks a good client, and knows at once what became of it.
        assertThat(decide(new Thank(R1, FINANCE, OF_FINANCE, "All papers were there."), chosen))
                .hasSize(2)
                .last()
                .isInstanceOf(ThanksOutcomeAttached.class);
    }

    @Test
    @Behaviour("R98")
    void nobody_thanks_themselves_or_for_what_they_have_no_part_in() {
        asked();
        decide(new TakeRequest(helping(R2, FINANCE, R1)), NOW);
        decide(new Reply(answer("a1", R1, FINANCE)), NOW);
        decide(new Reply(answer("a2", R2, FINANCE)), NOW);
        assertThat(refusal(new Thank(R2, FINANCE, OF_FINANCE, null), NOW)).isEqualTo("own-work");
        assertThat(refusal(new Thank(R1, FINANCE, new Speaker("silvia", true, Set.of()), null), NOW))
                .isEqualTo("own-work");
        assertThat(refusal(new Thank(R1, FINANCE, new Speaker("andrei", true, Set.of(FINANCE)), null), NOW))
                .isEqualTo("own-work");
        assertThat(refusal(new Thank(R1, FINANCE, OF_LOGISTICS, null), NOW)).isEqualTo("unknown-request");
    }

    @Test
    void what_comes_late_proposes_nothing() {
        asked();
        decide(new Reply(answer("a1", R1, FINANCE)), Example.DUE.minusSeconds(60));
        assertThat(decide(rate(null, null, null, false), Example.DUE)).noneMatch(ThanksProposed.class::isInstance);
    }

    @Test
    @Behaviour({"R84", "R98"})
    void whatever_is_clicked_an_answer_goes_back_at_most_once_and_a_week_holds_no_more_thanks_than_it_may() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        asked();
        DepartmentState week = rules.initialState();
        int backs = 0;
        Instant now = NOW;
        for (int i = 0; i < CLICKS; i++) {
            now = now.plusSeconds(random.nextInt(60));
            DepartmentCommand click = switch (random.nextInt(4)) {
                case 0 -> back("k" + random.nextInt(3), "Half " + random.nextInt(2));
                case 1 -> new Reply(answer("a" + random.nextInt(CLICKS), R1, FINANCE));
                case 2 -> rate(random.nextBoolean(), null, "So.", random.nextBoolean());
                default -> new Thank(R1, FINANCE, random.nextBoolean() ? CONSULTANT : OF_FINANCE, null);
            };
            if (rules.decide(state, click, now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                backs += (int) facts.stream()
                        .filter(DeliveryFact.SentBack.class::isInstance)
                        .count();
                state = facts.stream().reduce(state, rules::evolve, (_, last) -> last);
            }
            TakePlace place = new TakePlace(RequestId.of(Example.CASE, 1 + random.nextInt(60)), 20);
            if (rules.decide(week, place, now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
                week = facts.stream().reduce(week, rules::evolve, (_, last) -> last);
            }
            assertThat(backs).as("seed %d", seed).isLessThanOrEqualTo(1);
            assertThat(DepartmentRules.caseOf(state).dealings().deliveries().thanks())
                    .as("seed %d", seed)
                    .hasSizeLessThanOrEqualTo(2);
        }
        assertThat(((ThanksWeek) week).requests())
                .as("seed %d", seed)
                .hasSize(20)
                .doesNotHaveDuplicates();
    }

    private void asked() {
        decide(new LearnOwner(null, ANDREI), NOW);
        decide(new TakeRequest(raised(R1, FINANCE)), NOW);
    }

    private static SendBack back(String key, String reason) {
        return new SendBack(R1, FINANCE, key, CONSULTANT, reason, List.of("invoice 2"), WITHIN);
    }

    private static Rate rate(
            @Nullable Boolean onTime, @Nullable Boolean complete, @Nullable String words, boolean corrects) {
        return new Rate(R1, FINANCE, CONSULTANT, onTime, complete, words, corrects);
    }

    private @Nullable Request request(RequestId id) {
        return DepartmentRules.caseOf(state).request(id);
    }

    private List<DepartmentEvent> decide(DepartmentCommand command, Instant now) {
        Decision<DepartmentFact> decision = rules.decide(state, command, now);
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        List<DepartmentFact> facts = ((Decision.Accepted<DepartmentFact>) decision).events();
        state = facts.stream().reduce(state, rules::evolve, (_, last) -> last);
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> ((Published) it).event())
                .toList();
    }

    private String refusal(DepartmentCommand command, Instant now) {
        Decision<DepartmentFact> decision = rules.decide(state, command, now);
        assertThat(decision).isInstanceOf(Decision.Rejected.class);
        return ((Decision.Rejected<DepartmentFact>) decision).code();
    }
}
