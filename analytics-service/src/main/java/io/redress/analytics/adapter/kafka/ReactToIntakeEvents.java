package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.Learned;
import io.redress.analytics.domain.feedback.Said;
import io.redress.contracts.CaseEvent;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.Topics;
import java.util.Set;

/** Records what intake does, and learns whose case it is and what it is about. */
public final class ReactToIntakeEvents extends ReactToTopic {
    public ReactToIntakeEvents() {
        super(
                Topics.COMPLAINTS,
                Entries.typesOf(IntakeEvent.class),
                Set.of(
                        ComplaintReceived.class,
                        WordsReceived.class,
                        ComplaintDiagnosed.class,
                        DiagnosisRevised.class,
                        CaseMerged.class,
                        MergeUndone.class));
    }

    @Override
    Learned learned(CaseEvent event) {
        return switch (event) {
            case ComplaintReceived received ->
                new Learned.Complaint(received.submittedBy(), Said.in(received), received.channel());
            case WordsReceived words -> new Learned.Words(words.text());
            // What nobody acts upon before the customer has answered is no finding yet.
            case ComplaintDiagnosed diagnosed when diagnosed.isAwaitingClarification() -> new Learned.Nothing();
            case ComplaintDiagnosed diagnosed -> Learned.Diagnosis.of(0, diagnosed.hypotheses());
            case DiagnosisRevised revised -> Learned.Diagnosis.of(revised.revision(), revised.hypotheses());
            case CaseMerged _ -> new Learned.Merged(true);
            case MergeUndone _ -> new Learned.Merged(false);
            default -> new Learned.Nothing();
        };
    }
}
