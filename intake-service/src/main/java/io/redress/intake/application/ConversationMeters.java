package io.redress.intake.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.IntakeEvent;
import io.redress.contracts.IntakeEvent.ClarificationAsked;
import io.redress.contracts.IntakeEvent.ComplaintJoined;
import io.redress.contracts.IntakeEvent.ContactOverdue;
import io.redress.contracts.IntakeEvent.ContactWished;
import io.redress.contracts.IntakeEvent.DiagnosisRevised;
import io.redress.contracts.IntakeEvent.WordsReceived;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import io.redress.intake.domain.IntakeState.Filed;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** Counts what conversations tell about our own work: questions, repeated contacts (R54), revisions, moods (R19). */
public final class ConversationMeters implements ObservedDecider.Observer {
    private final MeterRegistry registry;
    private final Counter asked;
    private final Counter hostile;
    private final Counter wished;
    private final Counter overdue;
    private final Map<DiagnosisRevised.Reason, Counter> revised = new EnumMap<>(DiagnosisRevised.Reason.class);
    private final DistributionSummary moodChange;

    public ConversationMeters(MeterRegistry registry) {
        this.registry = registry;
        asked = registry.counter("redress_clarifications_asked_total");
        hostile = registry.counter("redress_hostile_contacts_total");
        wished = registry.counter("redress_contacts_wished_total");
        overdue = registry.counter("redress_contacts_overdue_total");
        for (DiagnosisRevised.Reason reason : DiagnosisRevised.Reason.values()) {
            revised.put(
                    reason,
                    registry.counter(
                            "redress_diagnoses_revised_total",
                            "reason",
                            reason.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        }
        // From 0 (as much worse as can be) over 2 (the same) to 4, since a summary takes no negative values.
        moodChange = DistributionSummary.builder("redress_mood_change")
                .description("The customer's mood in further words against the complaint's, plus 2")
                .serviceLevelObjectives(1, 1.5, 2, 2.5, 3, 4)
                .register(registry);
    }

    @Override
    public void changed(IntakeState before, IntakeFact by, IntakeState after) {
        if (by instanceof IntakeFact.Published(IntakeEvent event) && before instanceof Filed filed) {
            count(event, filed);
        }
    }

    private void count(IntakeEvent event, Filed filed) {
        switch (event) {
            case ComplaintJoined joined -> repeated(joined.channel());
            case ContactWished _ -> wished.increment();
            case ContactOverdue _ -> overdue.increment();
            case ClarificationAsked _ -> asked.increment();
            case DiagnosisRevised it -> {
                Counter counter = revised.get(it.reason());
                if (counter != null) {
                    counter.increment();
                }
            }
            case WordsReceived words -> {
                if (words.repeated()) {
                    repeated(words.channel());
                }
                hostile.increment(words.hostile() ? 1 : 0);
                moodChange.record(words.mood() - filed.diagnosis().mood() + 2);
            }
            default -> {
                // Counted where it is decided about.
            }
        }
    }

    /** @param channel one of the few that words may come through */
    private void repeated(String channel) {
        registry.counter("redress_repeated_contacts_total", "channel", channel).increment();
    }
}
