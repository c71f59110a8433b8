package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/**
 * What somebody knows about a case.
 *
 * @param inquiryId the question it answers, where it answers one
 */
record ContributionBody(@Nullable String text, @Nullable String inquiryId) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/text", text)
                .length("/text", text, 1, Limits.NOTE)
                .length("/inquiryId", inquiryId, 1, Limits.NAME);
    }
}
