package io.redress.routing.adapter.kafka;

import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.AssuranceEvent;
import io.redress.contracts.ClaimEvent.ClaimContested;
import io.redress.contracts.ClaimEvent.ContestEnded;
import io.redress.contracts.ClaimEvent.StatementCleared;
import io.redress.contracts.ClaimEvent.StatementHeld;
import io.redress.contracts.ClaimEvent.StatementOvertaken;
import io.redress.contracts.ClaimEvent.StatementRefused;
import io.redress.contracts.ClaimEvent.StatementReleased;
import io.redress.contracts.ClearanceEvent.ClearanceGiven;
import io.redress.contracts.ClearanceEvent.ClearanceLapsed;
import io.redress.contracts.ClearanceEvent.ClearanceRefused;
import io.redress.contracts.ClearanceEvent.ClearanceRequested;
import io.redress.contracts.ClearanceEvent.ProposalReturned;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.EventTypes;
import io.redress.contracts.RemedyEvent.CompensationStarted;
import io.redress.contracts.RemedyEvent.ExecutionStepWithdrawn;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.ChoiceUpheld;
import io.redress.contracts.ResolutionEvent.ExecutionStepStarted;
import io.redress.contracts.ResolutionEvent.OptionChosen;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import io.redress.routing.domain.ProposalCommand.EndClearance;
import io.redress.routing.domain.ProposalCommand.HaveCleared;
import io.redress.routing.domain.ProposalCommand.RenewSolutions;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingCommand.EndCase;
import io.redress.routing.domain.RoutingCommand.HaveStepDone;
import io.redress.routing.domain.RoutingCommand.ReopenCase;
import io.redress.routing.domain.RoutingCommand.TakeStepBack;
import io.redress.routing.domain.WaitCommand.AwaitChoice;
import io.redress.routing.domain.WaitCommand.AwaitStatement;
import io.redress.routing.domain.WaitCommand.EndContest;
import io.redress.routing.domain.WaitCommand.EndStatement;
import io.redress.routing.domain.WaitCommand.NoteChoice;
import io.redress.routing.domain.WaitCommand.NoteContest;
import io.redress.routing.domain.WaitCommand.NoteStatementCleared;
import java.util.Set;

/** A step of a chosen solution needs a department; a closed case needs nobody any more, until it opens again. */
public final class ReactToResolutionEvents implements Reaction<RoutingCommand> {

    @Override
    public String topic() {
        return Topics.RESOLUTIONS;
    }

    @Override
    public Set<String> types() {
        return Set.of(
                EventTypes.wireName(ExecutionStepStarted.class),
                EventTypes.wireName(ExecutionStepWithdrawn.class),
                EventTypes.wireName(CompensationStarted.class),
                EventTypes.wireName(SolutionsProposed.class),
                EventTypes.wireName(OptionChosen.class),
                EventTypes.wireName(ChoiceUpheld.class),
                EventTypes.wireName(ClaimContested.class),
                EventTypes.wireName(ContestEnded.class),
                EventTypes.wireName(StatementHeld.class),
                EventTypes.wireName(StatementCleared.class),
                EventTypes.wireName(StatementReleased.class),
                EventTypes.wireName(StatementRefused.class),
                EventTypes.wireName(StatementOvertaken.class),
                EventTypes.wireName(CaseReopened.class),
                EventTypes.wireName(ClearanceRequested.class),
                EventTypes.wireName(ClearanceGiven.class),
                EventTypes.wireName(ClearanceRefused.class),
                EventTypes.wireName(ClearanceLapsed.class),
                EventTypes.wireName(ProposalReturned.class),
                EventTypes.wireName(CaseClosed.class));
    }

    @Override
    public RoutingCommand command(IncomingEvent incoming) {
        return switch ((ResolutionEvent) Wire.read(incoming.type(), incoming.payload())) {
            case ExecutionStepStarted event ->
                new HaveStepDone(event.stepId(), event.department(), event.action(), event.days());
            case CompensationStarted event ->
                new HaveStepDone(event.compensationId(), event.department(), event.action());
            case ExecutionStepWithdrawn event -> new TakeStepBack(event.stepId(), event.reason());
            case SolutionsProposed event -> new AwaitChoice(event.proposalId(), event.proposedAt(), event.validUntil());
            case OptionChosen event -> new NoteChoice(event.proposalId());
            case ChoiceUpheld event -> new NoteChoice(event.proposalId());
            case ClaimContested event ->
                new NoteContest(
                        event.claimId(),
                        event.key(),
                        event.department(),
                        event.againstDepartment(),
                        event.contestedAt());
            case ContestEnded event -> new EndContest(event.claimId());
            case StatementHeld event ->
                new AwaitStatement(event.statementId(), event.department(), event.departments(), event.heldAt());
            case StatementCleared event -> new NoteStatementCleared(event.statementId(), event.department());
            case StatementReleased event -> new EndStatement(event.statementId());
            case StatementRefused event -> new EndStatement(event.statementId());
            case StatementOvertaken event -> new EndStatement(event.statementId());
            case CaseClosed event -> new EndCase(event.closedAt());
            case CaseReopened event -> new ReopenCase(event.number(), event.reason(), event.reopenedAt());
            case ClearanceRequested event ->
                new HaveCleared(
                        event.clearanceId(), event.department(), "Before the customer sees it: " + event.reason());
            case ClearanceGiven event -> new EndClearance(event.clearanceId(), "It has been cleared.");
            case ClearanceRefused event -> new EndClearance(event.clearanceId(), "It has been refused.");
            case ClearanceLapsed event -> new EndClearance(event.clearanceId(), "It will not be proposed.");
            case ProposalReturned event -> new RenewSolutions(event.proposalId(), event.departments(), event.reason());
            case ResolutionEvent.ChoiceReminderDue _,
                    ResolutionEvent.ExecutionStepCompleted _,
                    ResolutionEvent.ExecutionStepFailed _,
                    ResolutionEvent.SolutionExecuted _,
                    AssuranceEvent _ -> throw new UnlistedEvent(incoming.type());
        };
    }
}
