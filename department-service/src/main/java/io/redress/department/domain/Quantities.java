package io.redress.department.domain;

import io.redress.contracts.Limits;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much of something, as it travels: a plain decimal in a text. */
final class Quantities {
    static final String EXPECTED = "Expected how much is promised, such as 2 or 2.5";

    private Quantities() {}

    static boolean isPositive(@Nullable String quantity) {
        return quantity != null && Limits.QUANTITY.matcher(quantity).matches() && new BigDecimal(quantity).signum() > 0;
    }

    /** Whether the one is at least as much as the other. */
    static boolean reaches(String delivered, String promised) {
        return new BigDecimal(delivered).compareTo(new BigDecimal(promised)) >= 0;
    }
}
