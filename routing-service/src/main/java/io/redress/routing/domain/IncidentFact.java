package io.redress.routing.domain;

import io.redress.contracts.IncidentEvent;
import io.redress.contracts.IncidentId;
import io.redress.routing.domain.bursts.Bursts;
import java.util.List;

/** What happens about mass problems and crises. */
public sealed interface IncidentFact extends RoutingFact {

    /** Told to the others, on the topic of incidents. */
    record Told(IncidentEvent event) implements IncidentFact {}

    /** Complaints were counted, and these bursts are under way. */
    record ComplaintsCounted(Bursts bursts, List<IncidentState.Noticed> noticed) implements IncidentFact {}

    /** A burst has its proposal. */
    record ProposalNoted(IncidentId incidentId) implements IncidentFact {}
}
