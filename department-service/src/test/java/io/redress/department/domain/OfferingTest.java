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
import static io.redress.department.domain.Example.offered;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.DepartmentReply.Accept;
import io.redress.contracts.OwnershipEvent.OfferReturned;
import io.redress.contracts.OwnershipEvent.OfferReturned.Outcome;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.Party;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.DepartmentCommand.EndRequest;
import io.redress.department.domain.DepartmentCommand.GiveLastWord;
import io.redress.department.domain.DepartmentCommand.HearMove;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.HearReturn;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentFact.OfferTaken;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.ReplyTaken;
import io.redress.department.domain.DepartmentFact.RequestEnded;
import io.redress.department.domain.DepartmentFact.RequestGivenAway;
import io.redress.department.domain.DepartmentFact.RequestReopened;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private static final Accept ACCEPT = new Accept("a", R2, LOGISTICS, "Remus");
    private static final Published ACCEPTED =
            new Published(new RequestAccepted(CASE, R2, LOGISTICS, RequestKind.SOLUTION, null, NOW, DUE));

    @Test
    @Behaviour("R70")
    void what_another_department_gives_away_is_not_ours_before_we_say_so() {
        Scenario.of(new DepartmentDecider())
                .when(new TakeRequest(offered(R2, LOGISTICS, FINANCE)))
                .then(new RequestTaken(offered(R2, LOGISTICS, FINANCE)))
                .when(new Reply(ACCEPT))
                .then(new OfferTaken(R2), ACCEPTED)
                .when(new Reply(ACCEPT))
                .thenNothing();
    }

    @Test
    @Behaviour("R70")
    void whoever_works_on_it_or_answers_it_has_accepted_it() {
        DepartmentReply.OnRequest note = progress("p", R2, LOGISTICS);

        asked().when(new Reply(note))
                .then(
                        new OfferTaken(R2),
                        ACCEPTED,
                        new ReplyTaken(note, NOW),
                        new Published(new ProgressReported(CASE, R2, LOGISTICS, "Invoice found.", "Silvia", NOW)));
        assertThat(asked().when(new HearReply(answer("a", R2, LOGISTICS))).events())
                .extracting(it -> it instanceof Published(var event) ? event.getClass() : it.getClass())
                .containsExactly(OfferTaken.class, RequestAccepted.class, ReplyTaken.class, RequestAnswered.class);
    }

    @Test
    @Behaviour("R68")
    void an_offer_is_declined_without_having_been_accepted() {
        assertThat(asked().when(new Reply(decline("d", R2, LOGISTICS, FINANCE))).events())
                .extracting(it -> it instanceof Published(var event) ? event.getClass() : it.getClass())
                .containsExactly(ReplyTaken.class, RequestDeclined.class);
        var declined =
                asked().when(new Reply(decline("d", R2, LOGISTICS, FINANCE))).andThen();
        assertThat(declined.state().request(R2)).isInstanceOf(Request.Declined.class);
        asked().when(new Reply(decline("d", R2, LOGISTICS, LOGISTICS))).thenRejected("right-owner-missing");
    }

    @Test
    void an_offer_that_came_back_is_not_answered_any_more() {
        asked().when(new EndRequest(R2, "It was offered until noon."))
                .then(new RequestEnded(R2, "It was offered until noon.", NOW))
                .when(new Reply(ACCEPT))
                .thenRejected("withdrawn");
    }

    @Test
    @Behaviour("R70")
    void what_nobody_took_over_is_worked_on_again_where_it_was_declined() {
        DepartmentReply.OnRequest decline = decline("d", R1, FINANCE, LOGISTICS);
        var reopened = declined()
                .when(new HearReturn(returned(Outcome.UNANSWERED)))
                .then(new RequestReopened(R1))
                .when(new HearReturn(returned(Outcome.UNANSWERED)))
                .thenNothing();

        // The same decline on its way a second time is no second one.
        reopened.when(new Reply(decline)).thenNothing();
        assertThat(reopened.when(new Reply(answer("a", R1, FINANCE))).events()).hasSize(2);
    }

    @Test
    @Behaviour("R101")
    void what_a_department_declines_stays_its_own_until_somebody_else_has_taken_it_over() {
        var moved =
                new OwnershipMoved(CASE, R1, Party.department(FINANCE), Party.department(LOGISTICS), "Not ours.", NOW);
        var onOffer = declined();
        assertThat(onOffer.state().request(R1)).isInstanceOf(Request.OnOffer.class);

        var given = onOffer.when(new HearMove(moved)).then(new RequestGivenAway(R1));
        assertThat(given.state().request(R1)).isInstanceOf(Request.Declined.class);
        given.when(new HearMove(moved)).thenNothing();
    }

    @Test
    void what_others_declined_goes_to_the_authority_and_not_back() {
        declined().when(new HearReturn(returned(Outcome.DECLINED))).thenNothing();
    }

    @Test
    @Behaviour("R70")
    void whoever_was_assigned_cannot_decline_and_whoever_assigned_is_done() {
        var moved = new OwnershipMoved(
                CASE, R1, Party.department(FINANCE), Party.department(LOGISTICS), "They promised it.", NOW);
        open().given(new DepartmentFact.LastWordGiven(R1))
                .when(new HearMove(moved))
                .then(new RequestEnded(R1, "They promised it.", NOW))
                .when(new HearMove(moved))
                .thenNothing();

        open().when(new GiveLastWord(R1))
                .andThen()
                .when(new Reply(decline("d", R1, FINANCE, LOGISTICS)))
                .thenRejected("authority-decides");
    }

    private static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked() {
        return Scenario.of(new DepartmentDecider()).given(new RequestTaken(offered(R2, LOGISTICS, FINANCE)));
    }

    private static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> open() {
        return Scenario.of(new DepartmentDecider()).given(new RequestTaken(raised(R1, FINANCE)));
    }

    private static Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> declined() {
        return open().when(new Reply(decline("d", R1, FINANCE, LOGISTICS))).andThen();
    }

    private static OfferReturned returned(Outcome outcome) {
        return new OfferReturned(
                CASE, R1, Party.department(FINANCE), Party.department(LOGISTICS), outcome, null, NOW, null, null);
    }
}
