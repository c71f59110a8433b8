package io.redress.department.domain;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.decline;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.Claim;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DepartmentReply.OnRequest;
import io.redress.contracts.DepartmentReply.Progress;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.GiveLastWord;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.EarlyRepliesForgotten;
import io.redress.department.domain.DepartmentFact.EarlyReplyKept;
import io.redress.department.domain.DepartmentFact.LastWordGiven;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.ReplyTaken;
import io.redress.department.domain.DepartmentFact.RequestEnded;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DepartmentDeciderTest {
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> nothingYet =
            Scenario.of(new DepartmentDecider());
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider()).given(new RequestTaken(raised(R1, FINANCE)));

    private final RequestAccepted accepted =
            new RequestAccepted(CASE, R1, FINANCE, RequestKind.SOLUTION, null, NOW, DUE);
    private final RequestAnswered answered = new RequestAnswered(
            CASE,
            R1,
            FINANCE,
            RequestKind.SOLUTION,
            null,
            true,
            "The invoice contains the fee twice.",
            List.of(new Claim("refund.amount", "120.00 EUR", null)),
            List.of(),
            "Silvia",
            NOW,
            null,
            null,
            DUE);

    @Test
    @Behaviour("R57")
    void a_raised_request_is_accepted_once_with_its_date() {
        nothingYet
                .when(new TakeRequest(raised(R1, FINANCE)))
                .then(new RequestTaken(raised(R1, FINANCE)), new Published(accepted))
                .when(new TakeRequest(raised(R1, FINANCE)))
                .thenNothing();
    }

    @Test
    @Behaviour("R6")
    void a_withdrawn_request_is_ended_and_what_is_said_late_is_refused_with_the_reason() {
        var ended = asked.when(new EndRequest(R1, "It was the parcel."))
                .then(new RequestEnded(R1, "It was the parcel.", NOW))
                .when(new EndRequest(R1, "It was the parcel."))
                .thenNothing();

        ended.when(new Reply(answer("a", R1, FINANCE))).thenRejected("withdrawn");
        assertThat(ended.state().request(R1)).isInstanceOf(Request.Withdrawn.class);
    }

    @Test
    void what_is_answered_already_stays_answered() {
        asked.when(new Reply(answer("a", R1, FINANCE))).andThen();

        asked.when(new EndRequest(R1, "It was the parcel.")).thenNothing();
        nothingYet.when(new EndRequest(R1, "It was the parcel.")).thenNothing();
    }

    @Test
    @Behaviour("R83")
    void progress_is_told_before_anybody_asks() {
        Progress note = progress("a", R1, FINANCE);

        asked.when(new Reply(note))
                .then(
                        new ReplyTaken(note, NOW),
                        new Published(new ProgressReported(CASE, R1, FINANCE, "Invoice found.", "Silvia", NOW)))
                .when(new HearReply(note))
                .thenNothing();
    }

    @Test
    void of_many_notes_the_latest_stay_and_all_are_told() {
        IntStream.range(0, 2 * Request.Open.MOST_NOTES)
                .forEach(i -> assertThat(asked.when(new Reply(progress("n" + i, R1, FINANCE)))
                                .events())
                        .hasSize(2)
                        .allSatisfy(asked::given));

        assertThat(asked.state().requests().getFirst().progress())
                .hasSize(Request.Open.MOST_NOTES)
                .last()
                .satisfies(it -> assertThat(it.reply().replyId()).isEqualTo("n199"));
    }

    @Test
    void a_request_is_answered_once_over_whatever_way_the_answer_comes() {
        OnRequest answer = answer("a", R1, FINANCE);

        asked.when(new HearReply(answer)).then(new ReplyTaken(answer, NOW), new Published(answered));
        asked.when(new Reply(answer)).thenNothing();
        asked.when(new HearReply(answer)).thenNothing();
        asked.when(new Reply(answer("b", R1, FINANCE))).thenRejected("already-answered");
        asked.when(new HearReply(progress("c", R1, FINANCE))).thenRejected("already-answered");
        asked.when(new Reply(decline("d", R1, FINANCE, LOGISTICS))).thenRejected("already-answered");
    }

    @Test
    void a_reply_id_stands_for_one_reply() {
        asked.given(new ReplyTaken(progress("a", R1, FINANCE), NOW))
                .when(new Reply(answer("a", R1, FINANCE)))
                .thenRejected("reply-id-reused");
        asked.when(new Reply(new Progress("a", R1, FINANCE, "Silvia", "Something else.")))
                .thenRejected("reply-id-reused");
    }

    @Test
    @Behaviour("R68")
    void a_right_owner_that_is_no_department_is_refused_with_those_that_there_are() {
        var among = Scenario.of(new DepartmentDecider())
                .given(new RequestTaken(raised(R1, FINANCE).among(List.of(FINANCE, LOGISTICS))));

        assertThat(new DepartmentDecider()
                        .decide(
                                among.state(),
                                new Reply(decline("d", R1, FINANCE, new DepartmentCode("procurement"))),
                                NOW))
                .isEqualTo(Decision.reject(
                        "unknown-right-owner",
                        "Expected the right owner to be one of finance, logistics, but got procurement"));
        assertThat(among.when(new Reply(decline("d", R1, FINANCE, LOGISTICS))).events())
                .isNotEmpty();
    }

    @Test
    @Behaviour("R68")
    void a_decline_names_the_right_owner() {
        OnRequest decline = decline("a", R1, FINANCE, LOGISTICS);

        asked.when(new Reply(decline("a", R1, FINANCE, FINANCE))).thenRejected("right-owner-missing");
        asked.when(new Reply(decline))
                .then(
                        new ReplyTaken(decline, NOW),
                        new Published(new RequestDeclined(CASE, R1, FINANCE, "Not ours.", LOGISTICS, "Silvia", NOW)));
        asked.when(new HearReply(decline)).thenNothing();
        asked.when(new Reply(answer("b", R1, FINANCE))).thenRejected("already-declined");
    }

    @Test
    @Behaviour("R70")
    void who_has_the_last_word_cannot_decline() {
        nothingYet
                .when(new GiveLastWord(R1))
                .then(new LastWordGiven(R1))
                .when(new GiveLastWord(R1))
                .thenNothing()
                .given(new RequestTaken(raised(R1, FINANCE)))
                .when(new Reply(decline("a", R1, FINANCE, LOGISTICS)))
                .thenRejected("authority-decides")
                .when(new Reply(answer("b", R1, FINANCE)))
                .then(new ReplyTaken(answer("b", R1, FINANCE), NOW), new Published(answered));
    }

    @Test
    void a_department_replies_only_to_its_own_requests() {
        asked.when(new Reply(answer("a", R1, LOGISTICS))).thenRejected("not-your-request");
        asked.when(new HearReply(answer("a", R1, LOGISTICS))).thenRejected("not-your-request");
        asked.when(new Reply(answer("a", R2, FINANCE))).thenRejected("unknown-request");
    }

    @Test
    void a_system_that_is_quicker_than_we_are_is_heard_when_the_request_comes() {
        OnRequest note = progress("a", R1, FINANCE);
        OnRequest answer = answer("b", R1, FINANCE);

        nothingYet
                .when(new HearReply(note))
                .then(new EarlyReplyKept(note, NOW.plus(EarlyReplies.KEPT_FOR)))
                .when(new HearReply(note))
                .thenNothing()
                .when(new HearReply(answer))
                .andThen()
                .when(new TakeRequest(raised(R1, FINANCE)))
                .then(
                        new RequestTaken(raised(R1, FINANCE)),
                        new Published(accepted),
                        new ReplyTaken(note, NOW),
                        new Published(new ProgressReported(CASE, R1, FINANCE, "Invoice found.", "Silvia", NOW)),
                        new ReplyTaken(answer, NOW),
                        new Published(answered));
        assertThat(nothingYet.state().early()).isEmpty();
    }

    @Test
    void an_early_reply_of_another_department_is_not_heard() {
        nothingYet
                .when(new HearReply(answer("a", R1, LOGISTICS)))
                .andThen()
                .when(new TakeRequest(raised(R1, FINANCE)))
                .then(
                        new RequestTaken(raised(R1, FINANCE)),
                        new Published(accepted),
                        Refusing.later(
                                answer("a", R1, LOGISTICS),
                                "not-your-request",
                                "Expected a request made to logistics, but " + R1 + " is not",
                                NOW));
    }

    @Test
    void replies_to_requests_that_nobody_raised_take_a_bounded_place_for_a_bounded_time() {
        for (int i = 0; i < EarlyReplies.MOST; i++) {
            nothingYet.when(new HearReply(answer("r" + i, R1, FINANCE))).andThen();
        }
        nothingYet.when(new HearReply(answer("more", R1, FINANCE))).thenRejected("unknown-request");
        nothingYet.when(new DeadlineReached()).thenNothing();

        var later = nothingYet.at(NOW.plus(EarlyReplies.KEPT_FOR));
        assertThat(later.when(new DeadlineReached()).events())
                .hasSize(EarlyReplies.MOST + 1)
                .contains(new EarlyRepliesForgotten(NOW.plus(EarlyReplies.KEPT_FOR)));
        later.when(new DeadlineReached()).andThen();
        assertThat(later.state()).isEqualTo(DepartmentCase.EMPTY);
    }
}
