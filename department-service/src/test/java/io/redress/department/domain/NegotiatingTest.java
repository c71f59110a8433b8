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
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentReply;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.NegotiationEvent.OfferLapsed;
import io.redress.contracts.NegotiationEvent.PlaceLost;
import io.redress.contracts.NegotiationEvent.Usual;
import io.redress.contracts.Party;
import io.redress.contracts.RequestId;
import io.redress.department.domain.CooperationFact.OwnerLearned;
import io.redress.department.domain.DepartmentCommand.DeadlineReached;
import io.redress.department.domain.DepartmentCommand.HearReply;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.Negotiation.Expectation;
import io.redress.department.domain.Negotiation.Gain;
import io.redress.department.domain.NegotiationCommand.AcceptOffer;
import io.redress.department.domain.NegotiationCommand.DeclineOffer;
import io.redress.department.domain.NegotiationCommand.EndTelling;
import io.redress.department.domain.NegotiationCommand.LosePlace;
import io.redress.department.domain.NegotiationCommand.MakeOffer;
import io.redress.department.domain.NegotiationCommand.NameDisplaced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@Behaviour({"R75", "R76"})
class NegotiatingTest {
    private static final Speaker CONSULTANT = new Speaker("andrei", true, Set.of());
    private static final Speaker SILVIA = Speaker.of(FINANCE, "Silvia");
    private static final Speaker LUIZA = Speaker.of(LOGISTICS, "Luiza");
    private static final Instant EARLIER = DUE.minusSeconds(3600);
    private static final Instant LATER = DUE.plusSeconds(3600);
    private static final Party OF_FINANCE = Party.department(FINANCE);

    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.<DepartmentCase, DepartmentCommand, DepartmentFact>of(new DepartmentDecider())
                    .given(new OwnerLearned(ANDREI), new RequestTaken(raised(R1, FINANCE)));

    @Test
    void what_one_side_offers_and_the_other_accepts_is_the_date() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        assertThat(dueAt()).isEqualTo(DUE);

