package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
import io.redress.contracts.Remedy;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.ResolutionState;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What everybody affected by an incident receives.
 *
 * @param state {@code none}, {@code proposed}, {@code executing}, or {@code stopped} where it was approved and the incident
 *     does not execute first any more
 * @param mode absent until somebody has decided
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record IncidentRemedyView(
        IncidentId incidentId,
        String state,
        @Nullable ExecutionMode mode,
        @Nullable Remedy remedy,
        @Nullable String reason,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        Map<String, Long> asOf) {

    static IncidentRemedyView of(CaseView<ResolutionState> view, RemedyPlan plan) {
        IncidentRemedyProposed proposed = plan.proposed();
        IncidentRemedyApproved approved = plan.approved();
        return new IncidentRemedyView(
                plan.incidentId(),
                word(plan),
                plan.mode(),
                proposed == null ? null : proposed.remedy(),
                proposed == null ? null : proposed.reason(),
                proposed == null ? null : proposed.by(),
                proposed == null ? null : proposed.proposedAt(),
                approved == null ? null : approved.by(),
                approved == null ? null : approved.approvedAt(),
                asOf(view));
    }

    private static String word(RemedyPlan plan) {
        if (plan.proposed() == null) {
            return "none";
        }
        if (plan.approved() == null) {
            return "proposed";
        }
        return plan.isExecuting() ? "executing" : "stopped";
    }

    private static Map<String, Long> asOf(CaseView<ResolutionState> view) {
        Map<String, Long> asOf = new TreeMap<>(view.positions());
        asOf.put(ResolutionDefinition.STREAM, view.sequences().getOrDefault(ResolutionDefinition.STREAM, 0L));
        return asOf;
    }
}
