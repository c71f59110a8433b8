package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.Money;
import io.redress.contracts.OptionIdea;
import io.redress.contracts.PlannedStep;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One way to put things right, as a department posts it. */
record OptionBody(
        @Nullable String kind,
        @Nullable String title,
        @Nullable CostBody cost,
        @Nullable Integer days,
        @Nullable String disadvantage,
        @Nullable String consequence,
        @Nullable List<PlannedStepBody> steps,
        @Nullable List<ReserveBody> reserves)
        implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/kind", kind)
                .length("/kind", kind, 1, Limits.KEY)
                .required("/title", title)
                .length("/title", title, 1, Limits.TITLE)
                .inside("/cost", cost)
                .that(cost == null || cost.sign() >= 0, "/cost/amount", "Expected a cost of zero or more.")
                .required("/days", days)
                .range("/days", days, 0, Limits.DAYS)
                .length("/disadvantage", disadvantage, 0, Limits.NOTE)
                .length("/consequence", consequence, 0, Limits.NOTE)
                .that(isFilled(reserves), "/reserves", "Expected no empty elements.")
                .each("/reserves", reserves, Limits.RESERVES)
                .that(isFilled(steps), "/steps", "Expected no empty elements.")
                .each("/steps", steps, Limits.STEPS);
        checkPlan(checks);
    }

    private static boolean isFilled(@Nullable List<?> list) {
        return list == null || list.stream().noneMatch(Objects::isNull);
    }

    /** Steps that are well said one by one must be possible together. */
    private void checkPlan(Checks checks) {
        Checks alone = new Checks();
        alone.each("", steps, Limits.STEPS);
        if (steps != null && isFilled(steps) && alone.passed()) {
            try {
                PlannedStep.orRefuse(plan());
            } catch (IllegalArgumentException impossible) {
                checks.that(false, "/steps", impossible.getMessage() + ".");
            }
        }
    }

    int stepCount() {
        return steps == null ? 0 : steps.size();
    }

    private List<PlannedStep> plan() {
        return Objects.requireNonNullElse(steps, List.<PlannedStepBody>of()).stream()
                .map(PlannedStepBody::step)
                .toList();
    }

    /** The idea; the body must have been checked. */
    OptionIdea idea() {
        return new OptionIdea(
                Objects.requireNonNull(kind),
                Objects.requireNonNull(title),
                cost == null ? null : cost.money(),
                Objects.requireNonNull(days),
                disadvantage,
                consequence,
                steps == null ? null : plan(),
                reserves == null
                        ? null
                        : reserves.stream().map(ReserveBody::reserve).toList());
    }

    /** An amount as a decimal text, so that no reader rounds it. */
    record CostBody(@Nullable String amount, @Nullable String currency) implements Checked {
        private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,14}(\\.[0-9]{1,4})?");

        @Override
        public void check(Checks checks) {
            checks.required("/amount", amount)
                    .matches("/amount", amount, AMOUNT, "an amount as text, such as 120.00")
                    .required("/currency", currency);
            if (currency != null && amount != null && AMOUNT.matcher(amount).matches()) {
                try {
                    checks.that(
                            money().canBePaid(),
                            "/amount",
                            "Expected an amount that can be paid in " + currency + ", but got " + amount + ".");
                } catch (IllegalArgumentException unknown) {
                    checks.that(false, "/currency", "Expected a currency of ISO 4217, but got " + currency + ".");
                }
            }
        }

        /** Below, at or above zero; above where it is no number, which is refused for itself. */
        int sign() {
            return amount != null && AMOUNT.matcher(amount).matches() ? new BigDecimal(amount).signum() : 1;
        }

        Money money() {
            return new Money(new BigDecimal(Objects.requireNonNull(amount)), Objects.requireNonNull(currency));
        }
    }
}
