package io.redress.resolution.domain;

import io.redress.contracts.IncidentId;
import io.redress.contracts.IncidentRemedyEvent.Telling;
import io.redress.contracts.Remedy;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is said about a case as one of many of the same incident. */
public sealed interface MembershipCommand extends AssuranceCommand {

    /** The case is one of many about the same. */
    record JoinIncident(IncidentId incidentId) implements MembershipCommand {}

    /** The case was none of those. */
    record LeaveIncident(IncidentId incidentId) implements MembershipCommand {}

    /**
     * The account of the case knows to which incident the case belongs.
     *
     * @param incidentId absent where it belongs to none
     * @param word as in {@link RemedyPlan}
     * @param expecting whether a remedy of the incident is on its way
     */
    record NoteSettled(@Nullable IncidentId incidentId, long word, boolean expecting) implements MembershipCommand {}

    /** It has changed whether a remedy of the incident is on its way. */
    record ExpectRemedy(IncidentId incidentId, long word, boolean expecting) implements MembershipCommand {}

    /** The customer has received the remedy of the incident. */
    record ReceiveRemedy(IncidentId incidentId, Remedy remedy, Telling telling, String reference, Instant executedAt)
            implements MembershipCommand {}

    /** The customer will not receive it. */
    record GiveUpRemedy(IncidentId incidentId) implements MembershipCommand {}
}