        List<DepartmentFact> agreed =
                asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).events();

        assertThat(agreed)
                .contains(new Published(
                        new DateAgreed(CASE, R1, FINANCE, "offer-1", EARLIER, DUE, OF_FINANCE, NOW, null, null, null)));
        agreed.forEach(asked::given);
        assertThat(dueAt()).isEqualTo(EARLIER);
    }

    @Test
    @Behaviour("R77")
    void who_offers_another_date_explains_it_and_takes_the_place_of_what_was_offered() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        asked.when(offer("k2", SILVIA, LATER, null)).thenRejected("reason-missing");
        List<DepartmentFact> countered = asked.when(offer("k2", SILVIA, LATER, "The parts arrive on Tuesday."))
                .events();

        assertThat(published(countered)).singleElement().isInstanceOfSatisfying(ExpectationOffered.class, it -> {
            assertThat(it.round()).isEqualTo(2);
            assertThat(it.from()).isEqualTo(OF_FINANCE);
            assertThat(it.to()).isEqualTo(ANDREI);
            assertThat(it.reason()).isEqualTo("The parts arrive on Tuesday.");
        });
        countered.forEach(asked::given);
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).thenRejected("offer-over");
        asked.when(new AcceptOffer(R1, "offer-2", CONSULTANT)).andThen();
        assertThat(dueAt()).isEqualTo(LATER);
        assertThat(asked.state().dealings().negotiations().about(R1).rounds()).isZero();
    }

    @Test
    void nobody_changes_a_date_alone() {
        asked.when(offer("k1", SILVIA, LATER, "We are few.")).andThen();
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).thenRejected("one-sided");
        asked.when(new DeclineOffer(R1, "offer-1", SILVIA, "No.")).thenRejected("one-sided");
        assertThat(dueAt()).isEqualTo(DUE);
    }

    @Test
    @Behaviour("R77")
    void a_refusal_says_why_and_the_date_stays() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        asked.when(new DeclineOffer(R1, "offer-1", SILVIA, "Two recalls go before."))
                .then(
                        new NegotiationFact.OfferEnded(
                                R1,
                                "offer-1",
                                new Negotiation.Fate.Declined(OF_FINANCE, "Silvia", "Two recalls go before.", NOW)),
                        new Published(new OfferDeclined(
                                CASE, R1, FINANCE, "offer-1", OF_FINANCE, "Two recalls go before.", "Silvia", NOW)));
        asked.when(new DeclineOffer(R1, "offer-1", SILVIA, "Two recalls go before."))
                .thenNothing();
        asked.when(offer("k2", CONSULTANT, EARLIER, null)).thenRejected("reason-missing");
        assertThat(dueAt()).isEqualTo(DUE);
    }

    @Test
    @Behaviour("R88")
    void who_wants_it_sooner_than_is_usual_gets_the_numbers_and_says_why() {
        Usual usual = new Usual(48, 960, 1500, DUE);
        MakeOffer hasty = new MakeOffer(R1, "k1", CONSULTANT, wish(EARLIER, null), usual, null);

        asked.when(hasty).thenRejected("below-median");
        asked.when(new MakeOffer(R1, "k1", CONSULTANT, wish(DUE, null), usual, null))
                .andThen();
        asked.when(new MakeOffer(R1, "k2", CONSULTANT, wish(EARLIER, "The court sits on Friday."), usual, null))
                .andThen();
        assertThat(asked.state().dealings().negotiations().about(R1).offers()).hasSize(2);
    }

    @Test
    void what_is_said_again_has_no_further_effect() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).thenNothing();
        asked.when(offer("k1", CONSULTANT, LATER, "Another one.")).thenRejected("reply-id-reused");
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).andThen();
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).thenNothing();
        asked.when(new Reply(answer("a", R1, FINANCE))).andThen();
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).thenNothing();
        asked.when(offer("k9", CONSULTANT, LATER, "Later.")).thenRejected("not-open");
    }

    @Test
    void a_date_is_in_the_future_and_not_years_away() {
        asked.when(offer("k1", CONSULTANT, NOW, null)).thenRejected("date-out-of-reach");
        asked.when(offer("k1", CONSULTANT, NOW.plus(Duration.ofDays(367)), null))
                .thenRejected("date-out-of-reach");
    }

    @Test
    void after_ten_rounds_without_agreement_the_date_in_force_holds() {
        for (int i = 1; i <= Negotiating.MOST_ROUNDS; i++) {
            asked.when(offer("k" + i, i % 2 == 0 ? SILVIA : CONSULTANT, LATER.plusSeconds(i), "Again."))
                    .andThen();
        }
        asked.when(offer("k11", CONSULTANT, EARLIER, "Please.")).thenRejected("no-more-rounds");
        asked.when(new AcceptOffer(R1, "offer-10", CONSULTANT)).andThen();
        asked.when(offer("k11", CONSULTANT, EARLIER, "Please.")).andThen();
        assertThat(dueAt()).isEqualTo(LATER.plusSeconds(10));
    }

    @Test
    void what_nobody_answers_in_time_lapses() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        Instant answerBy = Negotiating.nextDue(asked.state()).orElseThrow();
        assertThat(answerBy).isEqualTo(NOW.plus(Ola.USUAL.firstAnswer()));

        asked.at(answerBy.minusSeconds(1)).when(new DeadlineReached()).thenNothing();
        var late = asked.at(answerBy);
        late.when(new AcceptOffer(R1, "offer-1", SILVIA)).thenRejected("offer-over");
        assertThat(published(late.when(new DeadlineReached()).events()))
                .containsExactly(new OfferLapsed(CASE, R1, FINANCE, "offer-1", OF_FINANCE, DUE, answerBy));
        late.when(new DeadlineReached()).andThen();
        late.when(new DeadlineReached()).thenNothing();
        assertThat(Negotiating.nextDue(late.state())).isEmpty();
    }

    @Test
    void the_requester_of_help_is_the_department_that_wanted_it_and_nobody_else_is_heard() {
        asked.given(new RequestTaken(helping(R2, LOGISTICS, R1)));

        asked.when(offer(R2, "k1", CONSULTANT, EARLIER, null)).thenRejected("unknown-request");
        assertThat(published(asked.when(offer(R2, "k1", SILVIA, EARLIER, null)).events()))
                .singleElement()
                .isInstanceOfSatisfying(ExpectationOffered.class, it -> {
                    assertThat(it.from()).isEqualTo(OF_FINANCE);
                    assertThat(it.to()).isEqualTo(Party.department(LOGISTICS));
                });
        asked.when(offer("k2", LUIZA, EARLIER, "Why not?")).thenRejected("unknown-request");
    }

    @Test
    @Behaviour("R95")
    void a_departments_own_system_offers_and_accepts_over_its_topic() {
        DepartmentReply offer = new DepartmentReply.Offer(
                "o1", R1, FINANCE, "ledger", LATER, "Month's end.", "2 invoices", null, "One accountant");
        assertThat(published(asked.when(new HearReply(offer)).events()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ExpectationOffered.class,
                        it -> assertThat(it.resources()).isEqualTo("One accountant"));
        asked.when(new HearReply(offer)).andThen();
        asked.when(new HearReply(offer)).thenNothing();
        asked.when(offer("k1", CONSULTANT, EARLIER, "Sooner, please.")).andThen();
        asked.when(new HearReply(new DepartmentReply.DeclineOffer("d1", R1, FINANCE, "ledger", "offer-3", "No.")))
                .thenRejected("unknown-offer");
        DepartmentReply accept = new DepartmentReply.AcceptOffer("y1", R1, FINANCE, "ledger", "offer-2");
        asked.when(new HearReply(accept)).andThen();
        assertThat(dueAt()).isEqualTo(EARLIER);
        asked.when(new Reply(answer("a", R1, FINANCE))).andThen();
        asked.when(new HearReply(accept)).thenNothing();
    }

    @Test
    void whoever_offers_a_date_for_what_is_on_offer_has_taken_it() {
        asked.given(new RequestTaken(offered(R2, LOGISTICS, FINANCE)));
        asked.when(offer(R2, "k", CONSULTANT, EARLIER, null)).thenRejected("not-open");

        asked.when(new HearReply(new DepartmentReply.Offer(
                        "o1", R2, LOGISTICS, "Luiza", LATER, "The truck leaves then.", null, null, null)))
                .andThen();

        assertThat(asked.state().request(R2)).isInstanceOf(Request.Open.class);
        assertThat(asked.state().dealings().negotiations().about(R2).standing()).isPresent();
    }

    @Test
    @Behaviour("R92")
    void who_is_displaced_is_told_once_for_each_who_comes_before() {
        Displaced displaced = new Displaced(R1, EARLIER, DUE);
        asked.when(new LosePlace(displaced, R2))
                .then(
                        new NegotiationFact.PlaceLostKept(R1, new Negotiation.LostPlace(R2, NOW, EARLIER, DUE)),
                        new Published(new PlaceLost(CASE, R1, FINANCE, ANDREI, R2, NOW, EARLIER, DUE)));
        asked.when(new LosePlace(displaced, R2)).thenNothing();
        asked.when(new LosePlace(displaced, RequestId.of(CASE, 3))).andThen();
        asked.when(new Reply(answer("a", R1, FINANCE))).andThen();
        asked.when(new LosePlace(displaced, RequestId.of(CASE, 4))).thenNothing();
        asked.when(new LosePlace(new Displaced(R2, null, null), R1)).thenNothing();
    }

    @Test
    @Behaviour("R82")
    void whom_a_step_forward_displaces_is_written_down_before_anybody_is_told() {
        asked.when(offer("k1", CONSULTANT, EARLIER, null)).andThen();
        asked.when(new AcceptOffer(R1, "offer-1", SILVIA)).andThen();
        assertThat(gain()).isEqualTo(new Gain.Gained(DUE, false, NOW));
        List<Displaced> first = List.of(new Displaced(R2, null, null));

        asked.when(new NameDisplaced(R1, 1, first)).andThen();
        asked.when(new NameDisplaced(R1, 0, List.of())).thenNothing();
        assertThat(gain()).isEqualTo(new Gain.Telling(DUE, false, NOW, 1, first));
        asked.when(offer("k2", CONSULTANT, EARLIER.minusSeconds(60), "Sooner.")).andThen();
        asked.when(new AcceptOffer(R1, "offer-2", SILVIA)).andThen();
        assertThat(gain()).as("those not told yet are found again").isEqualTo(new Gain.Gained(DUE, false, NOW));
        asked.when(new EndTelling(R1)).thenNothing();
        asked.when(new NameDisplaced(R1, 1, first)).andThen();
        asked.when(new EndTelling(R1)).andThen();
        assertThat(gain()).isEqualTo(new Gain.Told(NOW, 1, first));
    }

    private @Nullable Gain gain() {
        return asked.state().dealings().negotiations().about(R1).gain();
    }

    private @Nullable Instant dueAt() {
        Request request = asked.state().request(R1);
        return request == null ? null : request.ask().dueAt();
    }

    private static List<Object> published(List<DepartmentFact> facts) {
        return facts.stream()
                .filter(Published.class::isInstance)
                .map(it -> (Object) ((Published) it).event())
                .toList();
    }

    private static MakeOffer offer(String key, Speaker speaker, Instant dueAt, @Nullable String reason) {
        return offer(R1, key, speaker, dueAt, reason);
    }

    private static MakeOffer offer(RequestId id, String key, Speaker speaker, Instant dueAt, @Nullable String reason) {
        return new MakeOffer(id, key, speaker, wish(dueAt, reason), null, null);
    }

    private static Expectation wish(Instant dueAt, @Nullable String reason) {
        return new Expectation(dueAt, reason, null, null, null);
    }
}
