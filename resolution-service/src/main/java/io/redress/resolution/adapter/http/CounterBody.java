package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.Bargain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
}
