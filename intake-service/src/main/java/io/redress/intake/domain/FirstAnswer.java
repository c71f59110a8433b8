package io.redress.intake.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.intake.domain.IntakeFact.Published;
import io.redress.intake.domain.IntakeState.Filed;
import io.redress.intake.domain.Progress.Next;
import io.redress.intake.domain.diagnosis.Diagnosis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was understood and what comes next (R14, R17), or one question where that is not clear (R5). */
final class FirstAnswer {
    private final Messages messages;
    private final Promises promises;
    private final Attention attention;
    private final Clarifying clarifying;

    FirstAnswer(Messages messages, Promises promises, Attention attention, Clarifying clarifying) {
        this.messages = messages;
        this.promises = promises;
        this.attention = attention;
        this.clarifying = clarifying;
    }

    /**
     * Where a diagnosis leads.
     *
     * @param next what comes then; null where nothing does
     * @param told to everybody after the diagnosis itself; null where that is all
     * @param occasion of the message to the customer
     */
    record Lead(@Nullable Next next, @Nullable IntakeEvent told, Occasion occasion) {}

    /** In a crisis of the whole organisation the first answer to a complaint is the same for everybody (R113). */
    static Lead inOneVoice(Lead lead, Complaint complaint, ComplaintDiagnosed diagnosis) {
        boolean complains =
                Outlook.createsWork(diagnosis.hypotheses().getFirst().cause());
        return complaint.origin().isDuringCrisis() && complains && lead.occasion() instanceof Occasion.Received(var by)
                ? new Lead(lead.next(), lead.told(), new Occasion.InCrisis(by))
                : lead;
    }

    /** Whether the first words need strong nerves (R144). */
    boolean isHostile(Complaint complaint) {
        return attention.hostility().in(complaint.ownWords(), complaint.language());
    }

    /** @param mayAsk false where the customer is not asked, however unclear it is */
    ComplaintDiagnosed diagnosed(CaseId caseId, Diagnosis found, String rulesVersion, boolean mayAsk, Instant now) {
        return new ComplaintDiagnosed(
                caseId,
                found.hypotheses(),
                found.mood(),
                found.publicImpact(),
                found.crisis(),
                rulesVersion,
                now,
                found.severity(),
                found.massOutage(),
                mayAsk && clarifying.isNeeded(found) ? true : null,
                found.largestAmount());
    }

    Lead leadOf(ComplaintDiagnosed diagnosis, Complaint complaint, int wishes, Instant now) {
        if (diagnosis.isAwaitingClarification()) {
            ClarificationAsked question = clarifying.question(diagnosis, now);
            return new Lead(Clarifying.waitingForTheAnswer(question), question, clarifying.occasion(question));
        }
        boolean forConsultant = Outlook.isQuestion(diagnosis);
        Instant by = now.plus(forConsultant ? attention.terms().contactWithin() : promises.firstUpdate());
        return new Lead(
                Outlook.of(diagnosis, by),
                forConsultant ? Contacting.toAnswer(diagnosis, complaint, wishes + 1, now, by) : null,
                new Occasion.Received(by));
    }

    /** @param filed with the diagnosis, which nobody has been told yet */
    List<IntakeFact> facts(Filed filed, Lead lead, Instant now) {
        ComplaintDiagnosed diagnosis = filed.diagnosis();
        int cited = Conversing.nextSequence(filed) + (diagnosis.isAwaitingClarification() ? 1 : 0);
        List<IntakeFact> facts = new ArrayList<>();
        facts.add(new Published(diagnosis));
        if (lead.told() != null) {
            facts.add(new Published(lead.told()));
        }
        facts.add(messages.about(filed, lead.occasion(), diagnosis.caseId() + ":intake:" + cited, "1", now));
        return facts;
    }
}
