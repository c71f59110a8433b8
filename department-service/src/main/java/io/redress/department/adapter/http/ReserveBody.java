package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.Reserve;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an option needs of something scarce, as a department posts it. */
record ReserveBody(@Nullable String resource, @Nullable String quantity) implements Checked {

    @Override
    public void check(Checks checks) {
        checks.required("/resource", resource)
                .length("/resource", resource, 1, Limits.KEY)
                .required("/quantity", quantity)
                .matches("/quantity", quantity, Limits.QUANTITY, "a quantity as text, such as 2 or 2.5");
    }

    Reserve reserve() {
        return new Reserve(Objects.requireNonNull(resource), Objects.requireNonNull(quantity));
    }
}
