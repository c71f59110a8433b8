package io.redress.intake.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a consultant notes about a contact.
 *
 * @param mood the customer's after it, -1 (furious) to 1 (content)
 * @param smallTalk whether there was time for more than the matter itself
 */
record ContactBody(
        @Nullable String note,
        @Nullable BigDecimal mood,
        @Nullable Boolean smallTalk) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/note", note).length("/note", note, 1, Limits.NOTE).range("/mood", mood, -1, 1);
    }
}
