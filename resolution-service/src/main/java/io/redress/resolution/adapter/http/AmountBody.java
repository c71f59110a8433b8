package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Money;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An amount as a decimal text, so that no reader rounds it. */
record AmountBody(@Nullable String amount, @Nullable String currency) implements Checked {
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,14}(\\.[0-9]{1,4})?");

    @Override
    public void check(Checks checks) {
        checks.required("/amount", amount)
                .matches("/amount", amount, AMOUNT, "an amount as text, such as 120.00")
                .required("/currency", currency);
        if (currency != null && amount != null && AMOUNT.matcher(amount).matches()) {
            try {
                checks.that(
                        money().canBePaid(),
                        "/amount",
                        "Expected an amount that can be paid in " + currency + ", but got " + amount + ".");
            } catch (IllegalArgumentException unknown) {
                checks.that(false, "/currency", "Expected a currency of ISO 4217, but got " + currency + ".");
            }
        }
    }

    /** Whether it is more than nothing; what is no amount at all has been said already. */
    boolean isPositive() {
        return amount == null || !AMOUNT.matcher(amount).matches() || new BigDecimal(amount).signum() > 0;
    }

    Money money() {
        return new Money(new BigDecimal(requireNonNull(amount)), requireNonNull(currency));
    }
}
