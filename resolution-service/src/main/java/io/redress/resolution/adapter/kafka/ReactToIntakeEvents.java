package io.redress.resolution.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.ClosingCommand.LearnQuestion;
import io.redress.resolution.domain.ClosingCommand.LearnReply;
import io.redress.resolution.domain.ResolutionCommand;
import java.util.Set;

/** Learns how long a customer was asked what a complaint is about; a revised diagnosis ends that, with an answer or without. */
public final class ReactToIntakeEvents implements Reaction<ResolutionCommand> {
    private static final Set<String> TYPES =
            Set.of(EventTypes.wireName(ClarificationAsked.class), EventTypes.wireName(DiagnosisRevised.class));

    @Override
    public String topic() {
        return Topics.COMPLAINTS;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public ResolutionCommand command(IncomingEvent event) {
        return switch (Wire.read(event.type(), event.payload())) {
            case ClarificationAsked asked -> new LearnQuestion(asked.askedAt());
            case DiagnosisRevised revised -> new LearnReply(revised.revisedAt());
            default -> throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + event.type());
        };
    }
}
