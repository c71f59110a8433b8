package io.redress.department.application;

import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.CaseView;
import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexQuery;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.chassis.time.work.WorkCalendar;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.contracts.RoutingEvent.RequestRaised;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.Comparables.Scope;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentCommand.Reply;
import io.redress.department.domain.DepartmentCommand.TakeRequest;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

@Behaviour("R88")
class FinishedWorkTest {
    private final DepartmentDefinition definition =
            new DepartmentDefinition(new DepartmentRules(new DepartmentDecider()));
    private final Map<String, CaseView<DepartmentCase>> index = new TreeMap<>();
    private final FinishedWork work = new FinishedWork(this::find, Duration.ZERO);
    private int looks;

    @Test
    void work_of_the_same_kind_and_nature_is_compared_where_there_is_enough_of_it() {
        finish(12, FINANCE, "overcharge", Duration.ofHours(2), NOW);
        finish(30, FINANCE, "refund", Duration.ofHours(9), NOW);
        finish(12, LOGISTICS, "overcharge", Duration.ofHours(50), NOW);

        Comparables found = comparable("overcharge");

        assertThat(found.scope()).isEqualTo(Scope.NATURE);
        assertThat(found.durations()).hasSize(12).containsOnly(Duration.ofHours(2));
    }

    @Test
    void what_is_rare_is_compared_with_all_of_its_kind() {
        finish(9, FINANCE, "overcharge", Duration.ofHours(2), NOW);
        finish(12, FINANCE, "refund", Duration.ofHours(9), NOW);

        Comparables found = comparable("overcharge");

        assertThat(found.scope()).isEqualTo(Scope.KIND);
        assertThat(found.count()).isEqualTo(21);
        assertThat(found.median()).contains(Duration.ofHours(9));
        assertThat(comparable("a nature with \n control characters").count()).isEqualTo(21);
        assertThat(work.comparableTo(FINANCE, RequestKind.APPROVAL, "overcharge", WorkCalendar.always())
                        .block())
                .isEqualTo(new Comparables(Scope.KIND, List.of()));
    }

    @Test
    void only_the_latest_count() {
        finish(FinishedWork.LATEST, FINANCE, "overcharge", Duration.ofHours(50), NOW);
        finish(FinishedWork.LATEST, FINANCE, "overcharge", Duration.ofHours(1), NOW.plus(Duration.ofDays(90)));

        assertThat(comparable("overcharge").durations())
                .hasSize(FinishedWork.LATEST)
                .containsOnly(Duration.ofHours(1));
    }

    @Test
    void several_of_one_case_count_each_and_once() {
        Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> one = Scenario.of(new DepartmentDecider());
        CaseId id = new CaseId(UUID.randomUUID().toString());
        for (int i = 1; i <= 11; i++) {
            one.when(new TakeRequest(raised(RequestId.of(id, i), FINANCE, "overcharge", NOW)))
                    .andThen();
        }
        for (int i = 1; i <= 11; i++) {
            one = one.at(NOW.plusSeconds(i))
                    .when(new Reply(answer("a" + i, RequestId.of(id, i), FINANCE)))
                    .andThen();
        }
        keep(id, one.state());

        assertThat(comparable("overcharge").durations())
                .hasSize(11)
                .doesNotHaveDuplicates()
                .contains(Duration.ofSeconds(1), Duration.ofSeconds(11));
    }

    @Test
    void an_answer_is_remembered_and_a_failed_look_is_not() {
        FinishedWork remembering = new FinishedWork(
                query -> ++looks == 1 ? Mono.error(new IllegalStateException("away")) : find(query),
                Duration.ofHours(1));
        assertThat(remembering
                        .latest(FINANCE, RequestKind.SOLUTION)
                        .onErrorReturn(List.of())
                        .block())
                .isEmpty();
        finish(3, FINANCE, "overcharge", Duration.ofHours(1), NOW);

        assertThat(remembering.latest(FINANCE, RequestKind.SOLUTION).block()).hasSize(3);
        finish(3, FINANCE, "overcharge", Duration.ofHours(1), NOW);
        assertThat(remembering.latest(FINANCE, RequestKind.SOLUTION).block()).hasSize(3);
        assertThat(looks).isEqualTo(2);
    }

    private Comparables comparable(String nature) {
        return Objects.requireNonNull(work.comparableTo(FINANCE, RequestKind.SOLUTION, nature, WorkCalendar.always())
                .block());
    }

    private void finish(int many, DepartmentCode department, String nature, Duration took, Instant end) {
        for (int i = 0; i < many; i++) {
            CaseId id = new CaseId(UUID.randomUUID().toString());
            RequestId request = RequestId.of(id, 1);
            Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> one = Scenario.of(new DepartmentDecider());
            one.when(new TakeRequest(raised(request, department, nature, end.minus(took))))
                    .andThen();
            keep(
                    id,
                    one.at(end)
                            .when(new Reply(answer("a", request, department)))
                            .andThen()
                            .state());
        }
    }

    private void keep(CaseId id, DepartmentCase state) {
        CaseView<DepartmentCase> view = new CaseView<>(id.value(), state, 1, Map.of(), Map.of());
        definition
                .entries(id.value(), state)
                .forEach(it -> index.put(EntryKey.of(id.value(), it).text(), view));
    }

    /** As a store does it: in the order of the keys, as many as are wanted. */
    private Mono<CaseLanes.ViewPage<DepartmentCase>> find(IndexQuery query) {
        String first = EntryKey.first(query.index(), query.value()).sortedFrom().text();
        return Mono.just(new CaseLanes.ViewPage<>(
                index.entrySet().stream()
                        .filter(it -> it.getKey().startsWith(first))
                        .limit(query.limit())
                        .map(Map.Entry::getValue)
                        .toList(),
                ""));
    }

    private static RequestRaised raised(RequestId id, DepartmentCode department, String nature, Instant at) {
        return new RequestRaised(
                id.caseId(),
                id,
                department,
                RequestKind.SOLUTION,
                nature,
                "Look into it.",
                "You charged me twice!",
                "en",
                null,
                at,
                at.plus(Duration.ofDays(3)));
    }
}
