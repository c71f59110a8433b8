package io.redress.routing.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ExecutionMode;
import io.redress.contracts.IncidentEvent.BurstEvidence;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be told about mass problems and crises; each goes to the document that {@link IncidentDocuments} names. */
public sealed interface IncidentCommand extends RoutingCommand {

    /** These complaints were routed. */
    record CountComplaints(List<Sighting> sightings) implements IncidentCommand {}

    /** The burst has its proposal, or there is an incident of the kind already. */
    record NoteProposed(IncidentId incidentId) implements IncidentCommand {}

    /**
     * There may be an incident.
     *
     * @param by absent where the counting proposes it
     */
    record ProposeIncident(
            IncidentId incidentId,
            Signature signature,
            Instant since,
            @Nullable BurstEvidence burst,
            String reason,
            @Nullable String by)
            implements IncidentCommand {}

    /** It is one. */
    record OpenIncident(IncidentId incidentId, String reason, String by) implements IncidentCommand {}

    /** It is none. */
    record DismissIncident(IncidentId incidentId, String reason, String by) implements IncidentCommand {}

    /** It is over. */
    record CloseIncident(IncidentId incidentId, String reason, String by) implements IncidentCommand {}

    /** Whether its remedy waits for approval (R112). */
    record DecideMode(IncidentId incidentId, ExecutionMode mode, String reason, String by) implements IncidentCommand {}

    /** The case is one of many. */
    record JoinIncident(CaseId caseId, IncidentId incidentId) implements IncidentCommand {}

    /** The case was none of them. */
    record LeaveIncident(CaseId caseId, IncidentId incidentId, String reason, String by) implements IncidentCommand {}

    /** These accounts are affected; all of them belong into the same share, see {@link IncidentDocuments#shareOf}. */
    record AttachAccounts(IncidentId incidentId, List<String> accounts, String by) implements IncidentCommand {}

    /** It concerns the whole organisation. */
    record DeclareCrisis(String crisisId, String reason, String by) implements IncidentCommand {}

    /** That is over. */
    record LiftCrisis(String reason, String by) implements IncidentCommand {}
}
