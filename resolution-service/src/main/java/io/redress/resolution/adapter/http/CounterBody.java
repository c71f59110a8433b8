package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Limits;
import io.redress.contracts.Money;
import io.redress.resolution.domain.Bargain;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The customer would agree if one thing were otherwise. */
record CounterBody(
        @Nullable String proposalId,
        @Nullable String wants,
        @Nullable String words,
        @Nullable AmountBody amount,
        @Nullable Integer days)
        implements Checked {
    private static final int LONGEST_ID = 100;
    private static final List<String> DIMENSIONS = Arrays.stream(Dimension.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .toList();

    @Override
    public void check(Checks checks) {
        checks.required("/proposalId", proposalId)
                .length("/proposalId", proposalId, 1, LONGEST_ID)
                .required("/wants", wants)
                .oneOf("/wants", wants, DIMENSIONS)
                .required("/words", words)
                .length("/words", words, 1, Limits.NOTE)
                .inside("/amount", amount)
                .range("/days", days, 0, Limits.DAYS);
    }

    Bargain bargain(String by) {
        return new Bargain(
                requireNonNull(proposalId),
                Dimension.valueOf(requireNonNull(wants).toUpperCase(Locale.ROOT)),
                requireNonNull(words),
                amount == null ? null : amount.money(),
                days,
                by);
    }

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
                    money();
                } catch (IllegalArgumentException unknown) {
                    checks.that(false, "/currency", "Expected a currency of ISO 4217, but got " + currency + ".");
                }
            }
        }

        Money money() {
            return new Money(new BigDecimal(requireNonNull(amount)), requireNonNull(currency));
        }
    }
}
