package io.redress.routing.domain;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.redress.contracts.CaseId;
import io.redress.contracts.Customer;
import io.redress.contracts.DepartmentCode;
import io.redress.contracts.IntakeEvent.Shipment;
import io.redress.contracts.Owner;
import io.redress.contracts.RequestId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What routing is told. Kept in the state where it comes too early, hence the type information. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
public sealed interface RoutingCommand
        permits OwnershipCommand,
                ProposalCommand,
                RoutingCommand.HearComplaint,
                RoutingCommand.Route,
                RoutingCommand.AwaitClarification,
                RoutingCommand.Reroute,
                RoutingCommand.HearMoreWords,
                RoutingCommand.NoteContact,
                RoutingCommand.NoteAnswer,
                RoutingCommand.ReopenAnswer,
                RoutingCommand.PassOn,
                RoutingCommand.HaveStepDone,
                RoutingCommand.TakeStepBack,
                RoutingCommand.Pause,
                RoutingCommand.Resume,
                RoutingCommand.NoticeTime,
                RoutingCommand.PrepareShipment,
                RoutingCommand.EndCase,
                RoutingCommand.ReopenCase,
                WaitCommand,
                OwedCommand,
                SilenceCommand,
                AbsenceCommand,
                KnowledgeCommand,
                ProblemCommand,
                CharterCommand,
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

    /**
     * A department has answered.
     *
     * @param cites contributions that the answer used
     * @param answeredAt what it says itself; absent in what was kept before this was known
     */
    record NoteAnswer(
            RequestId requestId,
            DepartmentCode department,
            @Nullable List<String> cites,
            @Nullable Instant answeredAt) implements RoutingCommand {

        /** One that rests on nobody else's contribution, at a time that nobody says. */
        public NoteAnswer(RequestId requestId, DepartmentCode department) {
            this(requestId, department, null, null);
        }
    }

    /**
     * An answer was incomplete and has gone back: the department answers for it again.
     *
     * @param dueAt by when it is to be complete
     */
    record ReopenAnswer(RequestId requestId, DepartmentCode department, Instant dueAt, Instant sentBackAt)
            implements RoutingCommand {}

    /** A department says that it is not the right one, and which one is. */
    record PassOn(RequestId requestId, DepartmentCode department, String reason, DepartmentCode rightOwner)
            implements RoutingCommand {}

    /**
     * A step of the chosen solution, or undoing one, needs a department.
     *
     * @param days working days of the department until it is to be done; absent where it has its usual time
     */
    record HaveStepDone(
            String stepId,
            DepartmentCode department,
            String action,
            @Nullable Integer days) implements RoutingCommand {
        /** One for which the department has its usual time. */
        public HaveStepDone(String stepId, DepartmentCode department, String action) {
            this(stepId, department, action, null);
        }
    }

    /** A step of the chosen solution is not needed any more. */
    record TakeStepBack(String stepId, String reason) implements RoutingCommand {}

    /** The case was merged into another, which speaks for it. */
    record Pause(CaseId mergedInto) implements RoutingCommand {}

    /** The merge was undone. */
    record Resume() implements RoutingCommand {}

    /** A large shipment is to be prepared before anybody complains (R46). */
    record PrepareShipment(
            CaseId caseId, Owner owner, Customer customer, Shipment shipment, String reason, String submittedBy)
            implements RoutingCommand {}

    /**
     * Time has passed, or somebody went away: something that has a limit may have run out.
     *
     * @param absences who is away now
     */
    record NoticeTime(Absences absences) implements RoutingCommand {}

    /**
     * The case was over and is not any more.
     *
     * @param number counts how often
     * @param at what is said by whoever opened it again
     */
    record ReopenCase(int number, String reason, Instant at) implements RoutingCommand {}

    /**
     * The case is over.
     *
     * @param closedAt what is said by whoever closed it; absent in what was kept before this was known
     */
    record EndCase(@Nullable Instant closedAt) implements RoutingCommand {
        EndCase() {
            this(null);
        }
    }
}
