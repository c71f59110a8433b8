package io.redress.resolution.domain;

import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import io.redress.contracts.Reserve;
import io.redress.contracts.ResolutionEvent.Option;
import io.redress.contracts.ResolutionEvent.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * What an option is worth, as limits measure it: what it costs us, what leaves the house with its steps, and what it takes
 * from budgets, each by itself and none against another.
 *
 * @param amounts one for the cost, one per currency for what leaves the house and for what is taken from budgets
 * @param objections why it cannot be measured, in sentences; empty where it can
 */
record Worth(List<MonetaryAmount> amounts, List<String> objections) {
    Worth {
        amounts = List.copyOf(amounts);
        objections = List.copyOf(objections);
    }

    /** A budget is known by its currency, from when it has been held once; the proposal is looked at again then. */
    static Worth of(Option option, Reservations reservations) {
        Money costs = option.cost();
        List<MonetaryAmount> cost = costs == null ? List.of() : List.of(amountOf(costs));
        List<Remedy> remedies = option.steps().stream()
                .map(Step::remedy)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        List<MonetaryAmount> leaving = remedies.stream()
                .map(Remedy::amount)
                .filter(Objects::nonNull)
                .map(it -> amountOf(Objects.requireNonNull(it)))
                .toList();
        List<MonetaryAmount> reserved = Objects.requireNonNullElse(option.reserves(), List.<Reserve>of()).stream()
                .flatMap(it ->
                        reservations
                                .currencyOf(it.resource())
                                .map(currency -> amountOf(new BigDecimal(it.quantity()), currency))
                                .stream())
                .toList();
        List<MonetaryAmount> all = new ArrayList<>(cost);
        all.addAll(sums(leaving));
        all.addAll(sums(reserved));
        List<String> objections = new ArrayList<>();
        if (Stream.of(cost, leaving, reserved)
                        .flatMap(List::stream)
                        .map(MonetaryAmount::getCurrency)
                        .distinct()
                        .count()
                > 1) {
            objections.add("It is in more than one currency, and nothing is converted.");
        }
        if (cost.stream().anyMatch(MonetaryAmount::isNegative)
                || leaving.stream().anyMatch(MonetaryAmount::isNegativeOrZero)) {
            objections.add("Not all of its amounts are above zero.");
        }
        if (remedies.stream().anyMatch(Remedy::lacksAmount)) {
            objections.add("How much is paid is not said.");
        }
        return new Worth(all, objections);
    }

    /** What the customer keeps of earlier choices counts with what comes on top of it. */
    Worth onTopOf(List<Remedy> kept) {
        List<String> all = new ArrayList<>(objections);
        boolean isInAnother = amounts.stream()
                .map(it -> it.getCurrency().getCurrencyCode())
                .anyMatch(currency -> kept.stream()
                        .flatMap(it -> Stream.ofNullable(it.amount()))
                        .anyMatch(it -> !it.currency().equals(currency)));
        if (isInAnother) {
            all.add("What the customer keeps already is in another currency, and nothing is converted.");
        }
        return new Worth(
                amounts.stream()
                        .map(it -> it.isPositive()
                                ? it.add(amountOf(
                                        Kept.in(it.getCurrency().getCurrencyCode(), kept),
                                        it.getCurrency().getCurrencyCode()))
                                : it)
                        .toList(),
                all);
    }

    /** Only what is above zero: what is below must not make the rest smaller. */
    private static List<MonetaryAmount> sums(List<MonetaryAmount> amounts) {
        Map<CurrencyUnit, MonetaryAmount> sums = new LinkedHashMap<>();
        amounts.stream()
                .filter(MonetaryAmount::isPositive)
                .forEach(it -> sums.merge(it.getCurrency(), it, MonetaryAmount::add));
        return List.copyOf(sums.values());
    }

    static MonetaryAmount amountOf(Money money) {
        return amountOf(money.amount(), money.currency());
    }

    private static MonetaryAmount amountOf(BigDecimal amount, String currency) {
        return org.javamoney.moneta.Money.of(amount, Monetary.getCurrency(currency));
    }

    static String text(MonetaryAmount amount) {
        BigDecimal number = amount.getNumber().numberValueExact(BigDecimal.class);
        int decimals = Math.max(number.scale(), amount.getCurrency().getDefaultFractionDigits());
        return number.setScale(decimals).toPlainString() + " "
                + amount.getCurrency().getCurrencyCode();
    }
}
