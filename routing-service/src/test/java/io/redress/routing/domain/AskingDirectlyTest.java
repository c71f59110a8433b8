package io.redress.routing.domain;

import static io.redress.routing.domain.Example.about;
import static io.redress.routing.domain.Example.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.OwnerDecisionRequested;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.contracts.RoutingEvent.RequestWithdrawn;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingFact.Published;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.WaitCommand.AskDirectly;
import io.redress.routing.domain.WaitCommand.GetHelp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever answers for a case asks a department beside those that the table names. */
class AskingDirectlyTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final Instant WANTED_BY = Instant.parse("2026-03-04T09:00:00Z");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");
    private static final DepartmentCode MARKETING = new DepartmentCode("marketing-pr");
    private static final DepartmentCode SENIOR = new DepartmentCode("senior-management");
    private static final RequestId R1 = RequestId.of(CASE, 1);
    private static final RequestId R2 = RequestId.of(CASE, 2);
    private static final Complaint COMPLAINT = Example.complaint(CASE);
    private static final AskDirectly WISH = wish("wanted-1", LOGISTICS);

    private final Scenario<RoutingState, RoutingCommand, RoutingFact> routing =
            Scenario.of(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE));

    @Test
    @Behaviour({"R57", "R58", "R90"})
    void a_wish_is_raised_once_as_a_request_that_stands_for_itself() {
        routed();

        var told = routing.when(WISH);

        assertThat(raised(told)).satisfies(it -> {
            assertThat(it.department()).isEqualTo(LOGISTICS);
            assertThat(it.parent()).isNull();
            assertThat(it.fields()).isEqualTo(Map.of("order", "SO-1"));
            assertThat(it.wantedBy()).isEqualTo(WANTED_BY);
            assertThat(it.wantedId()).isEqualTo("wanted-1");
        });
        told.andThen();
        routing.when(WISH).thenNothing();
    }

    @Test
    void a_wish_waits_for_its_case_and_is_over_with_it() {
        routing.when(WISH).andThen();
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(route("overcharge")).andThen();
        assertThat(request(R2).ask().wantedId()).isEqualTo("wanted-1");

        routing.when(new Pause(new CaseId("01990c3d-1c22-7a51-8f0e-6b2f90d1a7c4")))
                .andThen();
        routing.when(wish("wanted-2", LOGISTICS)).andThen();
        routing.when(new Resume()).andThen();
        assertThat(request(RequestId.of(CASE, 3)).ask().wantedId()).isEqualTo("wanted-2");

        routing.when(new EndCase()).andThen();
        routing.when(wish("wanted-3", LOGISTICS)).thenNothing();
    }

    @Test
    @Behaviour("R6")
    void a_revised_diagnosis_takes_nothing_back_that_people_have_asked_for() {
        routed();
        routing.when(WISH).andThen();
        routing.when(new GetHelp(R2, "help-1", LOGISTICS, MARKETING, RequestKind.INFORMATION, "What was promised?"))
                .andThen();

        assertThat(routing.when(new Reroute(about("crash"), 1, "Because.")).events())
                .filteredOn(it -> it instanceof Published(RequestWithdrawn _))
                .singleElement()
                .satisfies(it -> assertThat(((RequestWithdrawn) ((Published) it).event()).requestId())
                        .isEqualTo(R1));
    }

    @Test
    void what_is_passed_on_stays_the_same_wish() {
        routed();
        routing.when(WISH).andThen();
        routing.when(new PassOn(R2, LOGISTICS, "Not ours.", FINANCE)).andThen();

        assertThat(request(RequestId.of(CASE, 3)).ask()).satisfies(it -> {
            assertThat(it.wantedId()).isEqualTo("wanted-1");
            assertThat(it.wantedBy()).isEqualTo(WANTED_BY);
        });
        routing.when(WISH).thenNothing();
    }

    @Test
    void a_department_that_nobody_knows_is_found_by_the_authority() {
        routed();

        var told = routing.when(wish("wanted-1", new DepartmentCode("astrology")));

        assertThat(told.events())
                .first()
                .isEqualTo(new Published(new OwnerDecisionRequested(
                        CASE, R2, List.of(), SENIOR, Instant.parse("2026-03-02T09:00:00Z"))));
        assertThat(raised(told)).satisfies(it -> {
            assertThat(it.department()).isEqualTo(SENIOR);
            assertThat(it.fields()).isNull();
        });
    }

    private void routed() {
        routing.when(new HearComplaint(COMPLAINT)).andThen();
        routing.when(route("overcharge")).andThen();
    }

    private static AskDirectly wish(String id, DepartmentCode from) {
        return new AskDirectly(
                id, from, RequestKind.INFORMATION, "When did it leave?", Map.of("order", "SO-1"), WANTED_BY);
    }

    private static RequestRaised raised(Scenario<RoutingState, RoutingCommand, RoutingFact>.Then then) {
        return then.events().stream()
                .flatMap(it -> it instanceof Published(RequestRaised raised) ? Stream.of(raised) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private Request request(RequestId id) {
        return Objects.requireNonNull(((Routed) routing.state()).request(id));
    }
}
