package io.redress.resolution.adapter.http;

import static java.util.Objects.requireNonNull;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ResourceTerms;
import io.redress.resolution.domain.ResourceTerms.Kind;
import io.redress.resolution.domain.ResourceTerms.Part;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How much there is of something: a stock or a budget as a whole, a calendar by its slots. */
record ResourceBody(
        @Nullable String kind,
        @Nullable String owner,
        @Nullable String quantity,
        @Nullable String currency,
        @Nullable List<SlotBody> slots)
        implements Checked {
    private static final List<String> KINDS = List.of("stock", "budget", "appointments");
    private static final Pattern DEPARTMENT = Pattern.compile("[a-z][a-z-]{1,30}");
    private static final String DECIMAL = "a plain decimal as text, such as 2 or 2.50";

    @Override
    public void check(Checks checks) {
        checks.required("/kind", kind)
                .oneOf("/kind", kind, KINDS)
                .required("/owner", owner)
                .matches("/owner", owner, DEPARTMENT, "the code of a department")
                .matches("/quantity", quantity, Limits.QUANTITY, DECIMAL)
                .filled("/slots", slots)
                .each("/slots", slots, ResourceTerms.MOST_PARTS);
        if (kind != null) {
            checks.that(isCalendar() || quantity != null, "/quantity", "Expected how much there is, but got nothing.")
                    .that(!isCalendar() || quantity == null, "/quantity", "Expected quantities by slot, but got one.")
                    .that(
                            isCalendar() == (slots != null && !slots.isEmpty()),
                            "/slots",
                            "Expected slots of a calendar.")
                    .that(
                            "budget".equals(kind) == (currency != null),
                            "/currency",
                            "Expected the currency of a budget and of nothing else.");
        }
        checks.that(
                currency == null || isCurrency(currency), "/currency", "Expected a currency of ISO 4217 such as EUR.");
    }

    private boolean isCalendar() {
        return "appointments".equals(kind);
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(it -> it.getCurrencyCode().equals(code));
    }

    ResourceTerms terms() {
        List<Part> parts = isCalendar()
                ? requireNonNull(slots).stream().map(SlotBody::part).toList()
                : List.of(new Part("", new BigDecimal(requireNonNull(quantity))));
        Kind of = Kind.valueOf(requireNonNull(kind).toUpperCase(Locale.ROOT));
        return new ResourceTerms(of, new DepartmentCode(requireNonNull(owner)), currency, parts);
    }

    /** @param slot what an option names after the name of the calendar and a slash */
    record SlotBody(@Nullable String slot, @Nullable String quantity) implements Checked {
        private static final Pattern SLOT = Pattern.compile("[0-9A-Za-z:+_.-]{1,40}");

        @Override
        public void check(Checks checks) {
            checks.required("/slot", slot)
                    .matches("/slot", slot, SLOT, "a slot such as 2026-12-01T09:00")
                    .required("/quantity", quantity)
                    .matches("/quantity", quantity, Limits.QUANTITY, DECIMAL);
        }

        Part part() {
            return new Part(requireNonNull(slot), new BigDecimal(requireNonNull(quantity)));
        }
    }
}
