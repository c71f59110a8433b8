package io.redress.department.application;

import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.MissingField;
import io.redress.contracts.RequestId;
import io.redress.contracts.RequestKind;
import io.redress.department.domain.Cooperation.Question;
import io.redress.department.domain.Request;
import io.redress.department.domain.Wanting;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a department needs to begin and does not have, and who can supply it.
 *
 * @param prerequisite whether somebody has to do something before it can be said
 * @param ask the one call that asks that department for it; absent where nobody has to be asked
 */
public record MissingView(
        String name,
        String meaning,
        String example,
        @Nullable DepartmentCode suppliedBy,
        boolean prerequisite,
        @Nullable AskView ask) {

    /** A request that can be made as it stands. */
    public record AskView(String method, String href, AskBody body) {}

    /** @param forRequest absent where the front desk asks for the case */
    public record AskBody(CaseId caseId, @Nullable RequestId forRequest, RequestKind kind, String subject) {}

    static @Nullable List<MissingView> of(Question question, Request request) {
        List<MissingField> missing = question.missing();
        return missing == null
                ? null
                : missing.stream()
                        .map(it -> of(
                                it,
                                request.ask().department(),
                                request.ask().id().caseId(),
                                question.to().isDepartment() ? request.ask().parent() : null))
                        .toList();
    }

    /**
     * One field.
     *
     * @param needing who needs it
     * @param forRequest the request of whoever has to supply it, if that is a department
     */
    public static MissingView of(
            MissingField field, DepartmentCode needing, CaseId caseId, @Nullable RequestId forRequest) {
        boolean prerequisite = Boolean.TRUE.equals(field.prerequisite());
        DepartmentCode supplier = field.suppliedBy();
        return new MissingView(
                field.name(),
                field.meaning(),
                field.example(),
                supplier,
                prerequisite,
                prerequisite && supplier != null
                        ? new AskView(
                                "POST",
                                "/api/v1/departments/" + supplier + "/requests",
                                new AskBody(
                                        caseId, forRequest, RequestKind.SOLUTION, Wanting.subjectFor(needing, field)))
                        : null);
    }
}
