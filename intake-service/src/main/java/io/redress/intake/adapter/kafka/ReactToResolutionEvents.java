package io.redress.intake.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.ClaimEvent;
import io.redress.contracts.ClearanceEvent;
import io.redress.contracts.ClosingEvent;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IncidentRemedyEvent;
import io.redress.contracts.PromiseEvent;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.intake.domain.IntakeCommand;
import java.util.Set;

/** What was proposed, chosen, done and closed, so that the customer hears it from one voice. */
public final class ReactToResolutionEvents implements Reaction<IntakeCommand> {

    @Override
    public String topic() {
        return Topics.RESOLUTIONS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(ResolutionEvent.SolutionsProposed.class),
                EventTypes.wireName(ResolutionEvent.ChoiceReminderDue.class),
                EventTypes.wireName(ClearanceEvent.ProposalDeclined.class),
                EventTypes.wireName(ClearanceEvent.ProposalCountered.class),
                EventTypes.wireName(ResolutionEvent.OptionChosen.class),
                EventTypes.wireName(ResolutionEvent.ChoiceUpheld.class),
                EventTypes.wireName(ResolutionEvent.SolutionExecuted.class),
                EventTypes.wireName(ResolutionEvent.CaseClosed.class),
                EventTypes.wireName(ClaimEvent.StatementReleased.class),
                EventTypes.wireName(ClaimEvent.CustomerCorrected.class),
                EventTypes.wireName(ClosingEvent.WordReminderDue.class),
                EventTypes.wireName(ClosingEvent.CaseReopened.class),
                EventTypes.wireName(ClosingEvent.RegulatoryClockStarted.class),
                EventTypes.wireName(ClosingEvent.RegulatoryClockMoved.class),
                EventTypes.wireName(ClosingEvent.RegulatoryClockBreached.class),
                EventTypes.wireName(ClosingEvent.RegulatoryClockMet.class),
                EventTypes.wireName(PromiseEvent.PromiseMade.class),
                EventTypes.wireName(PromiseEvent.PromiseInfeasible.class),
                EventTypes.wireName(PromiseEvent.PromiseCorrected.class),
                EventTypes.wireName(IncidentRemedyEvent.CaseRemedied.class),
                EventTypes.wireName(IncidentRemedyEvent.AccountRemedied.class));
    }

    @Override
    public IntakeCommand command(IncomingEvent event) {
        return new IntakeCommand.Hear(Wire.read(event.type(), event.payload()), event.id());
    }
}
