package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.OwnershipEvent.OwnershipMoved;
import io.redress.contracts.OwnershipEvent.OwnershipOffered;
import io.redress.contracts.RoutingEvent;
import io.redress.contracts.SilenceEvent.DateReestimated;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.messages.Roster;
import java.util.Set;

/** Who is involved now and who answers for the case, so that the case view says it and messages are signed right. */
public final class ReactToRoutingEvents implements Reaction<IntakeCommand> {
    private final Roster roster;

    /** @param roster knows the names that customers hear */
    public ReactToRoutingEvents(Roster roster) {
        this.roster = roster;
    }

    @Override
    public String topic() {
        return Topics.ROUTING;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(RoutingEvent.CaseRouted.class),
                EventTypes.wireName(RoutingEvent.CaseRerouted.class),
                EventTypes.wireName(RoutingEvent.RequestRedirected.class),
                EventTypes.wireName(DateReestimated.class),
                EventTypes.wireName(OwnershipOffered.class),
                EventTypes.wireName(OwnershipMoved.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        CaseEvent told = Wire.read(event.type(), event.payload());
        return told instanceof OwnershipMoved moved && moved.requestId() == null
                ? new IntakeCommand.ChangeOwner(roster.ownerCalled(moved.to().id()))
                : new IntakeCommand.Hear(told, event.id());
    }
}
