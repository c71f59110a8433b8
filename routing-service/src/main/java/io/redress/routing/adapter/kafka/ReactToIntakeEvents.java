package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.ContactMade;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.MergeReceived;
import io.redress.contracts.IntakeEvent.MergeReleased;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.IntakeEvent.ProactiveCaseOpened;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.Complaint;
import io.redress.routing.domain.Diagnosis;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.AwaitClarification;
import io.redress.routing.domain.RoutingCommand.HearComplaint;
import io.redress.routing.domain.RoutingCommand.HearMoreWords;
import io.redress.routing.domain.RoutingCommand.NoteContact;
import io.redress.routing.domain.RoutingCommand.Pause;
import io.redress.routing.domain.RoutingCommand.PrepareShipment;
import io.redress.routing.domain.RoutingCommand.Reroute;
import io.redress.routing.domain.RoutingCommand.Resume;
import io.redress.routing.domain.RoutingCommand.Route;
import io.redress.routing.domain.WaitCommand.AwaitCustomersAnswer;
import java.util.Set;

/** A diagnosed complaint is routed, and routed anew when the diagnosis is revised. */
public final class ReactToIntakeEvents implements Reaction<RoutingCommand> {

    @Override
    public String topic() {
        return Topics.COMPLAINTS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(ComplaintReceived.class),
                EventTypes.wireName(ComplaintDiagnosed.class),
                EventTypes.wireName(ClarificationAsked.class),
                EventTypes.wireName(WordsReceived.class),
                EventTypes.wireName(ProactiveCaseOpened.class),
                EventTypes.wireName(DiagnosisRevised.class),
                EventTypes.wireName(ContactMade.class),
                EventTypes.wireName(CaseMerged.class),
                EventTypes.wireName(MergeUndone.class));
    }

    @Override
    public RoutingCommand command(IncomingEvent incoming) {
        return switch ((IntakeEvent) Wire.read(incoming.type(), incoming.payload())) {
            case ComplaintReceived event ->
                new HearComplaint(new Complaint(
                        event.caseId(),
                        event.owner(),
                        event.customer(),
                        event.language(),
                        event.text(),
                        event.submittedBy(),
                        event.product(),
                        event.region(),
                        event.receivedAt()));
            case ComplaintDiagnosed event when event.isAwaitingClarification() -> new AwaitClarification();
            case ComplaintDiagnosed event ->
                new Route(new Diagnosis(
                        event.hypotheses(),
                        event.publicImpact(),
                        event.crisis(),
                        event.severity(),
                        event.massOutage(),
                        event.largestAmount()));
            case ClarificationAsked event -> new AwaitCustomersAnswer(event.askedAt(), event.answerBy());
            case ProactiveCaseOpened event ->
                new PrepareShipment(
                        event.caseId(),
                        event.owner(),
                        event.customer(),
                        event.shipment(),
                        event.reason(),
                        event.openedBy());
            case CaseMerged event -> new Pause(event.into());
            case MergeUndone _ -> new Resume();
            case ContactMade _ -> new NoteContact();
            case WordsReceived event -> new HearMoreWords(event.text());
            case DiagnosisRevised event ->
                new Reroute(
                        new Diagnosis(
                                event.hypotheses(),
                                event.publicImpact(),
                                event.crisis(),
                                event.severity(),
                                event.massOutage(),
                                event.largestAmount()),
                        event.revision(),
                        event.because());
            case ComplaintJoined _,
                    MergeReceived _,
                    MergeReleased _,
                    IntakeEvent.ContactWished _,
                    IntakeEvent.ContactOverdue _,
                    IntakeEvent.StepDeviated _ -> throw new UnlistedEvent(incoming.type());
        };
    }
}
