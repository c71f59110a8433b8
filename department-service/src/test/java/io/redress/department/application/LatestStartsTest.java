package io.redress.department.application;

import static io.redress.department.domain.Example.CASE;
import static io.redress.department.domain.Example.DUE;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.LOGISTICS;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static io.redress.department.domain.Example.R2;
import static io.redress.department.domain.Example.progress;
import static io.redress.department.domain.Example.raised;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.store.EntryKey;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.testing.Behaviour;
import io.redress.chassis.testing.Scenario;
import io.redress.department.domain.Charter;
import io.redress.department.domain.CharterContent;
import io.redress.department.domain.Charters;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.DepartmentCase;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentDecider;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentFact.RequestTaken;
import io.redress.department.domain.KnownWork;
import io.redress.department.domain.Ola;
import io.redress.department.domain.Request;
import io.redress.department.domain.Slack;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LatestStartsTest {
    private final Scenario<DepartmentCase, DepartmentCommand, DepartmentFact> asked =
            Scenario.of(new DepartmentDecider());

    @Test
    @Behaviour("R72")
    void work_must_begin_as_long_before_its_date_as_such_work_takes_half_the_time() {
        asked.given(new RequestTaken(raised(R1, FINANCE)));

        assertThat(start(usually(Duration.ofHours(6)))).contains(DUE.minus(Duration.ofHours(6)));
    }

    @Test
    void what_has_begun_needs_half_as_long() {
        asked.given(new RequestTaken(raised(R1, FINANCE)))
                .when(new DepartmentCommand.Reply(progress("p", R1, FINANCE)))
                .andThen();

        assertThat(start(usually(Duration.ofHours(6)))).contains(DUE.minus(Duration.ofHours(3)));
    }

    @Test
    void without_finished_work_the_published_ola_says_what_it_takes_and_without_that_nobody_knows() {
        asked.given(new RequestTaken(raised(R1, FINANCE)));
        Ola ola = new Ola(60, 300);
        CharterContent content = new CharterContent(null, null, ola, null, null, null, null, null, null, null);
        Charters charters = Charters.of(List.of(Charter.withoutCalendar(FINANCE, 1, content)));

        assertThat(start(new LatestStarts(charters, KnownWork.NOTHING))).contains(DUE.minus(Duration.ofHours(4)));
        assertThat(start(LatestStarts.UNKNOWN)).isEmpty();
    }

    @Test
    @Behaviour("R72")
    void what_must_begin_first_is_first_and_a_short_work_with_an_earlier_date_may_wait() {
        asked.given(
                new RequestTaken(raised(R1, FINANCE, DUE)),
                new RequestTaken(raised(R2, LOGISTICS, DUE.plus(Duration.ofHours(2)))));
        LatestStarts starts = new LatestStarts(Charters.NONE, only(LOGISTICS.value(), Duration.ofHours(10)));

        assertThat(sort(starts, "finance")).isEqualTo("12026-03-03T09:00:00.000Z");
        assertThat(sort(starts, "logistics")).isEqualTo("12026-03-03T01:00:00.000Z");
    }

    @Test
    @Behaviour("R72")
    void nothing_overdue_follows_an_entry_that_need_not_have_begun() {
        asked.given(new RequestTaken(raised(R1, FINANCE)));
        String cursor = EntryKey.of(
                        CASE.value(),
                        IndexEntry.sorted(
                                DepartmentDefinition.WORKLIST,
                                "finance",
                                sort(usually(Duration.ofHours(6)), "finance")))
                .cursor();
        Instant start = DUE.minus(Duration.ofHours(6));

        assertThat(WorklistEntries.isInTime("finance", cursor, start.minusMillis(1)))
                .isTrue();
        assertThat(WorklistEntries.isInTime("finance", cursor, start)).isFalse();
        String urgent = EntryKey.of(
                        CASE.value(),
                        IndexEntry.sorted(DepartmentDefinition.WORKLIST, "finance", "02026-03-03T01:00:00.000Z"))
                .cursor();
        assertThat(WorklistEntries.isInTime("finance", urgent, NOW)).isFalse();
    }

    private Optional<Instant> start(LatestStarts starts) {
        Request request = Objects.requireNonNull(asked.state().request(R1));
        return starts.of(request).map(Slack::latestStart);
    }

    private String sort(LatestStarts starts, String value) {
        return WorklistEntries.of(asked.state(), starts)
                .filter(it -> it.value().equals(value))
                .map(IndexEntry::sort)
                .findFirst()
                .orElseThrow();
    }

    private static LatestStarts usually(Duration median) {
        return new LatestStarts(Charters.NONE, only(FINANCE.value(), median));
    }

    private static KnownWork only(String department, Duration median) {
        return new KnownWork() {
            @Override
            public Optional<Comparables> comparableTo(Request.Ask ask) {
                return ask.department().value().equals(department)
                        ? Optional.of(new Comparables(
                                Comparables.Scope.KIND, Collections.nCopies(Comparables.FEWEST, median)))
                        : Optional.empty();
            }

            @Override
            public OptionalInt position(Request.Ask ask) {
                return OptionalInt.empty();
            }
        };
    }
}
