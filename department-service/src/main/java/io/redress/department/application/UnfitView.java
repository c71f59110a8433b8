package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;
import io.redress.department.domain.Completeness.Look;
import io.redress.department.domain.ContractField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What would make a request right that lacks something of what its department needs to begin (R66, R79, R93).
 *
 * @param department who needs it
 * @param missing what nobody has said, or not in its form
 * @param filled what nobody has to fill in, because the case says it
 * @param template all fields as the department calls them, empty where something is missing
 */
public record UnfitView(
        DepartmentCode department, List<MissingView> missing, List<FilledView> filled, Map<String, String> template) {

    /** @param forRequest the request of whoever asks, if that is a department */
    public static UnfitView of(DepartmentCode department, CaseId caseId, @Nullable RequestId forRequest, Look look) {
        return new UnfitView(
                department,
                look.lacking().stream()
                        .map(ContractField::missed)
                        .map(it -> MissingView.of(it, department, caseId, forRequest))
                        .toList(),
                FilledView.of(look.filled()),
                look.contract().template(look.known()));
    }
}
