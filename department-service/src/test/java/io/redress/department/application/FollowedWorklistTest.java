package io.redress.department.application;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Scenario;
import io.redress.contracts.RequestId;
import io.redress.department.application.FollowedWorklist.Change;
import io.redress.department.application.Worklist.Part;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class FollowedWorklistTest {
    private static final RequestId R3 = RequestId.of(CASE, 3);

    @Test
    void what_has_come_what_is_not_as_it_was_and_what_is_gone_is_told_once() {
        FollowedWorklist begun = FollowedWorklist.begin("a", page(entry(R1, DUE, 60), entry(R2, DUE, 60)));
        FollowedWorklist next = begun.next(page(entry(R2, DUE.plusSeconds(1), 60), entry(R3, DUE, 60)));

        assertThat(next.after(0))
                .hasValue(List.of(
                        new Change.Gone(1, R1),
                        new Change.Changed(2, entry(R2, DUE.plusSeconds(1), 60)),
                        new Change.Changed(3, entry(R3, DUE, 60))));
        assertThat(next.after(2)).hasValue(List.of(new Change.Changed(3, entry(R3, DUE, 60))));
        assertThat(next.after(3)).hasValue(List.of());
    }

    @Test
    void time_that_passes_is_no_change_but_whoever_comes_later_sees_what_is_left() {
        FollowedWorklist later =
                FollowedWorklist.begin("a", page(entry(R1, DUE, 60))).next(page(entry(R1, DUE, 30)));

        assertThat(later.number()).isZero();
        assertThat(later.page().items()).containsExactly(entry(R1, DUE, 30));
    }

    @Test
    void a_reader_so_far_behind_that_not_all_is_known_hears_nothing_of_it_rather_than_some() {
        FollowedWorklist list = FollowedWorklist.begin("a", page());
        for (int i = 1; i <= FollowedWorklist.MOST_CHANGES + 1; i++) {
            list = list.next(page(entry(R1, DUE.plusSeconds(i), 60)));
        }

        assertThat(list.latest()).hasSize(FollowedWorklist.MOST_CHANGES);
        assertThat(list.after(0)).isEmpty();
        assertThat(list.after(1).orElseThrow()).hasSize(FollowedWorklist.MOST_CHANGES);
        assertThat(list.after(list.number() + 1)).isEmpty();
    }

    @RepeatedTest(20)
    void whoever_hears_all_changes_knows_the_page_from_wherever_it_began() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        FollowedWorklist list = FollowedWorklist.begin("a", anyPage(random));
        List<FollowedWorklist> seen = new ArrayList<>(List.of(list));
        for (int i = 0; i < 20; i++) {
            list = list.next(anyPage(random));
            seen.add(list);
        }
        for (FollowedWorklist from : seen) {
            Map<RequestId, WorklistEntry> known = new LinkedHashMap<>();
            from.page().items().forEach(it -> known.put(it.request().requestId(), it));
            list.after(from.number()).orElseThrow().forEach(change -> {
                switch (change) {
                    case Change.Changed(var _, var entry) ->
                        known.put(entry.request().requestId(), entry);
                    case Change.Gone(var _, var requestId) -> known.remove(requestId);
                }
            });
            assertThat(known.values())
                    .containsExactlyInAnyOrderElementsOf(list.page().items());
        }
    }

    private static Part anyPage(Random random) {
        return new Part(
                Stream.iterate(1, it -> it + 1)
                        .limit(8)
                        .filter(_ -> random.nextBoolean())
                        .map(it -> entry(RequestId.of(CASE, it), DUE.plusSeconds(random.nextInt(2)), 60))
                        .toList(),
                "");
    }

    private static Part page(WorklistEntry... entries) {
        return new Part(List.of(entries), "");
    }

    private static WorklistEntry entry(RequestId id, Instant dueAt, long slackSeconds) {
        DepartmentCase state = Scenario.of(new DepartmentDecider())
                .given(new RequestTaken(raised(id, FINANCE, dueAt)))
                .state();
        RequestView view = WorklistEntry.of(state, state.requests().getFirst(), LatestStarts.UNKNOWN, NOW)
                .request();
        return new WorklistEntry(view, dueAt, slackSeconds);
    }
}
