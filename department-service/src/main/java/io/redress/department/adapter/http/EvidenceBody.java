package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.Limits;
import org.jspecify.annotations.Nullable;

/**
 * Something that shows how it was.
 *
 * @param href where it is kept; it is never fetched here
 */
record EvidenceBody(@Nullable String title, @Nullable String href) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/title", title)
                .length("/title", title, 1, Limits.TITLE)
                .length("/href", href, 1, Limits.ADDRESS);
    }
}
