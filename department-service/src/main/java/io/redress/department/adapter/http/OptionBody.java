package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to put things right, as a department posts it. */
record OptionBody(
        @Nullable String kind,
        @Nullable String title,
        @Nullable CostBody cost,
        @Nullable Integer days,
        @Nullable String disadvantage)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/kind", kind)
                .length("/kind", kind, 1, Limits.KEY)
                .required("/title", title)
                .length("/title", title, 1, Limits.TITLE)
                .inside("/cost", cost)
                .required("/days", days)
                .range("/days", days, 0, Limits.DAYS)
                .length("/disadvantage", disadvantage, 0, Limits.NOTE);
    }

    /** The idea; the body must have been checked. */
    OptionIdea idea() {
        return new OptionIdea(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                cost == null ? null : cost.money(),
                Objects.requireNonNull(days),
                disadvantage);
    }

    /** An amount as a decimal text, so that no reader rounds it. */
    record CostBody(@Nullable String amount, @Nullable String currency) implements Checked {
        private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,14}(\\.[0-9]{1,4})?");

        @Override
        public void check(Checks checks) {
            checks.required("/amount", amount)
                    .matches("/amount", amount, AMOUNT, "an amount as text, such as 120.00")
                    .required("/currency", currency);
            if (currency != null && amount != null && AMOUNT.matcher(amount).matches()) {
                try {
                    money();
                } catch (IllegalArgumentException unknown) {
                    checks.that(false, "/currency", "Expected a currency of ISO 4217, but got " + currency + ".");
                }
            }
        }

        Money money() {
            return new Money(new BigDecimal(Objects.requireNonNull(amount)), Objects.requireNonNull(currency));
        }
    }
}
