package io.redress.routing.domain;

import static io.redress.routing.domain.Example.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.ReopenAnswer;
import io.redress.routing.domain.RoutingFact.AnswerReopened;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.GetHelp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An incomplete answer goes back to its department. */
class SendingBackTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant AT = Instant.parse("2026-03-02T15:00:00Z");
    private static final Instant DUE = Instant.parse("2026-03-04T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final Complaint COMPLAINT = Example.complaint(CASE);

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routing =
            Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));

    @Test
    @Behaviour("R84")
    void an_answer_that_goes_back_is_waited_for_and_answered_for_again() {
        routed();
        routing.when(new GetHelp(R1, "help-1", FINANCE, LOGISTICS, RequestKind.INFORMATION, "When did it leave?"))
                .andThen();
        routing.when(new NoteAnswer(R2, LOGISTICS)).andThen();
        assertThat(waitedFor()).containsExactly(R1);

        routing.when(new ReopenAnswer(R2, LOGISTICS, DUE, AT))
                .then(new AnswerReopened(R2, LOGISTICS, RequestKind.INFORMATION, R1, DUE, AT));
        assertThat(request(R2)).isInstanceOf(Request.Open.class);
        assertThat(waitedFor()).containsExactly(R1, R2);
        assertThat(asked(R2).limit()).isEqualTo(DUE);
        assertThat(asked(R2).parent()).isEqualTo(R1);
        assertThat(((Routed) routing.state()).ownership().spans())
                .filteredOn(it -> R2.equals(it.requestId()) && it.until() == null)
                .hasSize(1);
        routing.when(new ReopenAnswer(R2, LOGISTICS, DUE, AT)).thenNothing();

        routing.when(new NoteAnswer(R2, LOGISTICS)).andThen();
        assertThat(waitedFor()).containsExactly(R1);
    }

    @Test
    void nobody_opens_what_is_anothers_or_over() {
        routed();
        routing.when(new NoteAnswer(R1, FINANCE)).andThen();
        routing.when(new ReopenAnswer(R1, LOGISTICS, DUE, AT)).thenRejected("not-your-request");
        routing.when(new ReopenAnswer(R2, LOGISTICS, DUE, AT)).thenRejected("unknown-request");
        routing.when(new EndCase()).andThen();
        routing.when(new ReopenAnswer(R1, FINANCE, DUE, AT)).thenNothing();
    }

    private List<RequestId> waitedFor() {
        return ((Routed) routing.state())
                .waiting().asked().stream().map(Waiting.Asked::id).toList();
    }

    private Waiting.Asked asked(RequestId id) {
        return ((Routed) routing.state())
                .waiting().asked().stream()
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    private void routed() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(route("overcharge")).andThen();
    }

    private Request request(RequestId id) {
        return Objects.requireNonNull(((Routed) routing.state()).request(id));
    }
}
