package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.CooperationEvent;
import io.redress.contracts.CooperationEvent.HelpReleased;
import io.redress.contracts.CooperationEvent.HelpRequested;
import io.redress.contracts.CooperationEvent.KnowledgeContributed;
import io.redress.contracts.CooperationEvent.QuestionAnswered;
import io.redress.contracts.CooperationEvent.QuestionAsked;
import io.redress.contracts.CooperationEvent.RequestWanted;
import io.redress.contracts.DeliveryEvent.AnswerSentBack;
import io.redress.contracts.DepartmentEvent;
import io.redress.contracts.DepartmentEvent.ProgressReported;
import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.DepartmentEvent.RequestAnswered;
import io.redress.contracts.DepartmentEvent.RequestDeclined;
import io.redress.contracts.DeviationEvent;
import io.redress.contracts.DeviationEvent.DeviationReported;
import io.redress.contracts.DeviationEvent.EstimateGiven;
import io.redress.contracts.DeviationEvent.EstimateOverdue;
import io.redress.contracts.DeviationEvent.ProgressOverdue;
import io.redress.contracts.DeviationEvent.ReestimateAsked;
import io.redress.contracts.EventTypes;
import io.redress.contracts.InternalServiceEvent;
import io.redress.contracts.NegotiationEvent.DateAgreed;
import io.redress.contracts.NegotiationEvent.ExpectationOffered;
import io.redress.contracts.NegotiationEvent.OfferDeclined;
import io.redress.contracts.NegotiationEvent.OfferLapsed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.KnowledgeCommand.NoteContribution;
import io.redress.routing.domain.OwedCommand;
import io.redress.routing.domain.OwedCommand.EndOffer;
import io.redress.routing.domain.OwedCommand.NoteDeviation;
import io.redress.routing.domain.OwedCommand.NoteEstimate;
import io.redress.routing.domain.OwedCommand.NoteOffer;
import io.redress.routing.domain.OwedCommand.NoteOwed;
import io.redress.routing.domain.OwnershipCommand.NoteAcceptance;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.NoteAnswer;
import io.redress.routing.domain.RoutingCommand.PassOn;
import io.redress.routing.domain.RoutingCommand.ReopenAnswer;
import io.redress.routing.domain.SilenceCommand.NoteProgress;
import io.redress.routing.domain.Wait;
import io.redress.routing.domain.WaitCommand.AskDirectly;
import io.redress.routing.domain.WaitCommand.GetHelp;
import io.redress.routing.domain.WaitCommand.NoteAgreedDate;
import io.redress.routing.domain.WaitCommand.NoteAnswerToQuestion;
import io.redress.routing.domain.WaitCommand.NoteQuestion;
import io.redress.routing.domain.WaitCommand.ReleaseHelp;
import java.util.Set;

/**
 * What a department declines is offered to the right owner and is theirs once they accept; who waits for a department or
 * in one is known; and what a department reports breaks its silence.
 */
public final class ReactToDepartmentEvents implements Reaction<RoutingCommand> {

    @Override
    public String topic() {
        return Topics.DEPARTMENTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(RequestAccepted.class),
                EventTypes.wireName(RequestAnswered.class),
                EventTypes.wireName(RequestDeclined.class),
                EventTypes.wireName(ProgressReported.class),
                EventTypes.wireName(HelpRequested.class),
                EventTypes.wireName(HelpReleased.class),
                EventTypes.wireName(RequestWanted.class),
                EventTypes.wireName(QuestionAsked.class),
                EventTypes.wireName(QuestionAnswered.class),
                EventTypes.wireName(AnswerSentBack.class),
                EventTypes.wireName(ExpectationOffered.class),
                EventTypes.wireName(OfferDeclined.class),
                EventTypes.wireName(OfferLapsed.class),
                EventTypes.wireName(DateAgreed.class),
                EventTypes.wireName(KnowledgeContributed.class),
                EventTypes.wireName(DeviationReported.class),
                EventTypes.wireName(EstimateGiven.class),
                EventTypes.wireName(EstimateOverdue.class),
                EventTypes.wireName(ProgressOverdue.class),
                EventTypes.wireName(ReestimateAsked.class));
    }

    @Override
    public RoutingCommand command(IncomingEvent incoming) {
        return switch ((DepartmentEvent) Wire.read(incoming.type(), incoming.payload())) {
            case RequestAccepted event -> new NoteAcceptance(event.requestId(), event.department());
            case RequestAnswered event ->
                new NoteAnswer(event.requestId(), event.department(), event.cites(), event.answeredAt());
            case RequestDeclined event ->
                new PassOn(event.requestId(), event.department(), event.reason(), event.rightOwner());
            case ProgressReported event -> new NoteProgress(event.requestId(), event.department(), event.reportedAt());
            case HelpRequested event ->
                new GetHelp(
                        event.requestId(),
                        event.helpId(),
                        event.department(),
                        event.from(),
                        event.kind(),
                        event.subject(),
                        event.fields(),
                        event.wantedBy());
            case RequestWanted event ->
                new AskDirectly(
                        event.wantedId(),
                        event.from(),
                        event.kind(),
                        event.subject(),
                        event.fields(),
                        event.wantedBy());
            case HelpReleased event -> new ReleaseHelp(event.requestId(), event.helpId(), event.reason());
            case QuestionAsked event ->
                new NoteQuestion(
                        event.requestId(), event.questionId(), event.department(), event.to(), event.askedAt());
            case QuestionAnswered event ->
                new NoteAnswerToQuestion(event.requestId(), event.questionId(), event.dueAt());
            case ExpectationOffered event ->
                new NoteOffer(
                        event.requestId(),
                        event.department(),
                        event.from(),
                        event.to(),
                        event.offeredAt(),
                        event.answerBy());
            case OfferDeclined event -> new EndOffer(event.requestId(), event.department());
            case OfferLapsed event -> new EndOffer(event.requestId(), event.department());
            case DateAgreed event ->
                new NoteAgreedDate(event.requestId(), event.department(), event.dueAt(), event.agreedAt());
            case KnowledgeContributed event ->
                new NoteContribution(
                        event.contributionId(),
                        event.department(),
                        event.text(),
                        event.by(),
                        event.inquiryId(),
                        event.contributedAt());
            case AnswerSentBack event ->
                new ReopenAnswer(event.requestId(), event.department(), event.dueAt(), event.sentBackAt());
            case DeviationEvent event -> owed(event);
            case CooperationEvent _, InternalServiceEvent _ -> throw new UnlistedEvent(incoming.type());
        };
    }

    private static OwedCommand owed(DeviationEvent said) {
        return switch (said) {
            case DeviationReported event ->
                new NoteDeviation(
                        event.requestId(), event.department(), event.newDueAt(), event.inferred(), event.reportedAt());
            case EstimateGiven event -> new NoteEstimate(event.requestId(), event.department(), event.givenAt());
            case EstimateOverdue event ->
                new NoteOwed(
                        event.requestId(), event.department(), Wait.What.ESTIMATE, event.answerBy(), event.answerBy());
            case ProgressOverdue event ->
                new NoteOwed(
                        event.requestId(), event.department(), Wait.What.PROGRESS, event.since(), event.noticedAt());
            case ReestimateAsked event ->
                new NoteOwed(
                        event.requestId(), event.department(), Wait.What.REESTIMATE, event.askedAt(), event.answerBy());
        };
    }
}
