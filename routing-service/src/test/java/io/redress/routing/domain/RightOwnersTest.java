package io.redress.routing.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.CaseId;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingFact.Published;
import org.junit.jupiter.api.Test;

class RightOwnersTest {

    @Test
    @Behaviour("R68")
    void each_request_says_which_departments_may_be_named_as_its_right_owner() {
        var raised = Scenario.of(
                        new RightOwners(new RoutingDecider(Shipped.DEPARTMENTS, Shipped.TABLE), Shipped.DEPARTMENTS))
                .when(new HearComplaint(Example.complaint(new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70"))))
                .andThen()
                .when(Example.route("overcharge"));

        assertThat(raised.events())
                .filteredOn(it -> it instanceof Published(RequestRaised _))
                .extracting(it -> ((RequestRaised) ((Published) it).event()).registered())
                .containsExactly(
                        Shipped.DEPARTMENTS.all().stream().map(Department::code).toList());
    }
}
