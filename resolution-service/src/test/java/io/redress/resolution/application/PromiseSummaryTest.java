package io.redress.resolution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.PromiseEvent.Part;
import io.redress.contracts.PromiseEvent.PromiseMade;
import io.redress.contracts.PromiseEvent.PromisedLine;
import io.redress.resolution.application.PromiseSummary.Share;
import io.redress.resolution.domain.Promise;
import io.redress.resolution.domain.Promise.Standing;
import io.redress.resolution.domain.PromiseLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PromiseSummaryTest {
    private static final Instant MADE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant DUE = MADE.plus(Duration.ofDays(3));
    private static final Instant LATER = MADE.plus(Duration.ofDays(9));

    @Test
    @Behaviour("R139")
    void an_open_promise_counts_for_what_it_has_missed_already_and_for_nothing_else() {
        PromiseSummary summary = PromiseSummary.of(
                "2026-W10",
                List.of(
                        promise(Standing.KEPT, DUE, MADE),
                        promise(Standing.OPEN, DUE, null),
                        promise(Standing.OPEN, DUE, null, Part.REQUESTED, Part.ORIGINAL),
                        promise(Standing.OPEN, LATER, null, Part.REQUESTED, Part.ORIGINAL)),
                true);

        assertThat(summary.promises()).isEqualTo(4);
        assertThat(summary.requested()).isEqualTo(new Share(1, 3));
        assertThat(summary.original()).isEqualTo(new Share(1, 3));
        assertThat(summary.latest()).isEqualTo(new Share(1, 2));
    }

    @Test
    @Behaviour("R139")
    void what_was_released_counts_where_it_had_missed_something_before() {
        PromiseSummary summary = PromiseSummary.of(
                "2026-W10",
                List.of(
                        promise(Standing.RELEASED, DUE, null),
                        promise(Standing.RELEASED, LATER, null, Part.ORIGINAL),
                        promise(Standing.BROKEN, DUE, null, Part.FULL)),
                true);

        assertThat(summary.promises()).isEqualTo(2);
        assertThat(summary.original()).isEqualTo(new Share(0, 2));
        assertThat(summary.latest()).isEqualTo(new Share(0, 1));
    }

    private static Promise promise(Standing standing, Instant dueAt, @Nullable Instant deliveredAt, Part... missed) {
        PromisedLine line = new PromisedLine("s1", new DepartmentCode("finance"), "Pay.", "1", List.of(), 1);
        PromiseMade made = new PromiseMade(
                new CaseId("01990c3e-7a10-7c3b-9d51-2f6a1b8c4e70"),
                "p",
                "o1",
                "A refund.",
                DUE,
                MADE,
                List.of(line),
                null,
                DUE);
        return new Promise(
                made,
                dueAt,
                standing,
                List.of(new PromiseLine(line, null, null, null, null, deliveredAt, true, null)),
                null,
                List.of(),
                List.of(),
                0,
                List.of(missed));
    }
}
