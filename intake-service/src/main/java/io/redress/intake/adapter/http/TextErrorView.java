package io.redress.intake.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.contracts.CaseId;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.TextErrors;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An error in a text, as those see it who deal with it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TextErrorView(
        String id,
        CaseId caseId,
        @Nullable String messageId,
        @Nullable String kind,
        String language,
        String where,
        String what,
        String status,
        String reportedBy,
        Instant reportedAt,
        @Nullable ResolutionView resolution) {

    /** What was done about it. */
    record ResolutionView(String how, String by, Instant at) {}

    static TextErrorView of(Filed filed, TextErrors.Report report) {
        TextErrors.Resolution resolution = report.resolution();
        return new TextErrorView(
                report.id(),
                filed.diagnosis().caseId(),
                report.messageId(),
                report.kind(),
                filed.complaint().language(),
                report.where(),
                report.what(),
                resolution == null ? "open" : "resolved",
                report.by(),
                report.at(),
                resolution == null ? null : new ResolutionView(resolution.how(), resolution.by(), resolution.at()));
    }
}
