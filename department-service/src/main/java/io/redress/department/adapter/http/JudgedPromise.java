package io.redress.department.adapter.http;

import io.redress.contracts.CommitmentEvent.Judgement;
import io.redress.department.domain.Comparables;
import io.redress.department.domain.Warte;
import io.redress.department.domain.Yardstick;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A promise that was judged without being made.
 *
 * @param mayBeMade whether it would be taken
 */
record JudgedPromise(List<Judgement> letters, Used used, boolean mayBeMade) {

    /** The data by which it was judged; percentiles are absent where there is too little comparable work. */
    record Used(
            int comparables,
            @Nullable Long medianSeconds,
            @Nullable Long p85Seconds,
            int capacity,
            int freeCapacity,
            int marginPercent) {
        static Used of(Yardstick yardstick) {
            Comparables usual = yardstick.comparables();
            return new Used(
                    usual.count(),
                    usual.median().map(Duration::toSeconds).orElse(null),
                    usual.p85().map(Duration::toSeconds).orElse(null),
                    yardstick.capacity(),
                    yardstick.free(),
                    yardstick.marginPercent());
        }
    }

    /** @param strict whether what comparable work speaks against is refused */
    static JudgedPromise of(Warte warte, Yardstick yardstick, boolean strict) {
        return new JudgedPromise(
                warte.judgements(), Used.of(yardstick), warte.isCommitment() && !(strict && warte.isUnusual()));
    }
}
