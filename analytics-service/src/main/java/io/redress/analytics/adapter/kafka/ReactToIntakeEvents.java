package io.redress.analytics.adapter.kafka;

import io.redress.analytics.domain.JourneyCommand;
import io.redress.analytics.domain.JourneyCommand.RecordEvent;
import io.redress.analytics.domain.Learned;
import io.redress.analytics.domain.feedback.Said;
import io.redress.chassis.lanes.IncomingEvent;
import io.redress.chassis.lanes.Reaction;
import io.redress.contracts.EventTypes;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.CaseMerged;
import io.redress.contracts.IntakeEvent.ComplaintDiagnosed;
import io.redress.contracts.IntakeEvent.ComplaintReceived;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.MergeUndone;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.contracts.Topics;
import io.redress.contracts.Wire;
import java.util.Set;

/** Records what intake does, and learns whose case it is and what it is about. */
public final class ReactToIntakeEvents implements Reaction<JourneyCommand> {
    private static final Set<String> TYPES = Entries.typesOf(IntakeEvent.class);
    private static final Set<String> TELLING = Set.of(
            EventTypes.wireName(ComplaintReceived.class),
            EventTypes.wireName(WordsReceived.class),
            EventTypes.wireName(ComplaintDiagnosed.class),
            EventTypes.wireName(DiagnosisRevised.class),
            EventTypes.wireName(CaseMerged.class),
            EventTypes.wireName(MergeUndone.class));

    @Override
    public String topic() {
        return Topics.COMPLAINTS;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public JourneyCommand command(IncomingEvent event) {
        return new RecordEvent(Entries.of(event), learned(event));
    }

    private static Learned learned(IncomingEvent event) {
        if (!TELLING.contains(event.type())) {
            return new Learned.Nothing();
        }
        return switch (Wire.read(event.type(), event.payload())) {
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
