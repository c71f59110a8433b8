package io.redress.resolution.domain;

import io.redress.contracts.DeviationEvent.Dimension;
import io.redress.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the customer said about a proposal instead of choosing.
 *
 * @param wants what is to be otherwise; absent where nothing of it will do
 * @param words what the customer says, as a reason or as a wish
 */
public record Bargain(
        String proposalId,
        @Nullable Dimension wants,
        String words,
        @Nullable Money amount,
        @Nullable Integer days,
        String by) {}
