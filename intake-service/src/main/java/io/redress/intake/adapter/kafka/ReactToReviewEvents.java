package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.ReviewEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.IntakeCommand;
import java.util.Set;

/** The survey reaches the customer through the same voice, and its answer is kept; a finished review leaves nothing to come. */
public final class ReactToReviewEvents implements Reaction<IntakeCommand> {

    @Override
    public String topic() {
        return Topics.REVIEWS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(ReviewEvent.SurveyInvited.class),
                EventTypes.wireName(ReviewEvent.SurveyAnswered.class),
                EventTypes.wireName(ReviewEvent.ReviewCompleted.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        return new IntakeCommand.Hear(Wire.read(event.type(), event.payload()), event.id());
    }
}
