package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.CooperationEvent.KnowledgeContributed;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.EventTypes;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.KnowledgeCommand.NoteContribution;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import java.util.Set;

/** What a department declines goes on to the right owner. */
public final class ReactToDepartmentEvents implements Reaction<RoutingCommand> {

    @Override
    public String topic() {
        return Topics.DEPARTMENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(RequestAnswered.class),
                EventTypes.wireName(RequestDeclined.class),
                EventTypes.wireName(KnowledgeContributed.class));
    }

    @Override
    public RoutingCommand command(IncomingEvent incoming) {
        return switch ((DepartmentEvent) Wire.read(incoming.type(), incoming.payload())) {
            case RequestAnswered event -> new NoteAnswer(event.requestId(), event.department(), event.cites());
            case RequestDeclined event ->
                new PassOn(event.requestId(), event.department(), event.reason(), event.rightOwner());
            case KnowledgeContributed event ->
                new NoteContribution(
                        event.contributionId(),
                        event.department(),
                        event.text(),
                        event.by(),
                        event.inquiryId(),
                        event.contributedAt());
            case RequestAccepted _, ProgressReported _, CooperationEvent _ -> throw new NotListenedTo(incoming.type());
        };
    }
}
