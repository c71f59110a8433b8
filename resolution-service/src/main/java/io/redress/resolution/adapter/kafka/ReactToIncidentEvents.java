package io.redress.resolution.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentEvent.AccountsAttached;
import io.redress.contracts.IncidentEvent.ExecutionModeDecided;
import io.redress.contracts.IncidentEvent.IncidentClosed;
import io.redress.contracts.IncidentEvent.IncidentDismissed;
import io.redress.contracts.IncidentEvent.IncidentJoined;
import io.redress.contracts.IncidentEvent.IncidentLeft;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnDismissal;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnEnd;
import io.redress.resolution.domain.IncidentRemedyCommand.LearnMode;
import io.redress.resolution.domain.IncidentRemedyCommand.ListAccounts;
import io.redress.resolution.domain.MembershipCommand.JoinIncident;
import io.redress.resolution.domain.MembershipCommand.LeaveIncident;
import io.redress.resolution.domain.ResolutionCommand;
import java.util.Set;

/** Learns whom a mass problem affects and whether its remedy waits for approval (R110, R112). */
public final class ReactToIncidentEvents implements Reaction<ResolutionCommand> {
    private static final Set<String> TYPES = Set.of(
            EventTypes.wireName(ExecutionModeDecided.class),
            EventTypes.wireName(IncidentDismissed.class),
            EventTypes.wireName(IncidentClosed.class),
            EventTypes.wireName(AccountsAttached.class),
            EventTypes.wireName(IncidentJoined.class),
            EventTypes.wireName(IncidentLeft.class));

    @Override
    public String topic() {
        return Topics.INCIDENTS;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public ResolutionCommand command(IncomingEvent event) {
        return switch (Wire.read(event.type(), event.payload())) {
            case ExecutionModeDecided decided -> new LearnMode(decided.incidentId(), decided.mode());
            case IncidentDismissed dismissed -> new LearnDismissal(dismissed.incidentId());
            case IncidentClosed closed -> new LearnEnd(closed.incidentId(), closed.closedAt());
            case AccountsAttached attached -> new ListAccounts(attached.incidentId(), attached.accounts());
            case IncidentJoined joined -> new JoinIncident(joined.incidentId());
            case IncidentLeft left -> new LeaveIncident(left.incidentId());
            default -> throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + event.type());
        };
    }
}
