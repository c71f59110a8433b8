package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.DepartmentCode;
import org.jspecify.annotations.Nullable;

/** Which department agrees to a version of a charter. */
record AgreementBody(@Nullable DepartmentCode department) implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/department", department);
    }
}
