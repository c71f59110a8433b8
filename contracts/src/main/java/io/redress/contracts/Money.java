package io.redress.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.util.Currency;

/** An amount with its currency (ISO 4217). On the wire the amount is a decimal string, so no reader rounds it. */
public record Money(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount, String currency) {
    public Money {
        if (!isCurrency(currency)) {
            throw new IllegalArgumentException(
                    "Expected a currency of ISO 4217 such as EUR, but got " + Bounds.shown(currency));
        }
        if (amount.precision() > 18 || amount.scale() > 4 || amount.scale() < 0) {
            throw new IllegalArgumentException("Expected an amount of at most 18 digits, 4 of them decimals, but got "
                    + Bounds.shown(shape(amount)));
        }
    }

    /** Whether it is as much in the same currency: 10.0 is 10.00, which {@code equals} denies. */
    public boolean isSameAs(Money other) {
        return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
    }

    /**
     * Whether somebody can pay exactly that: in a currency that has a smallest unit, and no finer than it (ISO 4217). What was
     * said before this was asked is still read, so it is asked at the doors and not of every amount.
     */
    public boolean canBePaid() {
        int decimals = Currency.getInstance(currency).getDefaultFractionDigits();
        return decimals >= 0 && amount.stripTrailingZeros().scale() <= decimals;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    // Not toPlainString: written out, 1E+2000000000 would fill the memory.
    private static String shape(BigDecimal amount) {
        return "%d digits with %d decimals".formatted(amount.precision(), amount.scale());
    }
}
