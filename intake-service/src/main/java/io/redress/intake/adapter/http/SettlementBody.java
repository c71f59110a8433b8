package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.intake.domain.SettleUnknown;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message of which nobody knew.
 *
 * @param messageId as the list of messages names it
 * @param outcome {@code delivered} or {@code not-delivered}
 * @param reason how it is known
 */
record SettlementBody(
        @Nullable String messageId,
        @Nullable String outcome,
        @Nullable String reason) implements Checked {
    private static final String DELIVERED = "delivered";
    private static final List<String> OUTCOMES = List.of(DELIVERED, "not-delivered");
    private static final int LONGEST_ID = 300;

    @Override
    public void check(Checks checks) {
        checks.required("/messageId", messageId)
                .length("/messageId", messageId, 1, LONGEST_ID)
                .required("/outcome", outcome)
                .oneOf("/outcome", outcome, OUTCOMES)
                .required("/reason", reason)
                .length("/reason", reason, 1, Limits.NOTE);
    }

    SettleUnknown command(String by) {
        return new SettleUnknown(
                Objects.requireNonNull(messageId), DELIVERED.equals(outcome), Objects.requireNonNull(reason), by);
    }
}
