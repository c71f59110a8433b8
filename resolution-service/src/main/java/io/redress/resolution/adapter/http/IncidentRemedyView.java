package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.chassis.lanes.CaseView;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyApproved;
import io.redress.contracts.IncidentRemedyEvent.IncidentRemedyProposed;
import io.redress.contracts.Remedy;
import io.redress.resolution.application.ResolutionDefinition;
import io.redress.resolution.domain.AccountStanding;
import io.redress.resolution.domain.RemedyPlan;
import io.redress.resolution.domain.RemedyTally;
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
 * @param accounts how many there are; absent before any was counted
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
        @Nullable Accounts accounts,
        Map<String, Long> asOf) {

    /**
     * How many accounts are how far, as counted moments ago.
     *
     * @param affected all of them
     * @param wanted that are to receive it, and nobody has said that they have
     * @param unknown of which nobody knows what became of their order
     * @param remedied that have their remedy
     * @param told of those that have it, the ones to which it was said
     * @param chosen that receive as much by a choice made before
     * @param refused that will not receive it
     */
    record Accounts(long affected, long wanted, long unknown, long remedied, long told, long chosen, long refused) {
        static @Nullable Accounts of(RemedyTally tally) {
            if (tally.number() == 0) {
                return null;
            }
            long told = tally.count(AccountStanding.TOLD);
            return new Accounts(
                    tally.accounts().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    tally.count(AccountStanding.WANTED),
                    tally.count(AccountStanding.UNKNOWN),
                    told + tally.count(AccountStanding.REMEDIED),
                    told,
                    tally.count(AccountStanding.CHOSEN),
                    tally.count(AccountStanding.REFUSED));
        }
    }

    static IncidentRemedyView of(CaseView<ResolutionState> view, RemedyPlan plan, RemedyTally tally) {
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
                Accounts.of(tally),
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
