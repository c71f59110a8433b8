package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import io.redress.contracts.Party;
import org.jspecify.annotations.Nullable;

/** A short question to a colleague. */
record InformalQuestionBody(@Nullable Party to, @Nullable String text) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/to", to)
                .that(
                        !Party.CUSTOMER.equals(to),
                        "/to",
                        "Expected a department or a consultant, because only the front desk asks the customer.")
                .required("/text", text)
                .length("/text", text, 1, Limits.TITLE);
    }
}
