package io.redress.department.domain;

import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody says about what was delivered. */
public sealed interface DeliveryCommand extends DealingCommand {

    /**
     * Whoever asked sends an incomplete answer back.
     *
     * @param key the sender's own name for it
     * @param within how long after the answer that is possible
     */
    record SendBack(
            RequestId requestId,
            DepartmentCode department,
            String key,
            Speaker speaker,
            String reason,
            List<String> missing,
            Duration within)
            implements DeliveryCommand {
        public SendBack {
            missing = List.copyOf(missing);
        }
    }

    /**
     * Whoever asked rates an answer.
     *
     * @param onTime absent for what the dates say
     * @param complete absent for what is known
     * @param corrects whether the caller has seen the rating that this replaces
     */
    record Rate(
            RequestId requestId,
            DepartmentCode department,
            Speaker speaker,
            @Nullable Boolean onTime,
            @Nullable Boolean complete,
            @Nullable String words,
            boolean corrects)
            implements DeliveryCommand {}

    /**
     * One side thanks the other.
     *
     * @param words absent where the click is the thanks
     */
    record Thank(
            RequestId requestId,
            DepartmentCode department,
            Speaker speaker,
            @Nullable String words) implements DeliveryCommand {}

    /** The customer has been offered a solution, which rests on the answers so far. */
    record HearProposal(Instant at) implements DeliveryCommand {}

    /**
     * Something became of the case.
     *
     * @param outcome in a word
     */
    record HearOutcome(String outcome, Instant at) implements DeliveryCommand {}
}
