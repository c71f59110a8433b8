package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.RequestId;

/** What routing is told. Kept in the state where it comes too early, hence the type information. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RoutingCommand
        permits RoutingCommand.HearComplaint,
                RoutingCommand.Route,
                RoutingCommand.AwaitClarification,
                RoutingCommand.Reroute,
                RoutingCommand.HearMoreWords,
                RoutingCommand.NoteContact,
                RoutingCommand.NoteAnswer,
                RoutingCommand.PassOn,
                RoutingCommand.HaveStepDone,
                RoutingCommand.Pause,
                RoutingCommand.Resume,
                RoutingCommand.EndCase,
                IncidentCommand {

    /** A complaint became a case. */
    record HearComplaint(Complaint complaint) implements RoutingCommand {}

    /** The problem underneath is known. */
    record Route(Diagnosis diagnosis) implements RoutingCommand {}

    /** The customer is asked first what it is about; nobody is to work meanwhile (R5). */
    record AwaitClarification() implements RoutingCommand {}

    /** The problem underneath turned out to be another one. */
    record Reroute(Diagnosis diagnosis, int revision, String because) implements RoutingCommand {}

    /** The customer said more; departments that are asked from now on read it, too. */
    record HearMoreWords(String words) implements RoutingCommand {}

    /** A consultant was in contact with the customer. */
    record NoteContact() implements RoutingCommand {}

    /** A department has answered. */
    record NoteAnswer(RequestId requestId, DepartmentCode department) implements RoutingCommand {}

    /** A department says that it is not the right one, and which one is. */
    record PassOn(RequestId requestId, DepartmentCode department, String reason, DepartmentCode rightOwner)
            implements RoutingCommand {}

    /** A step of the chosen solution needs a department. */
    record HaveStepDone(String stepId, DepartmentCode department, String action) implements RoutingCommand {}

    /** The case was merged into another, which speaks for it. */
    record Pause(CaseId mergedInto) implements RoutingCommand {}

    /** The merge was undone. */
    record Resume() implements RoutingCommand {}

    /** The case is over. */
    record EndCase() implements RoutingCommand {}
}
