package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentReply.Deviation;
import io.redress.contracts.DepartmentReply.Estimate;
import io.redress.contracts.DeviationEvent;
import io.redress.contracts.DeviationEvent.Basis;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.EstimateOverdue;
import io.redress.contracts.DeviationEvent.Kind;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class FollowingUpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration EVERY = Duration.ofHours(4);
    private static final Speaker FRONT_DESK = new Speaker("andrei", true, Set.of());

    private final List<DepartmentEvent> told = new ArrayList<>();
    private FollowingUp rules = new FollowingUp(new DepartmentDecider(), promising(240, null), KnownWork.NOTHING);
    private DepartmentCase state = rules.initialState();
    private Instant now = NOW;

    @Test
    @Behaviour("R83")
    void a_report_of_progress_that_does_not_come_is_told_once_for_each_interval_and_the_next_begins_anew() {
        begin();
        passes(Duration.ofHours(9));
        say(new Reply(progress("p1", R1, FINANCE)));
        passes(Duration.ofHours(5));

        assertThat(told(ProgressOverdue.class))
                .containsExactly(overdue(NOW, 1, 4), overdue(NOW, 2, 8), overdue(NOW.plus(Duration.ofHours(9)), 1, 13));
    }

    @Test
    @Behaviour("R83")
    void what_was_missed_is_told_even_where_the_report_comes_before_anybody_has_noticed() {
        begin();
        now = now.plus(Duration.ofHours(5));
        say(new Reply(progress("p1", R1, FINANCE)));

        assertThat(told(ProgressOverdue.class)).containsExactly(overdue(NOW, 1, 5));
    }

    @Test
    @Behaviour({"R83", "R94"})
    void while_a_question_is_open_nothing_is_expected_and_then_the_rest_of_the_interval_is_left() {
        begin();
        passes(Duration.ofHours(3));
        say(new Reply(question("q1", R1, FINANCE)));
        passes(Duration.ofHours(10));
        assertThat(told(ProgressOverdue.class)).isEmpty();
        say(new AnswerQuestion(CASE, "question-1", FRONT_DESK, "The one of March."));
        passes(Duration.ofMinutes(59));
        assertThat(told(ProgressOverdue.class)).isEmpty();
        passes(Duration.ofMinutes(1));

        assertThat(told(ProgressOverdue.class)).containsExactly(overdue(NOW, 1, 14));
    }

    @Test
    @Behaviour("R95")
    void an_estimate_is_due_with_the_first_answer_and_told_once_where_it_does_not_come() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, new Ola(120, 1_440)), KnownWork.NOTHING);
        begin();
        passes(Duration.ofHours(12));

        Instant by = NOW.plus(Duration.ofHours(2));
        assertThat(told(EstimateOverdue.class)).containsExactly(new EstimateOverdue(CASE, R1, FINANCE, by, by));
    }

    @Test
    @Behaviour("R95")
    void an_estimate_in_time_leaves_nothing_to_remind_of_and_an_earlier_date_stands() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, new Ola(120, 1_440)), KnownWork.NOTHING);
        begin();
        Instant earlier = DUE.minus(Duration.ofHours(3));
        say(new Reply(new Estimate("e1", R1, FINANCE, "Silvia", earlier, "Two people.", null)));
        passes(Duration.ofHours(12));

        assertThat(told(EstimateOverdue.class)).isEmpty();
        assertThat(told(DeviationReported.class)).isEmpty();
        assertThat(told(EstimateGiven.class))
                .containsExactly(
                        new EstimateGiven(CASE, R1, FINANCE, earlier, true, "Two people.", null, null, "Silvia", NOW));
        assertThat(dueAt()).isEqualTo(DUE);
    }

    @Test
    @Behaviour({"R123", "R124", "R134"})
    void a_later_estimate_is_a_delay_that_needs_a_reason() {
        begin();
        Instant later = DUE.plus(Duration.ofHours(5));
        assertThat(refused(new Estimate("e1", R1, FINANCE, "Silvia", later, null, null)))
                .isEqualTo("reason-missing");
        say(new Reply(new Estimate("e1", R1, FINANCE, "Silvia", later, null, "The supplier is late.")));

        DeviationReported delay = told(DeviationReported.class).getFirst();
        assertThat(delay.kind()).isEqualTo(Kind.DELAY);
        assertThat(delay.newDueAt()).isEqualTo(later).isEqualTo(dueAt());
        assertThat(told(EstimateGiven.class).getFirst().stands()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    @Behaviour({"R123", "R134", "R135", "R136", "R137"})
    void every_kind_of_deviation_is_told_in_each_dimension_and_leaves_its_trace(Kind kind) {
        begin();
        for (Dimension dimension : Dimension.values()) {
            say(new Reply(
                    deviation("d" + dimension, kind, dimension, DUE.plus(Duration.ofDays(1 + dimension.ordinal())))));
        }

        List<DeviationReported> reported = told(DeviationReported.class);
        assertThat(reported).extracting(DeviationReported::dimension).containsExactly(Dimension.values());
        assertThat(reported).extracting(DeviationReported::kind).containsOnly(kind);
        assertThat(reported).extracting(DeviationReported::originalDueAt).containsOnly(DUE);
        assertThat(reported)
                .extracting(DeviationReported::dueAt)
                .containsExactly(DUE, DUE.plus(Duration.ofDays(1)), DUE.plus(Duration.ofDays(2)));
        assertThat(Objects.requireNonNull(state.dealings().deviations().of(R1)).deviations())
                .isEqualTo(reported);
        assertThat(dueAt()).isEqualTo(DUE.plus(Duration.ofDays(3)));
    }

    @Test
    void a_correction_may_come_back_but_not_before_the_date_with_which_the_request_began() {
        begin();
        say(new Reply(deviation("d1", Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(2)))));
        assertThat(refused(deviation("d2", Kind.DELAY, Dimension.TIME, DUE.minusSeconds(1))))
                .isEqualTo("no-honest-date");
        assertThat(refused(deviation("d2", Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(2)))))
                .isEqualTo("no-honest-date");
        assertThat(refused(deviation("d2", Kind.DELAY, Dimension.TIME, NOW))).isEqualTo("no-honest-date");
        assertThat(refused(deviation("d2", Kind.DELAY, Dimension.TIME, NOW.plus(Duration.ofDays(4_000)))))
                .isEqualTo("no-honest-date");
        say(new Reply(deviation("d2", Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(1)))));

        assertThat(dueAt()).isEqualTo(DUE.plus(Duration.ofDays(1)));
    }

    @Test
    @Behaviour({"R123", "R135", "R137"})
    void of_cost_and_quality_a_department_says_what_was_and_what_becomes_and_of_time_its_dates() {
        begin();
        say(new Reply(compared("d1", Dimension.COST, "49.90 EUR", "59.90 EUR")));

        assertThat(told(DeviationReported.class)).singleElement().satisfies(it -> {
            assertThat(it.was()).isEqualTo("49.90 EUR");
            assertThat(it.becomes()).isEqualTo("59.90 EUR");
        });
        assertThat(refused(compared("d2", Dimension.TIME, "Monday", "Tuesday"))).isEqualTo("no-comparison");
        assertThat(refused(compared("d3", Dimension.QUALITY, "oak", null))).isEqualTo("no-comparison");
        assertThat(refused(compared("d4", Dimension.QUALITY, null, "pine"))).isEqualTo("no-comparison");
        assertThat(refused(compared("d5", Dimension.QUALITY, "oak", " "))).isEqualTo("no-comparison");
        assertThat(refused(compared("d6", Dimension.QUALITY, " ", "pine"))).isEqualTo("no-comparison");
    }

    @Test
    void the_same_said_again_is_said_once_and_another_under_the_same_id_is_refused() {
        begin();
        Deviation said = deviation("d1", Kind.MISTAKE, Dimension.QUALITY, null);
        say(new Reply(said));
        say(new HearReply(said));

        assertThat(told(DeviationReported.class)).hasSize(1);
        assertThat(refused(deviation("d1", Kind.MISTAKE, Dimension.COST, null))).isEqualTo("reply-id-reused");
    }

    @Test
    void a_deviation_that_comes_before_its_request_waits_for_it() {
        say(new HearReply(deviation("d1", Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(1)))));
        begin();

        assertThat(dueAt()).isEqualTo(DUE.plus(Duration.ofDays(1)));
        assertThat(Objects.requireNonNull(state.dealings().deviations().of(R1)).originalDueAt())
                .isEqualTo(DUE);
    }

    @Test
    void more_corrections_than_anybody_can_follow_are_refused() {
        begin();
        for (int i = 1; i <= Deviating.MOST; i++) {
            say(new Reply(deviation("d" + i, Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(i)))));
        }

        assertThat(refused(deviation("more", Kind.DELAY, Dimension.TIME, DUE.plus(Duration.ofDays(90)))))
                .isEqualTo("too-many-deviations");
        assertThat(refused(new Estimate("e", R1, FINANCE, "Silvia", DUE.plus(Duration.ofDays(90)), null, "Late.")))
                .isEqualTo("too-many-estimates");
    }

    @Test
    @Behaviour({"R124", "R134"})
    void a_delay_without_a_date_is_asked_for_one() {
        begin();
        say(new Reply(deviation("d1", Kind.DELAY, Dimension.TIME, null)));

        assertThat(told(ReestimateAsked.class))
                .extracting(ReestimateAsked::basis)
                .containsExactly(Basis.REPORT);
    }

    @Test
    @Behaviour("R124")
    void a_date_that_the_history_shows_out_of_reach_is_asked_about_once_and_then_inferred() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), finished(12, 10));
        begin();
        passes(Duration.ofHours(14));
        assertThat(told(ReestimateAsked.class)).isEmpty();
        passes(Duration.ofMinutes(1));

        ReestimateAsked asked = told(ReestimateAsked.class).getFirst();
        assertThat(asked.basis()).isEqualTo(Basis.HISTORY);
        assertThat(asked.comparables()).isEqualTo(12);
        assertThat(asked.neededSeconds()).isEqualTo(Duration.ofHours(10).toSeconds());
        assertThat(asked.answerBy()).isEqualTo(asked.askedAt().plus(Ola.USUAL.firstAnswer()));
        passes(Duration.ofHours(5));
        assertThat(told(ReestimateAsked.class)).hasSize(1);
        DeviationReported inferred = told(DeviationReported.class).getFirst();
        assertThat(inferred.inferred()).isTrue();
        assertThat(inferred.newDueAt())
                .isEqualTo(asked.answerBy().plus(Duration.ofHours(10)))
                .isEqualTo(dueAt());
        assertThat(inferred.evidence()).isEqualTo(asked.evidence());
    }

    @Test
    @Behaviour({"R139", "R140"})
    void what_the_log_alone_has_put_off_makes_no_answer_punctual() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), finished(12, 10));
        begin();
        passes(Duration.ofHours(14).plusMinutes(1));
        passes(Duration.ofHours(5));
        assertThat(dueAt()).isAfter(DUE);
        passes(Duration.between(now, DUE).plusMinutes(1));
        assertThat(now).isBefore(dueAt());

        say(new Reply(answer("a1", R1, FINANCE)));

        assertThat(Delivering.wasOnTime(state, (Request.Answered) Objects.requireNonNull(state.request(R1))))
                .isFalse();
    }

    @Test
    @Behaviour("R124")
    void that_the_date_stands_is_said_with_a_reason_and_is_asked_again_only_when_it_has_passed() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), finished(12, 10));
        begin();
        passes(Duration.ofHours(15));
        assertThat(refused(new Estimate("e1", R1, FINANCE, "Silvia", DUE, null, null)))
                .isEqualTo("reason-missing");
        say(new Reply(new Estimate("e1", R1, FINANCE, "Silvia", DUE, null, "It is nearly done.")));
        assertThat(told(EstimateGiven.class).getFirst().reestimateId()).isEqualTo("reestimate-1");
        passes(Duration.ofHours(8));
        assertThat(told(ReestimateAsked.class)).hasSize(1);
        passes(Duration.ofHours(20));

        assertThat(told(ReestimateAsked.class))
                .extracting(ReestimateAsked::basis)
                .containsExactly(Basis.HISTORY, Basis.DATE);
        assertThat(told(DeviationReported.class))
                .singleElement()
                .satisfies(it -> assertThat(it.inferred()).isTrue());
    }

    @Test
    void too_little_finished_work_infers_nothing_before_the_date_has_passed() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), finished(9, 10));
        begin();
        passes(Duration.ofHours(23));
        assertThat(told(ReestimateAsked.class)).isEmpty();
        passes(Duration.ofHours(1));

        ReestimateAsked asked = told(ReestimateAsked.class).getFirst();
        assertThat(asked.basis()).isEqualTo(Basis.DATE);
        assertThat(asked.comparables()).isNull();
        passes(Duration.ofHours(9));
        assertThat(told(DeviationReported.class).getFirst().newDueAt()).isNull();
        assertThat(dueAt()).isEqualTo(DUE);
    }

    @Test
    void reported_progress_counts_as_half_of_the_work() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), finished(12, 10));
        begin();
        passes(Duration.ofHours(13));
        say(new Reply(progress("p1", R1, FINANCE)));
        passes(Duration.ofHours(5));
        assertThat(told(ReestimateAsked.class)).isEmpty();
        passes(Duration.ofHours(2));

        assertThat(told(ReestimateAsked.class)).hasSize(1);
    }

    @Test
    void a_long_queue_puts_a_date_out_of_reach() {
        rules = new FollowingUp(new DepartmentDecider(), promising(null, null), queue(finished(12, 2), 150));
        begin();

        ReestimateAsked asked = told(ReestimateAsked.class).getFirst();
        assertThat(asked.basis()).isEqualTo(Basis.QUEUE);
        assertThat(asked.position()).isEqualTo(150);
        assertThat(asked.neededSeconds()).isEqualTo(Duration.ofHours(30).toSeconds());
    }

    @Test
    void after_the_answer_nothing_is_expected_any_more() {
        begin();
        say(new Reply(answer("a1", R1, FINANCE)));
        int before = told.size();
        passes(Duration.ofDays(30));

        assertThat(told).hasSize(before);
        assertThat(Deviating.nextDue(state)).isNull();
    }

    /** Whatever happens, at whatever times, and however late the deadlines are noticed. */
    @RepeatedTest(300)
    @Behaviour({"R83", "R94", "R124"})
    void each_missed_interval_is_told_once_none_while_a_question_is_open_and_no_date_moves_in_silence() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        begin();
        Duration worked = Duration.ZERO;
        int expected = 0;
        Instant date = DUE;
        for (int i = 0; i < 60; i++) {
            Duration passed = Duration.ofMinutes(random.nextInt(300));
            boolean standsStill = standsStill();
            if (isOpen() && !standsStill) {
                worked = worked.plus(passed);
            }
            if (random.nextBoolean()) {
                passes(passed);
            } else {
                now = now.plus(passed);
            }
            int before = told.size();
            Duration stood = Duration.between(NOW, now);
            DepartmentCommand command = anything(random, i);
            boolean wasOpen = isOpen();
            say(command);
            List<DepartmentEvent> more = told.subList(before, told.size());
            Instant next = dueAt();
            if (!next.equals(date)) {
                assertThat(more)
                        .as("a date that moved after " + stood)
                        .anyMatch(it -> it instanceof DeviationReported || !standsStill() && standsStill);
                date = next;
            }
            if (wasOpen && more.stream().anyMatch(FollowingUpTest::isNews)) {
                expected += (int) worked.dividedBy(EVERY);
                worked = Duration.ZERO;
            }
        }
        assertThat(told(ProgressOverdue.class).size()).isLessThanOrEqualTo(expected + (int) worked.dividedBy(EVERY));
        say(new DeadlineReached());
        if (isOpen() && !standsStill()) {
            expected += (int) worked.dividedBy(EVERY);
            assertThat(told(ProgressOverdue.class)).hasSize(expected);
        }
        assertThat(told(ProgressOverdue.class)).doesNotHaveDuplicates();
        List<DeviationReported> deviations = told(DeviationReported.class);
        assertThat(deviations.stream().map(DeviationReported::originalDueAt)).allMatch(DUE::equals);
    }

    private static boolean isNews(DepartmentEvent event) {
        return event instanceof DepartmentEvent.ProgressReported
                || event instanceof EstimateGiven
                || event instanceof DeviationReported it && !it.inferred();
    }

    private DepartmentCommand anything(Random random, int i) {
        return switch (random.nextInt(10)) {
            case 0, 1 -> new Reply(question("q" + i, R1, FINANCE));
            case 2, 3, 4 ->
                new AnswerQuestion(CASE, "question-" + (1 + random.nextInt(6)), FRONT_DESK, "The one of March.");
            case 5 -> new Reply(progress("p" + i, R1, FINANCE));
            case 6 ->
                new Reply(deviation(
                        "d" + i, Kind.DELAY, Dimension.TIME, now.plus(Duration.ofHours(1 + random.nextInt(90)))));
            case 7 ->
                new Reply(new Estimate(
                        "e" + i,
                        R1,
                        FINANCE,
                        "Silvia",
                        now.plus(Duration.ofHours(1 + random.nextInt(90))),
                        null,
                        "It turned out so."));
            case 8 -> random.nextInt(20) == 0 ? new Reply(answer("a" + i, R1, FINANCE)) : new DeadlineReached();
            default -> new DeadlineReached();
        };
    }

    private boolean standsStill() {
        return isOpen() && Asking.stoppedSince(state.cooperation().questionsAbout(R1)) != null;
    }

    private boolean isOpen() {
        return state.request(R1) instanceof Request.Open;
    }

    private Instant dueAt() {
        return Objects.requireNonNull(state.request(R1)).ask().dueAt();
    }

    private void begin() {
        say(new LearnOwner(null, ANDREI));
        say(new TakeRequest(raised(R1, FINANCE)));
    }

    /** Time goes on, and whatever comes due is noticed then. */
    private void passes(Duration time) {
        Instant until = now.plus(time);
        for (Instant due = Deviating.nextDue(state);
                due != null && !due.isAfter(until);
                due = Deviating.nextDue(state)) {
            now = due.isAfter(now) ? due : now;
            say(new DeadlineReached());
        }
        now = until;
    }

    private void say(DepartmentCommand command) {
        if (rules.decide(state, command, now) instanceof Decision.Accepted<DepartmentFact>(var facts)) {
            for (DepartmentFact fact : facts) {
                state = rules.evolve(state, fact);
                if (fact instanceof Published(var event)) {
                    told.add(event);
                }
            }
        }
        DepartmentCase stored = JSON.readValue(JSON.writeValueAsBytes(state), DepartmentCase.class);
        assertThat(stored).isEqualTo(state);
    }

    private @Nullable String refused(io.redress.contracts.DepartmentReply reply) {
        return rules.decide(state, new Reply(reply), now) instanceof Decision.Rejected<DepartmentFact>(var code, var _)
                ? code
                : null;
    }

    private <T extends DeviationEvent> List<T> told(Class<T> type) {
        return told.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static ProgressOverdue overdue(Instant since, int missed, int hours) {
        return new ProgressOverdue(
                CASE, R1, FINANCE, since, EVERY.toSeconds(), missed, NOW.plus(Duration.ofHours(hours)));
    }

    private static Deviation compared(
            String replyId, Dimension dimension, @Nullable String was, @Nullable String becomes) {
        return new Deviation(
                replyId,
                R1,
                FINANCE,
                "Silvia",
                Kind.FINANCIAL,
                dimension,
                "The tariff has changed.",
                null,
                null,
                was,
                becomes);
    }

    private static Deviation deviation(String replyId, Kind kind, Dimension dimension, @Nullable Instant newDueAt) {
        return new Deviation(replyId, R1, FINANCE, "Silvia", kind, dimension, "The supplier is late.", newDueAt, null);
    }

    private static Charters promising(@Nullable Integer progressEveryMinutes, @Nullable Ola ola) {
        return Charters.of(List.of(new Charter(
                FINANCE,
                1,
                new CharterContent(null, null, ola, null, null, null, progressEveryMinutes, null, null),
                WorkCalendar.always())));
    }

    private static KnownWork finished(int comparables, int hours) {
        return queue(comparables, hours, OptionalInt.empty());
    }

    private static KnownWork queue(KnownWork work, int position) {
        return new KnownWork() {
            @Override
            public Optional<Comparables> comparableTo(Request.Ask ask) {
                return work.comparableTo(ask);
            }

            @Override
            public OptionalInt position(Request.Ask ask) {
                return OptionalInt.of(position);
            }
        };
    }

    private static KnownWork queue(int comparables, int hours, OptionalInt position) {
        return new KnownWork() {
            @Override
            public Optional<Comparables> comparableTo(Request.Ask ask) {
                return Optional.of(new Comparables(
                        Comparables.Scope.NATURE,
                        IntStream.range(0, comparables)
                                .mapToObj(_ -> Duration.ofHours(hours))
                                .toList()));
            }

            @Override
            public OptionalInt position(Request.Ask ask) {
                return position;
            }
        };
    }
}
