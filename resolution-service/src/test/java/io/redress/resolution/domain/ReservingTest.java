package io.redress.resolution.domain;

import static io.redress.resolution.domain.Cases.FINANCE;
import static io.redress.resolution.domain.Cases.NOW;
import static io.redress.resolution.domain.Cases.REFUND;
import static io.redress.resolution.domain.Offers.NEW_MODEM;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.ReservationEvent.MissingReason;
import io.redress.contracts.ReservationEvent.OptionUnavailable;
import io.redress.contracts.ReservationEvent.ReleaseReason;
import io.redress.contracts.ReservationEvent.ReservationHeld;
import io.redress.contracts.ReservationEvent.ReservationLapsed;
import io.redress.contracts.ReservationEvent.ReservationReleased;
import io.redress.contracts.ReservationEvent.ReservationTaken;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.resolution.domain.ClearanceCommand.Clear;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Drafted;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Executing;
import io.redress.resolution.domain.Progress.Proposed;
import io.redress.resolution.domain.PromiseCommand.LearnImpossible;
import io.redress.resolution.domain.ResolutionCommand.Choose;
import io.redress.resolution.domain.ResolutionCommand.DeadlineReached;
import io.redress.resolution.domain.ResolutionCommand.LearnPause;
import io.redress.resolution.domain.ResolutionCommand.LearnResumption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservingTest {
    private final Offers offers = new Offers();

    @Test
    void nobody_sees_an_offer_before_what_it_needs_is_held() {
        offers.declare("1");
        String caseId = offers.offered();
        assertThat(offers.known(caseId).progress())
                .isInstanceOfSatisfying(
                        Drafted.class, it -> assertThat(it.awaiting()).containsExactly("reserve:o1:modems"));

        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("replacement", "refund");
        assertThat(offers.told(caseId, ReservationHeld.class)).hasSize(1);
        assertThat(offers.resource().holds())
                .extracting(Hold::until)
                .containsExactly(offers.proposal(caseId).validUntil().plus(Reservation.GRACE));
    }

    @Test
    @Behaviour("R104")
    void what_is_not_there_is_not_offered() {
        offers.declare("1");
        String first = offers.offered();
        String second = offers.offered();

        offers.settle();

        assertThat(offers.kinds(first)).containsExactly("replacement", "refund");
        assertThat(offers.kinds(second)).containsExactly("refund");
        assertThat(offers.proposal(second).disclosure()).isNull();
        assertThat(offers.proposal(second).singleOptionReason()).isNotBlank();
        assertThat(offers.told(second, OptionUnavailable.class))
                .extracting(OptionUnavailable::reason)
                .containsExactly(MissingReason.NOT_ENOUGH);
    }

    @Test
    void where_nothing_is_left_of_the_ideas_there_is_still_what_the_company_has_declared() {
        offers.declare("0");
        String caseId = offers.answered(NEW_MODEM);

        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("refund");
    }

    @Test
    void where_nothing_is_left_at_all_somebody_explains() {
        offers.declare("0");
        String caseId = offers.answered(
                NEW_MODEM,
                new OptionIdea("refund", "For the old modem.", null, 2, null, null, null, NEW_MODEM.reserves()));

        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("clarification");
    }

    @Test
    void a_choice_takes_what_is_held_before_anything_is_carried_out() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();

        offers.choose(caseId, "replacement");
        assertThat(offers.known(caseId).progress()).isInstanceOf(Proposed.class);
        assertThat(offers.told(caseId, ExecutionStepStarted.class)).isEmpty();
        assertThat(((Decision.Accepted<ResolutionFact>) offers.choose(caseId, "replacement")).events())
                .isEmpty();
        assertThat(offers.choose(caseId, "refund")).isInstanceOf(Decision.Rejected.class);
        offers.settle();

        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
        assertThat(offers.told(caseId, ReservationTaken.class)).hasSize(1);
        assertThat(offers.resource().taken("")).isEqualByComparingTo("1");
    }

    @Test
    void another_choice_gives_it_back() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();

        offers.choose(caseId, "refund");
        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
        offers.settle();

        assertThat(offers.resource().holds()).isEmpty();
        assertThat(offers.told(caseId, ReservationReleased.class))
                .extracting(ReservationReleased::reason)
                .containsExactly(ReleaseReason.ANOTHER_CHOSEN);
        assertThat(offers.known(caseId).assurances().reservations().lines()).isEmpty();
    }

    @Test
    void where_the_last_one_is_sold_elsewhere_the_offer_changes_openly_before_the_choice() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();

        offers.declare("0");
        offers.settle();

        assertThat(offers.proposal(caseId).proposalId()).isEqualTo("p2");
        assertThat(offers.kinds(caseId)).containsExactly("refund");
        assertThat(offers.proposal(caseId).disclosure()).contains("A new modem.");
        assertThat(offers.told(caseId, ReservationLapsed.class))
                .extracting(ReservationLapsed::reason)
                .containsExactly(MissingReason.REDUCED);
        offers.choose(caseId, "refund");
        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
    }

    @Test
    void what_is_gone_while_it_is_being_chosen_is_not_chosen() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();

        offers.choose(caseId, "replacement");
        offers.declare("0");
        offers.settle();

        assertThat(offers.told(caseId, OptionChosen.class)).isEmpty();
        assertThat(offers.kinds(caseId)).containsExactly("refund");
        assertThat(offers.known(caseId).assurances().reservations().choosing()).isNull();
    }

    @Test
    void what_another_option_loses_does_not_undo_a_choice() {
        offers.declare("2");
        String caseId = offers.answered(
                NEW_MODEM,
                new io.redress.contracts.OptionIdea(
                        "repair", "A loan while we repair.", null, 5, null, null, null, NEW_MODEM.reserves()));
        offers.settle();

        offers.choose(caseId, "replacement");
        offers.declare("1");
        offers.settle();

        assertThat(offers.told(caseId, OptionChosen.class)).hasSize(1);
        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
    }

    @Test
    void the_end_of_the_offer_gives_it_back_even_where_the_case_says_nothing() {
        offers.declare("2");
        String silent = offers.offered();
        String forgotten = offers.offered();
        offers.settle();
        offers.now = offers.proposal(silent).validUntil();

        offers.submit(silent, new DeadlineReached());
        assertThat(offers.known(silent).progress()).isInstanceOf(Closed.class);
        offers.now = offers.now.plus(Reservation.GRACE);
        offers.submit(Resource.documentOf(Offers.MODEMS), new DeadlineReached());
        offers.settle();

        assertThat(offers.resource().holds()).isEmpty();
        assertThat(offers.kinds(forgotten)).containsExactly("refund");
    }

    @Test
    void a_choice_in_time_stands_though_the_offer_ends_meanwhile() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        offers.now = offers.proposal(caseId).validUntil().minusMillis(1);
        offers.choose(caseId, "replacement");

        offers.now = offers.now.plusSeconds(1);
        offers.submit(caseId, new DeadlineReached());
        offers.settle();

        assertThat(offers.told(caseId, OptionChosen.class))
                .extracting(OptionChosen::chosenAt)
                .containsExactly(offers.now.minusSeconds(1));
    }

    @Test
    void a_pause_gives_it_back_and_after_it_nobody_sees_the_offer_before_it_is_held_again() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();

        offers.submit(caseId, new LearnPause());
        offers.settle();
        assertThat(offers.resource().holds()).isEmpty();
        String other = offers.offered();
        offers.settle();
        offers.submit(caseId, new LearnResumption());
        assertThat(offers.known(caseId).progress()).isInstanceOf(Drafted.class);
        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("refund");
        assertThat(offers.kinds(other)).containsExactly("replacement", "refund");
    }

    @Test
    void what_is_paused_before_anybody_saw_it_is_held_again_too() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.submit(caseId, new LearnPause());
        offers.settle();
        assertThat(offers.resource().holds()).isEmpty();

        offers.submit(caseId, new LearnResumption());
        assertThat(offers.known(caseId).progress()).isInstanceOf(Drafted.class);
        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("replacement", "refund");
        assertThat(offers.resource().holds()).hasSize(1);
    }

    @Test
    void what_was_carried_out_is_gone_for_good_and_what_failed_is_not() {
        offers.declare("2");
        String done = offers.offered();
        String failed = offers.offered();
        offers.settle();
        List.of(done, failed).forEach(it -> offers.choose(it, "replacement"));
        offers.settle();

        offers.submit(done, stepAnswered(done, true));
        offers.submit(failed, stepAnswered(failed, false));
        offers.settle();

        assertThat(offers.known(done).progress()).isInstanceOf(Executed.class);
        assertThat(offers.kinds(failed)).containsExactly("refund");
        assertThat(offers.resource().holds()).isEmpty();
        assertThat(offers.resource().taken("")).isEqualByComparingTo("1");
    }

    @Test
    void the_same_word_twice_is_said_once() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        Reservation line =
                offers.known(caseId).assurances().reservations().lines().getFirst();
        ResolutionState before = offers.state(caseId);

        offers.submit(caseId, new ReservationCommand.NoteHeld(line.id(), line.until()));
        offers.submit(caseId, new ReservationCommand.NoteTaken(line.id()));
        offers.submit(caseId, new ReservationCommand.NoteSettledHold(line.id()));
        offers.submit(caseId, new ReservationCommand.NoteMissing("unknown", MissingReason.EXPIRED));

        assertThat(offers.state(caseId)).isEqualTo(before);
    }

    @Test
    void a_hold_lasts_as_long_as_the_offer_that_waited_for_it() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.now = offers.now.plus(Duration.ofDays(3));

        offers.settle();

        assertThat(offers.resource().holds())
                .extracting(Hold::until)
                .containsExactly(offers.now.plus(Cases.TERMS.offerValidity()).plus(Reservation.GRACE));
        assertThat(offers.told(caseId, ReservationHeld.class)).hasSize(1);
    }

    @Test
    @Behaviour("R104")
    void what_is_chosen_in_the_last_moment_is_still_there_when_the_resource_hears_of_it() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        offers.now = offers.proposal(caseId).validUntil().minusMillis(1);
        offers.choose(caseId, "replacement");

        offers.now = offers.now.plusSeconds(60);
        offers.submit(Resource.documentOf(Offers.MODEMS), new DeadlineReached());
        offers.settle();

        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
    }

    @Test
    @Behaviour("R104")
    void a_draft_that_waits_for_others_longer_than_an_offer_lasts_is_still_proposed_whole() {
        offers.declare("1");
        String caseId = offers.answered(NEW_MODEM, new OptionIdea("payment-plan", "Six rates.", null, 3, null));
        offers.settle();
        offers.now = offers.now.plus(Duration.ofDays(15));

        offers.submit(Resource.documentOf(Offers.MODEMS), new DeadlineReached());
        offers.settle();
        assertThat(offers.known(caseId).progress()).isInstanceOf(Drafted.class);
        assertThat(offers.resource().held("")).isEqualByComparingTo("1");
        offers.submit(caseId, new Clear("payment-plan-needs-finance", true, null, "mircea"));

        assertThat(offers.kinds(caseId)).containsExactly("replacement", "payment-plan");
        assertThat(offers.told(caseId, OptionUnavailable.class)).isEmpty();
    }

    @Test
    void what_a_draft_of_long_ago_needs_is_held_again_after_a_pause() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.submit(caseId, new LearnPause());
        offers.settle();
        offers.now = offers.now.plus(Duration.ofDays(15));

        offers.submit(caseId, new LearnResumption());
        offers.settle();

        assertThat(offers.kinds(caseId)).containsExactly("replacement", "refund");
    }

    @Test
    @Behaviour({"R104", "R123"})
    void what_was_chosen_stays_the_customers_while_other_ways_are_offered_beside_it() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        offers.choose(caseId, "replacement");
        offers.settle();

        offers.submit(
                caseId,
                new LearnImpossible(late(new OptionIdea(
                        "replacement", "A dearer modem.", null, 2, null, null, null, NEW_MODEM.reserves()))));
        String other = offers.offered();
        offers.settle();

        assertThat(offers.kinds(other)).containsExactly("refund");
        assertThat(offers.told(caseId, ReservationReleased.class)).isEmpty();
        assertThat(offers.proposal(caseId).options())
                .extracting(Option::title)
                .containsExactly("A new modem.", "Your money back.");
        offers.choose(caseId, "replacement");
        assertThat(offers.known(caseId).progress()).isInstanceOf(Executing.class);
        assertThat(offers.told(caseId, ReservationTaken.class)).hasSize(1);
        assertThat(offers.resource().taken("")).isEqualByComparingTo("1");
    }

    @Test
    void what_was_chosen_goes_back_where_another_way_is_chosen_in_its_place() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        offers.choose(caseId, "replacement");
        offers.settle();
        offers.submit(caseId, new LearnImpossible(late(REFUND)));
        assertThat(offers.resource().taken("")).isEqualByComparingTo("1");

        offers.choose(caseId, "refund");
        offers.settle();

        assertThat(offers.resource().holds()).isEmpty();
    }

    @Test
    @Behaviour("R123")
    void the_wish_for_a_date_is_kept_while_what_was_chosen_is_being_taken() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        Instant wish = offers.now.plus(Duration.ofDays(1));

        offers.submit(caseId, new Choose("p1", "o1", "webshop", wish));
        offers.settle();

        assertThat(offers.told(caseId, PromiseMade.class))
                .extracting(PromiseMade::requestedFor)
                .containsExactly(wish);
    }

    @Test
    void a_choice_is_heard_while_it_waits_for_what_is_being_taken() {
        offers.declare("1");
        String caseId = offers.offered();
        offers.settle();
        Choose choose = new Choose("p1", "o1", "webshop");
        assertThat(choose.isHeardIn(offers.known(caseId))).isFalse();

        offers.submit(caseId, choose);

        assertThat(choose.isHeardIn(offers.known(caseId))).isTrue();
        assertThat(choose.isMadeIn(offers.known(caseId).progress())).isFalse();
        assertThat(new Choose("p1", "o2", "webshop").isHeardIn(offers.known(caseId)))
                .isFalse();
    }

    private static ImpossibleOrder late(OptionIdea alternative) {
        return new ImpossibleOrder(
                "impossible:1",
                List.of("department:finance"),
                List.of(new ImpossibleOrder.Touched(Dimension.TIME, NOW.plus(Duration.ofDays(30)), null, null)),
                "The mill has burnt down.",
                List.of(alternative),
                FINANCE,
                "silvia",
                NOW);
    }

    private ResolutionCommand stepAnswered(String caseId, boolean done) {
        Executing executing = (Executing) offers.known(caseId).progress();
        var answered = Cases.stepAnswered(executing.chosen().steps().getFirst().stepId(), Cases.FINANCE, done)
                .answered();
        return new ResolutionCommand.LearnAnswer(answered);
    }
}
