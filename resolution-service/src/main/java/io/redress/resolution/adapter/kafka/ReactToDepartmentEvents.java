package io.redress.resolution.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.CooperationEvent.CorrectionAcknowledged;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.EventTypes;
import io.redress.contracts.InternalServiceEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.resolution.domain.ClaimCommand.HearCorrection;
import io.redress.resolution.domain.ClaimCommand.Speaker;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionCommand.ForgetAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnAnswer;
import io.redress.resolution.domain.ResolutionCommand.LearnHelp;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in what departments answer: ideas for a proposal, and how the steps of a chosen option went; who helps; and dates. */
public final class ReactToDepartmentEvents implements Reaction<ResolutionCommand> {
    private static final Set<String> TYPES = Set.of(
            EventTypes.wireName(RequestAnswered.class),
            EventTypes.wireName(AnswerSentBack.class),
            EventTypes.wireName(HelpRequested.class),
            EventTypes.wireName(RequestWanted.class),
            EventTypes.wireName(CorrectionAcknowledged.class));

    private static final Set<String> ALL =
            Stream.concat(TYPES.stream(), PromisedDates.TYPES.stream()).collect(Collectors.toUnmodifiableSet());

    @Override
    public String topic() {
        return Topics.DEPARTMENTS;
    }

    @Override
    public Set<String> types() {
        return ALL;
    }

    @Override
    public ResolutionCommand command(IncomingEvent event) {
        if (PromisedDates.TYPES.contains(event.type())) {
            return PromisedDates.command(event);
        }
        return switch ((DepartmentEvent) Wire.read(event.type(), event.payload())) {
            case RequestAnswered answered -> new LearnAnswer(answered);
            case AnswerSentBack back -> new ForgetAnswer(back.requestId());
            case HelpRequested help -> new LearnHelp(help.from());
            case RequestWanted wanted -> new LearnHelp(wanted.from());
            case CorrectionAcknowledged heard ->
                new HearCorrection(
                        heard.claimId(), new Speaker(heard.department(), heard.by(), false), heard.acknowledgedAt());
            case RequestAccepted _, ProgressReported _, RequestDeclined _, CooperationEvent _, InternalServiceEvent _ ->
                throw new IllegalArgumentException("Expected one of " + TYPES + ", but got " + event.type());
        };
    }
}
