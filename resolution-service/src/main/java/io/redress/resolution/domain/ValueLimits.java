package io.redress.resolution.domain;

import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Money;
import io.redress.contracts.Remedy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/**
 * What a solution may be worth before senior management must agree (R49, R104): by who had the idea, by the customer's
 * tier and by what the case is about. Amounts of another currency are never converted: they need senior management.
 *
 * @param editions each in force from its date until that of the next
 */
public record ValueLimits(List<Edition> editions) {

    /** @throws IllegalArgumentException where two have one name or begin at one instant */
    public ValueLimits {
        editions = editions.stream()
                .sorted(Comparator.comparing(Edition::validFrom))
                .toList();
        Set<Object> seen = new HashSet<>();
        for (Edition edition : editions) {
            if (!seen.add(edition.version()) || !seen.add(edition.validFrom())) {
                throw new IllegalArgumentException(
                        "Expected editions of value limits with a version and a date of their" + " own, but got two of "
                                + edition.version() + " from " + edition.validFrom());
            }
        }
    }

    /**
     * The limits of one time.
     *
     * @param rows the first that fits decides; where none fits, every amount is too much
     */
    public record Edition(String version, Instant validFrom, List<Row> rows) {
        public Edition {
            rows = List.copyOf(rows);
        }

        /** What applies to a case. */
        public Optional<Row> rowFor(@Nullable DepartmentCode role, Customer.Tier tier, List<String> natures) {
            return rows.stream().filter(it -> it.fits(role, tier, natures)).findFirst();
        }
    }

    /**
     * One line of the limits.
     *
     * @param role the department that had the idea; absent for any, and for what the company has declared
     * @param tier absent for any
     * @param natures what the case is about; empty for anything
     * @param upTo the largest amount that needs nobody's agreement, once per currency
     */
    public record Row(
            @Nullable DepartmentCode role, Customer.@Nullable Tier tier, List<String> natures, List<Money> upTo) {
        public Row {
            natures = List.copyOf(natures);
            upTo = List.copyOf(upTo);
            if (upTo.stream().map(Money::currency).distinct().count() < upTo.size()) {
                throw new IllegalArgumentException("Expected one limit per currency, but got " + upTo);
            }
        }

        private boolean fits(@Nullable DepartmentCode asking, Customer.Tier theirs, List<String> about) {
            return (role == null || role.equals(asking))
                    && (tier == null || tier == theirs)
                    && (natures.isEmpty() || about.stream().anyMatch(natures::contains));
        }

        private Optional<Money> in(String currency) {
            return upTo.stream().filter(it -> it.currency().equals(currency)).findFirst();
        }
    }

    /** What is in force at an instant; empty before the first. */
    public Optional<Edition> at(Instant now) {
        return editions.stream().filter(it -> !it.validFrom().isAfter(now)).reduce((_, later) -> later);
    }

    /** An edition by its name. */
    public Optional<Edition> edition(@Nullable String version) {
        return editions.stream().filter(it -> it.version().equals(version)).findFirst();
    }

    /** Why something is worth too much, in sentences; empty where it is not. */
    static List<String> exceededBy(
            Worth worth, Optional<Edition> edition, @Nullable DepartmentCode role, Circumstances known) {
        Worth all = worth.onTopOf(known.keeps());
        List<String> exceeded = new ArrayList<>(all.objections());
        exceeded.addAll(
                exceededBy(all.amounts(), edition.flatMap(it -> it.rowFor(role, known.tier(), known.natures()))));
        return exceeded;
    }

    /**
     * Why what everybody affected by an incident receives is worth too much: as for an idea that is nobody's, for any
     * customer, whatever it is about.
     *
     * @param accounts known to receive it; one where none is
     */
    static List<String> exceededBy(Remedy remedy, long accounts, Optional<Edition> edition) {
        Money amount = remedy.amount();
        return amount == null
                ? List.of()
                : exceededBy(
                        List.of(Worth.amountOf(amount).multiply(Math.max(1, accounts))),
                        edition.flatMap(it -> it.rowFor(null, Customer.Tier.STANDARD, List.of())));
    }

    private static List<String> exceededBy(List<MonetaryAmount> amounts, Optional<Row> row) {
        List<String> exceeded = new ArrayList<>();
        for (MonetaryAmount amount : amounts) {
            if (!amount.isPositive()) {
                continue;
            }
            String currency = amount.getCurrency().getCurrencyCode();
            Optional<Money> limit = row.flatMap(it -> it.in(currency));
            if (limit.isEmpty()) {
                exceeded.add(
                        "There is no limit in %s, and %s is not converted.".formatted(currency, Worth.text(amount)));
            } else if (amount.isGreaterThan(Worth.amountOf(limit.get()))) {
                exceeded.add("%s is more than the limit of %s."
                        .formatted(Worth.text(amount), Worth.text(Worth.amountOf(limit.get()))));
            }
        }
        return exceeded;
    }
}
