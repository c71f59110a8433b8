package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RoutingEvent.CasePaused;
import io.redress.contracts.RoutingEvent.CaseResumed;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingFact.AnswerNoted;
import io.redress.routing.domain.RoutingFact.CaseEnded;
import io.redress.routing.domain.RoutingFact.ComplaintHeard;
import io.redress.routing.domain.RoutingFact.KeptForLater;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Ended;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is asked while a case is part of another. */
class PausingTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final CaseId OTHER = new CaseId("01990c3d-1c22-7a51-8f0e-6b2f90d1a7c4");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final PassOn DECLINE = new PassOn(R1, FINANCE, "The parcel is late.", LOGISTICS);
    private static final Route ROUTE = Example.route("overcharge");

    @Test
    void nothing_new_is_asked_while_paused_and_what_waited_follows_when_resumed() {
        List<RoutingFact> facts = paused().when(DECLINE)
                .then(new KeptForLater(DECLINE))
                .when(new Resume())
                .events();

        assertThat(facts.getFirst()).isEqualTo(new Published(new CaseResumed(CASE, NOW)));
        assertThat(facts)
                .extracting(fact -> ((Published) fact).event().getClass().getSimpleName())
                .containsExactly("CaseResumed", "OwnershipOffered", "RequestRaised");
    }

    @Test
    void what_was_asked_may_be_answered_while_paused() {
        paused().when(new NoteAnswer(R1, FINANCE)).then(new AnswerNoted(R1, NOW));
    }

    @Test
    void the_steps_of_what_was_chosen_before_go_on() {
        assertThat(paused().when(new HaveStepDone("p1-o1-s1", FINANCE, "Pay it back."))
                        .events())
                .singleElement()
                .isInstanceOfSatisfying(
                        Published.class, fact -> assertThat(fact.event()).isInstanceOf(RequestRaised.class));
    }

    @Test
    void a_diagnosis_that_comes_while_paused_waits() {
        List<RoutingFact> facts = heard().when(new Pause(OTHER))
                .andThen()
                .when(ROUTE)
                .then(new KeptForLater(ROUTE))
                .when(new Resume())
                .events();

        assertThat(facts)
                .extracting(fact -> ((Published) fact).event().getClass().getSimpleName())
                .containsExactly("CaseResumed", "CaseRouted", "RequestRaised");
    }

    @Test
    void pausing_twice_and_resuming_twice_change_nothing() {
        var paused = paused();
        paused.when(new Pause(OTHER)).thenNothing();
        paused.when(new Resume()).andThen().when(new Resume()).thenNothing();
    }

    @Test
    void a_case_can_end_while_paused_and_stays_over() {
        var ended = paused().when(new EndCase()).then(new CaseEnded(NOW));
        ended.when(DECLINE).thenNothing();
        var resumed = ended.when(new Resume()).andThen();

        assertThat(resumed.state()).isInstanceOf(Ended.class);
        resumed.when(new Pause(OTHER)).thenNothing();
    }

    @Test
    void only_so_much_waits() {
        var paused = paused();
        for (int i = 0; i < EarlyNews.MOST; i++) {
            paused.given(new KeptForLater(DECLINE));
        }
        paused.when(DECLINE).thenRejected("too-many-kept");
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> paused() {
        return heard().when(ROUTE)
                .andThen()
                .when(new Pause(OTHER))
                .then(new Published(new CasePaused(CASE, OTHER, NOW)));
    }

    private static Scenario<RoutingState, RoutingCommand, RoutingFact> heard() {
        Complaint complaint = Example.complaint(CASE);
        return Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE))
                .given(new ComplaintHeard(complaint));
    }
}
