package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.contracts.PlannedStep;
import io.redress.contracts.Remedy;
import io.redress.department.adapter.http.OptionBody.CostBody;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One step of the plan behind an option, as a department posts it. */
record PlannedStepBody(
        @Nullable String name,
        @Nullable String department,
        @Nullable String action,
        @Nullable List<String> after,
        @Nullable String undo,
        @Nullable Integer days,
        @Nullable RemedyBody remedy)
        implements Checked {
    private static final Pattern DEPARTMENT = Pattern.compile("[a-z][a-z-]{1,30}");

    @Override
    public void check(Checks checks) {
        checks.required("/name", name)
                .length("/name", name, 1, Limits.KEY)
                .required("/department", department)
                .matches("/department", department, DEPARTMENT, "the code of a department, such as finance")
                .required("/action", action)
                .length("/action", action, 1, Limits.ACTION)
                .that(
                        after == null
                                || after.size() <= Limits.STEPS
                                        && after.stream().noneMatch(Objects::isNull),
                        "/after",
                        "Expected at most " + Limits.STEPS + " names of steps to come after.")
                .length("/undo", undo, 0, Limits.ACTION)
                .range("/days", days, 0, Limits.DAYS)
                .inside("/remedy", remedy);
    }

    PlannedStep step() {
        return new PlannedStep(
                Objects.requireNonNull(name),
                new DepartmentCode(Objects.requireNonNull(department)),
                Objects.requireNonNull(action),
                Objects.requireNonNullElse(after, List.of()),
                undo,
                days,
                remedy == null ? null : remedy.remedy());
    }

    /** What leaves the house with a step. */
    record RemedyBody(
            @Nullable String kind,
            @Nullable CostBody amount,
            @Nullable String item) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("/kind", kind)
                    .length("/kind", kind, 1, Limits.KEY)
                    .inside("/amount", amount)
                    .that(
                            amount == null || amount.sign() > 0,
                            "/amount/amount",
                            "Expected an amount above zero, or no amount where goods are sent.")
                    .that(
                            kind == null || amount != null || !Remedy.needsAmount(kind, item),
                            "/amount",
                            "Expected how much is paid, as a refund or a credit is, or an item that is sent.")
                    .length("/item", item, 0, Limits.TITLE);
        }

        Remedy remedy() {
            return new Remedy(Objects.requireNonNull(kind), amount == null ? null : amount.money(), item);
        }
    }
}
