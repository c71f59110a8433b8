package io.redress.department.adapter.http;

import io.redress.chassis.http.Checked;
import io.redress.chassis.http.Checks;
import io.redress.contracts.CaseId;
import io.redress.contracts.Limits;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of a department.
 *
 * @param forRequest the asker's own request that it helps with; absent where the front desk asks for the case
 */
record AskBody(
        @Nullable CaseId caseId,
        @Nullable RequestId forRequest,
        @Nullable RequestKind kind,
        @Nullable String subject,
        @Nullable Map<String, @Nullable String> fields,
        @Nullable Instant wantedBy)
        implements Checked {
    @Override
    public void check(Checks checks) {
        checks.required("/caseId", caseId)
                .that(
                        forRequest == null
                                || caseId == null
                                || forRequest.caseId().equals(caseId),
                        "/forRequest",
                        "Expected a request of the case in caseId.")
                .required("/kind", kind)
                .required("/subject", subject)
                .length("/subject", subject, 1, Limits.NOTE);
        FieldsBody.check(checks, fields);
    }
}
