package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.Cause;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.NextStep;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.List;

/** A complaint becomes a case (rule 1) and is answered at once (rule 4). */
final class Filing {
    private final Messages messages;
    private final Promises promises;

    Filing(Messages messages, Promises promises) {
        this.messages = messages;
        this.promises = promises;
    }

    Decision<IntakeFact> file(IntakeState state, FileComplaint command, Instant now) {
        if (state instanceof Filed) {
            return Decision.reject("already-filed", "Expected a new case, but this one has its complaint");
        }
        var complaint = new Complaint(
                command.key(),
                command.fingerprint(),
                command.reference(),
                command.clientReference(),
                command.submittedBy(),
                command.customer(),
                command.contact(),
                command.channel(),
                command.language(),
                command.text(),
                command.owner(),
                command.receivedAt() == null ? now : command.receivedAt(),
                command.origin());
        var found = command.diagnosis();
        var diagnosis = new ComplaintDiagnosed(
                command.caseId(),
                found.hypotheses(),
                found.mood(),
                found.publicImpact(),
                found.crisis(),
                found.rulesVersion(),
                now,
                found.severity(),
                found.massOutage());
        Instant nextBy = now.plus(promises.firstUpdate());
        Origin.Imported history = complaint.origin().imported();
        if (history != null) {
            return takenOver(complaint, diagnosis, history, nextBy);
        }
        if (found.isNone()) {
            return Decision.accept(
                    new ComplaintFiled(complaint, diagnosis, atFiling(diagnosis, nextBy)),
                    new Published(received(command.caseId(), complaint)),
                    messages.about(
                            complaint,
                            diagnosis,
                            new Occasion.Holding(nextBy),
                            command.caseId() + ":intake:1",
                            "1",
                            now));
        }
        return Decision.accept(
                new ComplaintFiled(complaint, diagnosis, atFiling(diagnosis, nextBy)),
                new Published(received(command.caseId(), complaint)),
                new Published(diagnosis),
                messages.about(
                        complaint, diagnosis, new Occasion.Received(nextBy), diagnosed(diagnosis.caseId()), "1", now));
    }

    /** The customer hears nothing of the move, and what was closed before is no work for anybody. */
    private static Decision<IntakeFact> takenOver(
            Complaint complaint, ComplaintDiagnosed diagnosis, Origin.Imported history, Instant nextBy) {
        Published received = new Published(received(diagnosis.caseId(), complaint));
        if (history.closedAt() != null) {
            Progress closed = new Progress(Step.LEARN, Status.CLOSED, null, List.of(), history.closedAt());
            return Decision.accept(new ComplaintFiled(complaint, diagnosis, closed), received);
        }
        return Decision.accept(
                new ComplaintFiled(complaint, diagnosis, atFiling(diagnosis, nextBy)),
                received,
                new Published(diagnosis));
    }

    private static Progress atFiling(ComplaintDiagnosed diagnosis, Instant nextBy) {
        return new Progress(Step.RESPOND, Status.OPEN, new Next(firstStep(diagnosis), nextBy), List.of(), null);
    }

    static NextStep firstStep(ComplaintDiagnosed diagnosis) {
        return onlyWantsToBeHeard(diagnosis.hypotheses().getFirst().cause())
                ? NextStep.CUSTOMER_IS_HEARD
                : NextStep.DEPARTMENT_ANSWERS;
    }

    /** The id of the event that says what a complaint is about: the second that intake tells of a case. */
    static String diagnosed(CaseId caseId) {
        return caseId + ":intake:2";
    }

    private static ComplaintReceived received(CaseId caseId, Complaint complaint) {
        Origin origin = complaint.origin();
        Origin.Imported history = origin.imported();
        return new ComplaintReceived(
                caseId,
                complaint.clientReference(),
                complaint.submittedBy(),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                complaint.text(),
                complaint.owner(),
                complaint.receivedAt(),
                origin.filedBy(),
                origin.attachments().isEmpty() ? null : origin.attachments(),
                history == null ? null : true,
                history == null ? null : history.closedAt());
    }

    private static boolean onlyWantsToBeHeard(Cause cause) {
        return cause == Cause.VENTING || cause == Cause.NO_COMPLAINT;
    }
}
