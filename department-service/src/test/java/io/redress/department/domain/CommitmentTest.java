package io.redress.department.domain;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.helping;
import static io.redress.department.domain.Example.offered;
import static io.redress.department.domain.Example.question;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CommitmentEvent;
import io.redress.contracts.CommitmentEvent.CommitmentCorrected;
import io.redress.contracts.CommitmentEvent.CommitmentJudged;
import io.redress.contracts.CommitmentEvent.CommitmentKept;
import io.redress.contracts.CommitmentEvent.CommitmentMade;
import io.redress.contracts.CommitmentEvent.CommitmentMissed;
import io.redress.contracts.CommitmentEvent.CommitmentReleased;
import io.redress.contracts.CommitmentEvent.MarginsStacked;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.CommitmentCommand.CorrectCommitment;
import io.redress.department.domain.CommitmentCommand.JudgeCommitments;
import io.redress.department.domain.CommitmentCommand.MakeCommitment;
import io.redress.department.domain.CooperationCommand.AnswerQuestion;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.HearMove;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.LearnOwner;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final Instant PROMISED = NOW.plus(Duration.ofHours(10));
    private static final Instant LATER = NOW.plus(Duration.ofHours(30));

    @Test
    @Behaviour({"R80", "R127", "R130", "R131"})
    void a_department_promises_so_much_by_then() {
        var made = open().when(new Reply(commitment("c1", R1, FINANCE, PROMISED)));

        assertThat(told(made.events()))
                .containsExactly(new CommitmentMade(
                        CASE,
                        R1,
                        "commitment-1",
                        FINANCE,
                        ANDREI,
                        "2",
                        "invoices",
                        "Both agree.",
                        "overcharge",
                        PROMISED,
                        "Europe/Bucharest",
                        "Silvia",
                        NOW,
                        DUE));
        made.andThen()
                .when(new HearReply(commitment("c1", R1, FINANCE, PROMISED)))
                .thenNothing();
        made.andThen().when(new HearReply(commitment("c1", R1, FINANCE, LATER))).thenRejected("reply-id-reused");
    }

    @Test
    @Behaviour("R130")
    void what_is_no_commitment_is_refused_with_all_that_is_missing() {
        open().when(new Reply(new DepartmentReply.Commitment(
                        "c1", R1, FINANCE, "Silvia", "0", "invoices", "Both agree.", NOW, "Mars", "a better world")))
                .thenRejected("no-commitment");
        open().when(new Reply(commitment("c1", R1, LOGISTICS, PROMISED))).thenRejected("not-your-request");
        open().when(new Reply(commitment("c1", R2, FINANCE, PROMISED))).thenRejected("unknown-request");
    }

    @Test
    @Behaviour("R133")
    void what_is_promised_is_only_ever_changed_openly() {
        committed().when(new Reply(commitment("c2", R1, FINANCE, LATER))).thenRejected("already-committed");
    }

    @Test
    @Behaviour("R70")
    void whoever_promises_about_what_was_offered_has_accepted_it() {
        var events = decider()
                .when(new TakeRequest(offered(R1, FINANCE, LOGISTICS)))
                .andThen()
                .when(new Reply(commitment("c1", R1, FINANCE, PROMISED)))
                .events();

        assertThat(events.getFirst()).isEqualTo(new DepartmentFact.OfferTaken(R1));
        assertThat(told(events)).hasAtLeastOneElementOfType(CommitmentMade.class);
    }

    @Test
    @Behaviour({"R128", "R129"})
    void what_comparable_work_speaks_against_is_judged_and_only_refused_where_that_is_the_policy() {
        DepartmentReply.Commitment padded = commitment("c1", R1, FINANCE, NOW.plus(Duration.ofHours(90)));
        Map<RequestId, Yardstick> measured = Map.of(R1, hours(20, 10));

        List<DepartmentFact> lenient =
                open().when(new MakeCommitment(padded, measured, false)).events();
        assertThat(told(lenient)).hasAtLeastOneElementOfType(CommitmentJudged.class);
        open().when(new MakeCommitment(padded, measured, true)).thenRejected("unusual-commitment");
        assertThat(told(open().when(new MakeCommitment(
                                commitment("c1", R1, FINANCE, NOW.plus(Duration.ofHours(12))), measured, true))
                        .events()))
                .hasAtLeastOneElementOfType(CommitmentMade.class);
    }

    @Test
    @Behaviour({"R128", "R129"})
    void what_was_promised_over_the_topic_is_judged_once() {
        var judged = committed().when(new JudgeCommitments(Map.of(R1, hours(20, 10))));

        assertThat(told(judged.events())).singleElement().isInstanceOfSatisfying(CommitmentJudged.class, it -> {
            assertThat(it.comparables()).isEqualTo(20);
            assertThat(it.medianSeconds()).isEqualTo(36_000);
            assertThat(it.letters()).hasSize(5);
        });
        judged.andThen().when(new JudgeCommitments(Map.of(R1, hours(20, 10)))).thenNothing();
    }

    @Test
    @Behaviour("R139")
    void an_answer_in_time_and_in_full_keeps_a_commitment() {
        var answered = committed().at(NOW.plusSeconds(60)).when(new Reply(answer("a1", R1, FINANCE)));

        assertThat(told(answered.events()))
                .contains(new CommitmentKept(CASE, R1, "commitment-1", FINANCE, "2", true, true, NOW.plusSeconds(60)));
        answered.andThen().at(LATER).when(new DeadlineReached()).thenNothing();
    }

    @Test
    @Behaviour("R139")
    void a_date_is_missed_in_the_instant_after_it_and_not_only_with_the_answer() {
        Instant next = Settling.nextDue(committed().state()).orElseThrow();
        assertThat(next).isEqualTo(PROMISED.plusMillis(1));
        committed().at(PROMISED).when(new DeadlineReached()).thenNothing();

        var missed = committed().at(next).when(new DeadlineReached());

        assertThat(told(missed.events()))
                .containsExactly(
                        new CommitmentMissed(CASE, R1, "commitment-1", FINANCE, Part.ORIGINAL, PROMISED, PROMISED));
        var late = missed.andThen().at(DUE).when(new Reply(answer("a1", R1, FINANCE)));
        assertThat(told(late.events())).noneMatch(CommitmentKept.class::isInstance);
        assertThat(Settling.nextDue(missed.andThen().state())).isEmpty();
        assertThat(commitment(late.andThen().state()).end())
                .isEqualTo(new Commitment.End.Delivered(DUE, "2", true, false, false, 0));
    }

    @Test
    @Behaviour("R139")
    void what_is_delivered_in_part_is_on_time_but_not_in_full() {
        var answered = committed().at(NOW.plusSeconds(60)).when(new Reply(delivering("1.5")));

        assertThat(told(answered.events()))
                .contains(new CommitmentMissed(
                        CASE, R1, "commitment-1", FINANCE, Part.FULL, PROMISED, NOW.plusSeconds(60)))
                .noneMatch(CommitmentKept.class::isInstance);
    }

    @Test
    @Behaviour("R133")
    void a_correction_keeps_what_was_promised_first() {
        var corrected = committed().at(NOW.plusSeconds(60)).when(correct(Dimension.TIME, LATER, "1"));

        assertThat(told(corrected.events()))
                .containsExactly(new CommitmentCorrected(
                        CASE,
                        R1,
                        "commitment-1",
                        FINANCE,
                        Dimension.TIME,
                        "The supplier is late.",
                        PROMISED,
                        PROMISED,
                        LATER,
                        "2",
                        "1",
                        "Silvia",
                        NOW.plusSeconds(60)));
        var first = corrected.andThen().at(PROMISED.plusMillis(1)).when(new DeadlineReached());
        assertThat(told(first.events()))
                .containsExactly(
                        new CommitmentMissed(CASE, R1, "commitment-1", FINANCE, Part.ORIGINAL, PROMISED, PROMISED));
        var kept = first.andThen().at(LATER).when(new Reply(answer("a1", R1, FINANCE)));
        assertThat(told(kept.events()))
                .contains(new CommitmentKept(CASE, R1, "commitment-1", FINANCE, "1", false, false, LATER));
    }

    @Test
    @Behaviour("R133")
    void a_correction_after_the_date_does_not_heal_it() {
        var late = committed().at(PROMISED.plusSeconds(1)).when(correct(Dimension.TIME, LATER, null));

        assertThat(told(late.events())).anyMatch(CommitmentMissed.class::isInstance);
        Commitment commitment = commitment(late.andThen().state());
        assertThat(commitment.hasMissed(Part.ORIGINAL)).isTrue();
        assertThat(commitment.hasMissed(Part.LATEST)).isFalse();
        assertThat(commitment.corrections()).hasSize(1);
    }

    @Test
    @Behaviour("R133")
    void a_correction_must_say_what_is_promised_instead() {
        committed().when(correct(Dimension.TIME, null, null)).thenRejected("no-correction");
        committed().when(correct(Dimension.TIME, NOW, null)).thenRejected("no-correction");
        committed().when(correct(Dimension.TIME, PROMISED, null)).thenRejected("no-correction");
        committed().when(correct(Dimension.QUALITY, null, "0")).thenRejected("no-correction");
        open().when(correct(Dimension.TIME, LATER, null)).thenRejected("unknown-commitment");
        committed()
                .when(new Reply(answer("a1", R1, FINANCE)))
                .andThen()
                .when(correct(Dimension.TIME, LATER, null))
                .thenRejected("ended");
        var often = committed();
        for (int i = 0; i < Commitment.MOST_CORRECTIONS; i++) {
            often = often.when(correct(Dimension.TIME, LATER.plusSeconds(i), null))
                    .andThen();
        }
        often.when(correct(Dimension.TIME, PROMISED, null)).thenRejected("too-many-corrections");
    }

    @Test
    @Behaviour({"R94", "R130"})
    void the_time_in_which_the_department_waits_for_an_answer_does_not_count() {
        var asked = committed()
                .at(PROMISED.minus(Duration.ofHours(1)))
                .when(new Reply(question("q1", R1, FINANCE)))
                .andThen();
        assertThat(Settling.nextDue(asked.state())).isEmpty();
        asked.at(LATER).when(new DeadlineReached()).thenNothing();

        var answered = asked.at(LATER)
                .when(new AnswerQuestion(CASE, "question-1", new Speaker("andrei", true, Set.of()), "The first."))
                .andThen();

        assertThat(Settling.nextDue(answered.state()))
                .contains(LATER.plus(Duration.ofHours(1)).plusMillis(1));
        var kept = answered.at(LATER.plus(Duration.ofHours(1))).when(new Reply(answer("a1", R1, FINANCE)));
        assertThat(told(kept.events())).anyMatch(CommitmentKept.class::isInstance);
    }

    @Test
    void what_is_not_needed_any_more_is_released_and_nobodys_miss() {
        var ended = committed().when(new EndRequest(R1, "The customer has left."));

        assertThat(told(ended.events()))
                .containsExactly(
                        new CommitmentReleased(CASE, R1, "commitment-1", FINANCE, "The customer has left.", NOW));
        ended.andThen().at(LATER).when(new DeadlineReached()).thenNothing();
    }

    @Test
    @Behaviour("R101")
    void whoever_hands_on_what_it_has_promised_has_not_delivered_in_full() {
        var declined = committed()
                .when(new Reply(Example.decline("d1", R1, FINANCE, LOGISTICS)))
                .andThen();
        assertThat(commitment(declined.state()).hasEnded()).isFalse();

        var taken = declined.when(new HearMove(new OwnershipMoved(
                CASE, R1, Party.department(FINANCE), Party.department(LOGISTICS), "Not ours.", NOW)));

        assertThat(told(taken.events()))
                .singleElement()
                .isInstanceOfSatisfying(
                        CommitmentMissed.class, it -> assertThat(it.part()).isEqualTo(Part.FULL));
    }

    @Test
    @Behaviour("R132")
    void margins_that_stages_add_to_each_other_are_found_once_with_the_honest_date() {
        Map<RequestId, Yardstick> measured = Map.of(R1, hours(20, 4), R2, hours(20, 4));
        Instant childDue = NOW.plus(Duration.ofHours(10));
        Instant parentDue = NOW.plus(Duration.ofHours(20));
        var both = open().when(new TakeRequest(helping(R2, LOGISTICS, R1)))
                .andThen()
                .when(new MakeCommitment(commitment("c2", R2, LOGISTICS, childDue), measured, false))
                .andThen()
                .when(new MakeCommitment(commitment("c1", R1, FINANCE, parentDue), measured, false));

        assertThat(told(both.events()))
                .contains(new MarginsStacked(
                        CASE, List.of(R2, R1), parentDue, NOW.plus(Duration.ofHours(8)), 30, 150, NOW));
        var again = both.andThen().when(new JudgeCommitments(measured));
        assertThat(again.events()).isEmpty();
        var corrected = both.andThen()
                .when(new CorrectCommitment(
                        R1,
                        FINANCE,
                        "commitment-2",
                        Dimension.TIME,
                        "We can be quicker.",
                        NOW.plus(Duration.ofHours(10)).plusSeconds(60),
                        null,
                        "Silvia",
                        measured));
        assertThat(told(corrected.events())).noneMatch(MarginsStacked.class::isInstance);
    }

    @Test
    @Behaviour("R132")
    void without_enough_comparable_work_no_margin_is_claimed() {
        Map<RequestId, Yardstick> measured = Map.of(R1, hours(20, 4), R2, hours(9, 4));
        var both = open().when(new TakeRequest(helping(R2, LOGISTICS, R1)))
                .andThen()
                .when(new Reply(commitment("c2", R2, LOGISTICS, NOW.plus(Duration.ofHours(10)))))
                .andThen()
                .when(new MakeCommitment(
                        commitment("c1", R1, FINANCE, NOW.plus(Duration.ofHours(90))), measured, false));

        assertThat(told(both.events())).noneMatch(MarginsStacked.class::isInstance);
        assertThat(StackedMargins.of(both.andThen().state(), measured, NOW))
                .singleElement()
                .satisfies(it -> assertThat(it.honest()).isNull());
    }

    static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> decider() {
        return Scenario.of(new DepartmentDecider());
    }

    static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> open() {
        return decider()
                .when(new LearnOwner(null, ANDREI))
                .andThen()
                .when(new TakeRequest(raised(R1, FINANCE)))
                .andThen();
    }

    private static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> committed() {
        return open().when(new Reply(commitment("c1", R1, FINANCE, PROMISED))).andThen();
    }

    static DepartmentReply.Commitment commitment(
            String replyId, RequestId request, DepartmentCode department, Instant dueAt) {
        return new DepartmentReply.Commitment(
                replyId,
                request,
                department,
                "Silvia",
                "2",
                "invoices",
                "Both agree.",
                dueAt,
                "Europe/Bucharest",
                "overcharge");
    }

    private static CorrectCommitment correct(Dimension dimension, @Nullable Instant dueAt, @Nullable String quantity) {
        return new CorrectCommitment(
                R1, FINANCE, "commitment-1", dimension, "The supplier is late.", dueAt, quantity, "Silvia", Map.of());
    }

    private static DepartmentReply.Answer delivering(String quantity) {
        return new DepartmentReply.Answer(
                "a1", R1, FINANCE, "Silvia", true, "One of them.", null, null, null, quantity);
    }

    private static Yardstick hours(int many, int each) {
        return new Yardstick(
                new Comparables(
                        Comparables.Scope.NATURE,
                        IntStream.range(0, many)
                                .mapToObj(_ -> Duration.ofHours(each))
                                .toList()),
                WorkCalendar.always(),
                30,
                3,
                1);
    }

    private static Commitment commitment(DepartmentCase state) {
        return Objects.requireNonNull(state.dealings().commitments().get("commitment-1"));
    }

    private static List<CommitmentEvent> told(List<DepartmentFact> facts) {
        return facts.stream()
                .filter(it -> it instanceof Published(var event) && event instanceof CommitmentEvent)
                .map(it -> (CommitmentEvent) ((Published) it).event())
                .toList();
    }
}
