package io.redress.department.application;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.answer;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.lanes.Outgoing;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.testing.Scenario;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.RequestId;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentFact.Published;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.DepartmentRules;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DepartmentDefinitionTest {
    private final DepartmentDefinition definition =
            new DepartmentDefinition(new DepartmentRules(new DepartmentDecider()));
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider());

    @Test
    void a_case_is_in_the_worklist_of_each_department_by_its_earliest_open_request() {
        asked.given(
                new RequestTaken(raised(R1, FINANCE, DUE.plusSeconds(60))),
                new RequestTaken(raised(R2, FINANCE, DUE)),
                new RequestTaken(raised(RequestId.of(CASE, 3), LOGISTICS, DUE.plusMillis(5))));

        assertThat(definition.entries(CASE.value(), asked.state()))
                .filteredOn(it -> it.index().equals(DepartmentDefinition.WORKLIST))
                .containsExactly(
                        IndexEntry.sorted("worklist", "finance", "12026-03-03T09:00:00.000Z"),
                        IndexEntry.sorted("worklist", "finance/kind/SOLUTION", "12026-03-03T09:00:00.000Z"),
                        IndexEntry.sorted("worklist", "finance/nature/overcharge", "12026-03-03T09:00:00.000Z"),
                        IndexEntry.sorted("worklist", "logistics", "12026-03-03T09:00:00.005Z"),
                        IndexEntry.sorted("worklist", "logistics/kind/SOLUTION", "12026-03-03T09:00:00.005Z"),
                        IndexEntry.sorted("worklist", "logistics/nature/overcharge", "12026-03-03T09:00:00.005Z"));
        assertThat(WorklistEntries.inOrder(asked.state(), FINANCE, LatestStarts.UNKNOWN))
                .extracting(it -> it.ask().id())
                .containsExactly(R2, R1);
    }

    @Test
    void an_answered_request_leaves_the_worklist_and_can_still_be_read() {
        asked.given(new RequestTaken(raised(R1, FINANCE)))
                .when(new DepartmentCommand.Reply(answer("a", R1, FINANCE)))
                .andThen();

        assertThat(definition.entries(CASE.value(), asked.state()))
                .extracting(IndexEntry::index)
                .doesNotContain(DepartmentDefinition.WORKLIST)
                .containsOnly(
                        FinishedWork.INDEX,
                        DeliveryEntries.DELIVERED,
                        DeliveryEntries.UNRATED,
                        ServiceEntries.SERVED,
                        ServiceEntries.ASKED);
        RequestView view = RequestView.of(
                asked.state(), Objects.requireNonNull(asked.state().request(R1)));
        assertThat(view.state()).isEqualTo("answered");
        assertThat(view.words()).isEqualTo("You charged me twice!");
        assertThat(Objects.requireNonNull(view.answer()).answeredAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_told_leaves_on_the_departments_topic() {
        var told = new ProgressReported(CASE, R1, FINANCE, "Invoice found.", "Silvia", NOW);

        assertThat(definition.outgoing(CASE.value(), new Published(told)))
                .singleElement()
                .extracting(Outgoing::stream, Outgoing::topic, Outgoing::type)
                .containsExactly("departments", "redress.departments.v1", "redress.department.progress-reported.v1");
        assertThat(definition.outgoing(CASE.value(), new RequestTaken(raised(R1, FINANCE))))
                .isEmpty();
    }

    @Test
    void only_replies_that_wait_for_their_request_have_a_deadline() {
        assertThat(definition.nextDue(
                        asked.given(new RequestTaken(raised(R1, FINANCE))).state()))
                .isEmpty();
        asked.when(new DepartmentCommand.HearReply(answer("a", R2, FINANCE))).andThen();
        assertThat(definition.nextDue(asked.state())).isPresent();
    }
}
