package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.intake.domain.ConversationFact.HostilityNoticed;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.Status;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A complaint becomes a case (rule 1) and is answered at once (rule 4). */
final class Filing {
    private final Messages messages;
    private final Promises promises;
    private final FirstAnswer firstAnswer;

    Filing(Messages messages, Promises promises, FirstAnswer firstAnswer) {
        this.messages = messages;
        this.promises = promises;
        this.firstAnswer = firstAnswer;
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
        Origin.Imported history = complaint.origin().imported();
        Diagnosis found = command.diagnosis();
        if (history != null) {
            return Decision.accept(takenOver(command.caseId(), complaint, found, history, now));
        }
        var diagnosis = firstAnswer.diagnosed(command.caseId(), found, found.rulesVersion(), true, now);
        return Decision.accept(found.isNone() ? held(complaint, diagnosis, now) : answered(complaint, diagnosis, now));
    }

    private List<IntakeFact> answered(Complaint complaint, ComplaintDiagnosed diagnosis, Instant now) {
        FirstAnswer.Lead usual = firstAnswer.leadOf(diagnosis, complaint, 0, now);
        FirstAnswer.Lead lead = FirstAnswer.inOneVoice(usual, complaint, diagnosis);
        Progress progress = atFiling(lead.next());
        List<IntakeFact> facts = begun(complaint, diagnosis, progress);
        facts.addAll(firstAnswer.facts(told(complaint, diagnosis, progress), lead, now));
        return facts;
    }

    /** Nothing is understood yet, but the customer hears at once that it has arrived. */
    private List<IntakeFact> held(Complaint complaint, ComplaintDiagnosed diagnosis, Instant now) {
        Instant nextBy = now.plus(promises.firstUpdate());
        Progress progress = atFiling(Outlook.of(diagnosis, nextBy));
        List<IntakeFact> facts = begun(complaint, diagnosis, progress);
        facts.add(messages.about(
                told(complaint, diagnosis, progress),
                complaint.origin().isDuringCrisis() ? new Occasion.InCrisis(nextBy) : new Occasion.Holding(nextBy),
                diagnosis.caseId() + ":intake:1",
                "1",
                now));
        return facts;
    }

    /** The customer hears nothing of the move and is asked nothing, and what was closed before is no work for anybody. */
    private List<IntakeFact> takenOver(
            CaseId caseId, Complaint complaint, Diagnosis found, Origin.Imported history, Instant now) {
        String rules = found.isNone() ? Diagnosis.GIVEN_UP : found.rulesVersion();
        var diagnosis = firstAnswer.diagnosed(caseId, found, rules, false, now);
        if (history.closedAt() != null) {
            return begun(
                    complaint, diagnosis, new Progress(Step.LEARN, Status.CLOSED, null, List.of(), history.closedAt()));
        }
        FirstAnswer.Lead lead = firstAnswer.leadOf(diagnosis, complaint, 0, now);
        List<IntakeFact> facts = begun(complaint, diagnosis, atFiling(lead.next()));
        facts.add(new Published(diagnosis));
        if (lead.told() != null) {
            facts.add(new Published(lead.told()));
        }
        return facts;
    }

    private List<IntakeFact> begun(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) {
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new ComplaintFiled(complaint, diagnosis, progress));
        if (firstAnswer.isHostile(complaint)) {
            facts.add(new HostilityNoticed());
        }
        facts.add(new Published(received(diagnosis.caseId(), complaint)));
        return facts;
    }

    /** The case as it is once everybody knows that there is a complaint. */
    private Filed told(Complaint complaint, ComplaintDiagnosed diagnosis, Progress progress) {
        Filed filed = Filed.of(complaint, diagnosis, progress);
        return filed.with(
                filed.conversation().beginning(firstAnswer.isHostile(complaint)).havingTold());
    }

    private static Progress atFiling(@Nullable Next next) {
        return new Progress(Step.RESPOND, Status.OPEN, next, List.of(), null);
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
                history == null ? null : history.closedAt(),
                origin.concerns() == null ? null : origin.concerns().product(),
                origin.concerns() == null ? null : origin.concerns().region());
    }
}
