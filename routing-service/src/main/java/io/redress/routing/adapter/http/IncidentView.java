package io.redress.routing.adapter.http;

import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.BurstEvidence;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.Incident;
import io.redress.routing.domain.Incident.Decided;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mass problem as people see it.
 *
 * @param status {@code proposed}, {@code open}, {@code closed} or {@code dismissed}
 * @param mode absent until it is open
 * @param members cases that belong to it; absent in lists
 * @param accounts attached ones; absent in lists
 */
record IncidentView(
        IncidentId incidentId,
        String nature,
        @Nullable String product,
        @Nullable String region,
        Instant since,
        String status,
        @Nullable ExecutionMode mode,
        @Nullable BurstEvidence burst,
        @Nullable Long members,
        @Nullable Long accounts,
        List<Decided> decisions) {

    static IncidentView of(Incident incident, @Nullable Long members, @Nullable Long accounts) {
        return new IncidentView(
                incident.id(),
                incident.signature().nature(),
                incident.signature().product(),
                incident.signature().region(),
                incident.since(),
                incident.status().name().toLowerCase(Locale.ROOT),
                incident.mode(),
                incident.burst(),
                members,
                accounts,
                incident.decisions());
    }

    /** Some, the latest first. */
    record IncidentList(
            List<IncidentView> incidents, @Nullable String next) {}

    /** Some of its cases, in the order in which they joined. */
    record MemberList(List<MemberLine> members, @Nullable String next) {}

    record MemberLine(String caseId, Instant joinedAt) {}

    /** How many of a page were new, and how many there are now. */
    record AttachedView(int attached, long accounts) {}

    /**
     * How the remedy of a case is carried out, and why.
     *
     * @param incidentId absent where the case belongs to none
     */
    record CaseModeView(
            String caseId,
            ExecutionMode mode,
            String reason,
            String decidedBy,
            @Nullable IncidentId incidentId,
            @Nullable Instant joinedAt) {}
}
