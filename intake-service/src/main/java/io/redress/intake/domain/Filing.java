package io.redress.intake.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.intake.domain.ConversationFact.HostilityNoticed;
import io.redress.intake.domain.IntakeCommand.FileComplaint;
import io.redress.intake.domain.IntakeFact.ComplaintFiled;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.Progress.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A complaint becomes a case (rule 1) and is answered at once (rule 4). */
final class Filing {
    private final Messages messages;
    private final Promises promises;
    private final Attention attention;
    private final Clarifying clarifying;

    Filing(Messages messages, Promises promises, Attention attention, Clarifying clarifying) {
        this.messages = messages;
        this.promises = promises;
        this.attention = attention;
        this.clarifying = clarifying;
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
                now);
        var found = command.diagnosis();
        boolean asks = clarifying.isNeeded(found);
        var diagnosis = new ComplaintDiagnosed(
                command.caseId(),
                found.hypotheses(),
                found.mood(),
                found.publicImpact(),
                found.crisis(),
                found.rulesVersion(),
                now,
                asks ? true : null);
        return Decision.accept(facts(complaint, diagnosis, asks, now));
    }

    private List<IntakeFact> facts(Complaint complaint, ComplaintDiagnosed diagnosis, boolean asks, Instant now) {
        ClarificationAsked question = asks ? clarifying.question(diagnosis, now) : null;
        boolean forConsultant = question == null && Outlook.isQuestion(diagnosis);
        Instant nextBy = now.plus(forConsultant ? attention.terms().contactWithin() : promises.firstUpdate());
        Next next = question == null ? Outlook.of(diagnosis, nextBy) : Clarifying.waitingForTheAnswer(question);
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new ComplaintFiled(
                complaint, diagnosis, new Progress(Step.RESPOND, Status.OPEN, next, List.of(), null)));
        if (attention.hostility().in(complaint.text(), complaint.language())) {
            facts.add(new HostilityNoticed());
        }
        facts.add(new Published(received(diagnosis.caseId(), complaint)));
        facts.add(new Published(diagnosis));
        if (question != null) {
            facts.add(new Published(question));
        } else if (forConsultant) {
            facts.add(new Published(Contacting.toAnswer(diagnosis, complaint, 1, now, nextBy)));
        }
        facts.add(messages.about(
                complaint,
                diagnosis,
                question == null ? new Occasion.Received(nextBy) : clarifying.occasion(question),
                diagnosis.caseId() + (question == null ? ":intake:2" : ":intake:3"),
                "1",
                now));
        return facts;
    }

    private static ComplaintReceived received(CaseId caseId, Complaint complaint) {
        return new ComplaintReceived(
                caseId,
                complaint.clientReference(),
                complaint.submittedBy(),
                complaint.customer(),
                complaint.channel(),
                complaint.language(),
                complaint.text(),
                complaint.owner(),
                complaint.receivedAt());
    }
}
