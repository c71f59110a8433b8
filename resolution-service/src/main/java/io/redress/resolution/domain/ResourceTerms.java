package io.redress.resolution.domain;

import io.redress.contracts.DepartmentCode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.Monetary;
import org.javamoney.moneta.Money;
import org.jspecify.annotations.Nullable;

/**
 * What there is of a resource, as its department declares it.
 *
 * @param owner the department that declares it
 * @param currency of a budget, ISO 4217; absent for anything else
 * @param parts the slots of a calendar, at most {@value #MOST_PARTS}; a stock or a budget is one part without a name
 */
public record ResourceTerms(
        Kind kind, DepartmentCode owner, @Nullable String currency, List<Part> parts) {
    /** Slots of one calendar. */
    public static final int MOST_PARTS = 200;

    public ResourceTerms {
        parts = List.copyOf(parts);
    }

    /** What kind of thing runs out. */
    public enum Kind {
        STOCK,
        BUDGET,
        APPOINTMENTS
    }

    /**
     * One that runs out by itself.
     *
     * @param name of a slot; empty for the whole of a stock or a budget
     * @param capacity all of it, what was taken included
     */
    public record Part(String name, BigDecimal capacity) {}

    /** Why this cannot be kept; empty where it can. */
    Optional<String> objection() {
        if (parts.isEmpty() || parts.size() > MOST_PARTS) {
            return Optional.of("Expected 1 to " + MOST_PARTS + " slots, but got " + parts.size() + ".");
        }
        Set<String> names = new HashSet<>();
        for (Part part : parts) {
            if (!names.add(part.name())) {
                return Optional.of("Expected each slot once, but got " + part.name() + " twice.");
            }
            if (part.capacity().signum() < 0 || !isCountable(part.capacity())) {
                return Optional.of("Expected a quantity that "
                        + (kind == Kind.BUDGET ? "can be paid in " + currency : "can be counted")
                        + ", but got another.");
            }
        }
        return Optional.empty();
    }

    /** Whether there can be so much of it: money only as it can be paid. */
    boolean isCountable(BigDecimal quantity) {
        if (kind != Kind.BUDGET) {
            return true;
        }
        if (currency == null || !Monetary.isCurrencyAvailable(currency)) {
            return false;
        }
        var amount = Money.of(quantity, currency);
        return amount.with(Monetary.getRounding(amount.getCurrency())).isEqualTo(amount);
    }

    /** All there is of a part; nothing where there is no such part. */
    BigDecimal capacity(String part) {
        return parts.stream()
                .filter(it -> it.name().equals(part))
                .map(Part::capacity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    boolean has(String part) {
        return parts.stream().anyMatch(it -> it.name().equals(part));
    }
}
