package io.redress.routing.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.redress.chassis.decide.Decision;
import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Hypothesis;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.routing.domain.Complaint;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.Diagnosis;
import io.redress.routing.domain.Industry;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.RoutingDecider;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingTable;
import io.redress.routing.domain.Superiors;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitingRules;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the coordination of a case costs is told apart from the work in it. */
class WaitMeasuresTest {
    private static final CaseId CASE = new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70");
    private static final DepartmentCode FINANCE = new DepartmentCode("finance");
    private static final DepartmentCode LOGISTICS = new DepartmentCode("logistics");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final RoutingMeters meters = new RoutingMeters(registry);
    private final Departments departments = DeclaredRules.departments("departments.yaml", shipped("/departments.yaml"));
    private final RoutingTable table =
            DeclaredRules.table("routing-rules.yaml", shipped("/routing-rules.yaml"), departments, Industry.BOTH);
    private Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final ObservedWaits rules = new ObservedWaits(
            new WaitingRules(new RoutingDecider(departments, table), departments, Superiors.authorityOf(departments)),
            registry,
            () -> now);
    private RoutingState state = rules.initialState();

    @Test
    @Behaviour("R53")
    void waiting_for_another_department_is_measured_apart_from_the_work_on_the_request() {
        complain(false);
        give(new GetHelp(
                RequestId.of(CASE, 1), "h1", FINANCE, LOGISTICS, RequestKind.INFORMATION, "Where is it?", null));
        now = now.plus(Duration.ofHours(2));
        give(new NoteAnswer(RequestId.of(CASE, 2), LOGISTICS));
        now = now.plus(Duration.ofHours(1));
        give(new NoteAnswer(RequestId.of(CASE, 1), FINANCE));

        assertThat(waited("logistics", "help")).isEqualTo(2);
        assertThat(waited("finance", "request")).isEqualTo(3);
    }

    @Test
    @Behaviour("R55")
    void what_the_public_may_see_is_counted() {
        complain(true);

        assertThat(registry.counter("redress_public_impact_cases_total").count())
                .isEqualTo(1);
    }

    private double waited(String on, String purpose) {
        Timer timer = registry.get("redress_wait_seconds")
                .tag("on", on)
                .tag("for", purpose)
                .timer();
        assertThat(timer.count()).isEqualTo(1);
        return timer.totalTime(TimeUnit.HOURS);
    }

    private void complain(boolean publicImpact) {
        give(new HearComplaint(new Complaint(
                CASE,
                new Owner("andrei", "Andrei Pop", new DepartmentCode("front-desk")),
                new Customer("C-1042", Customer.Tier.STANDARD),
                "en",
                "You charged me twice!",
                "webshop")));
        var overcharge = new Hypothesis("overcharge", Cause.SERVICE_FAILURE, 0.9, List.of(), "test");
        give(new Route(new Diagnosis(List.of(overcharge), publicImpact, false)));
    }

    private void give(RoutingCommand command) {
        var decided = (Decision.Accepted<RoutingFact>) rules.decide(state, command, now);
        for (RoutingFact fact : decided.events()) {
            state = rules.evolve(state, fact);
            if (fact instanceof RoutingFact.Published(var event)) {
                meters.count(event);
            }
        }
    }

    private static InputStream shipped(String file) {
        return Objects.requireNonNull(WaitMeasuresTest.class.getResourceAsStream(file), file);
    }
}
