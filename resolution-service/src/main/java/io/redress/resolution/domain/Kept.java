package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.ResolutionEvent.Step;
import io.redress.resolution.domain.Progress.Executing;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the customer keeps of a chosen option that has failed or was given up: it has left the house, and nobody has said how
 * to undo it.
 */
final class Kept {
    private Kept() {}

    static List<Remedy> of(Executing failed) {
        return failed.chosen().steps().stream()
                .filter(step -> failed.completed().contains(step.stepId()) && isForGood(step))
                .map(Step::remedy)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static boolean isForGood(Step step) {
        return step.undo() == null || step.undo().isBlank();
    }

    /** What it is worth in a currency; nothing is converted. */
    static BigDecimal in(String currency, List<Remedy> kept) {
        return amounts(kept)
                .filter(it -> it.currency().equals(currency))
                .map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Stream<Money> amounts(List<Remedy> kept) {
        return kept.stream().map(Remedy::amount).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    static String inWords(List<Remedy> kept) {
        return kept.stream().map(Kept::inWords).collect(Collectors.joining(", "));
    }

    private static String inWords(Remedy remedy) {
        Money amount = remedy.amount();
        if (amount != null) {
            return amount.amount().toPlainString() + " " + amount.currency();
        }
        return remedy.item() == null ? remedy.kind() : remedy.item();
    }
}
