package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.Limits;
import io.redress.resolution.domain.ResolutionCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What keeps a case from being closed. */
record OpenEnds(List<End> open) {

    /** @param href where it can be read */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(String kind, String id, @Nullable DepartmentCode department, String href) {}

    static OpenEnds of(String caseId, ResolutionCase known) {
        return new OpenEnds(known.openEnds().stream()
                .limit(Limits.OPEN_ENDS)
                .map(it -> new End(it.kind(), it.id(), it.department(), "/api/v1/cases/" + caseId + place(it.kind())))
                .toList());
    }

    private static String place(String kind) {
        return switch (kind) {
            case "step" -> "/execution";
            case "promise" -> "/promises";
            default -> "/waits";
        };
    }
}
