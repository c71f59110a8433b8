package io.redress.department.application;

import static io.redress.department.domain.Example.ANDREI;
import static io.redress.department.domain.Example.FINANCE;
import static io.redress.department.domain.Example.NOW;
import static io.redress.department.domain.Example.R1;
import static org.assertj.core.api.Assertions.assertThat;

import io.redress.chassis.testing.Behaviour;
import io.redress.contracts.CommitmentEvent.Part;
import io.redress.contracts.DepartmentReply;
import io.redress.department.domain.Commitment;
import io.redress.department.domain.Commitment.End;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentSummaryTest {

    @Test
    @Behaviour("R132")
    void always_early_and_always_late_both_show() {
        assertThat(summary(delivered(2, 10)).paddingIndex()).isEqualTo(0.8);
        assertThat(summary(delivered(2, 10)).early()).isEqualTo(10);
        assertThat(summary(delivered(9, 10)).paddingIndex()).isEqualTo(0.1);
        assertThat(summary(delivered(9, 10)).onTime()).isEqualTo(10);
        assertThat(summary(delivered(15, 10)).paddingIndex()).isEqualTo(-0.5);
        assertThat(summary(delivered(15, 10)).late()).isEqualTo(10);
    }

    @Test
    @Behaviour("R132")
    void with_too_few_deliveries_there_is_no_index() {
        assertThat(summary(delivered(2, 9)).paddingIndex()).isNull();
        assertThat(summary(List.of()).original().share()).isNull();
    }

    @Test
    @Behaviour({"R101", "R139"})
    void what_is_late_handed_on_or_incomplete_is_not_on_time_in_full() {
        CommitmentSummary summary = summary(Stream.of(
                        delivered(9, 1),
                        List.of(commitment(null, Part.ORIGINAL)),
                        List.of(commitment(new End.HandedOn(NOW), Part.FULL)),
                        List.of(commitment(new End.Delivered(NOW, "1", false, false, false, 0), Part.FULL)))
                .flatMap(List::stream)
                .toList());

        assertThat(summary.settled()).isEqualTo(4);
        assertThat(summary.delivered()).isEqualTo(1);
        assertThat(summary.original()).isEqualTo(new CommitmentSummary.Otif(1, 4, 0.25));
        assertThat(summary.requested()).isEqualTo(new CommitmentSummary.Otif(1, 3, 1.0 / 3));
    }

    private static CommitmentSummary summary(List<Commitment> settled) {
        return CommitmentSummary.of(FINANCE, settled);
    }

    /** Promised for ten hours each. */
    private static List<Commitment> delivered(int hours, int many) {
        boolean kept = hours <= 10;
        return Collections.nCopies(
                many, commitment(new End.Delivered(NOW.plus(Duration.ofHours(hours)), "2", kept, kept, kept, 0)));
    }

    private static Commitment commitment(@Nullable End end, Part... missed) {
        return new Commitment(
                "commitment-1",
                new DepartmentReply.Commitment(
                        "c1",
                        R1,
                        FINANCE,
                        "Silvia",
                        "2",
                        "invoices",
                        "Both agree.",
                        NOW.plus(Duration.ofHours(10)),
                        "Europe/Bucharest",
                        "overcharge"),
                ANDREI,
                NOW,
                NOW,
                List.of(),
                null,
                List.of(missed),
                end);
    }
}
