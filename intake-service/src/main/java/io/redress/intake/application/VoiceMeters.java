package io.redress.intake.application;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.redress.contracts.CustomerMessageEvent.CustomerMessageComposed;
import io.redress.contracts.CustomerMessageEvent.MessageSettled;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.Tone;

/** Counts what is said to customers and which promises to speak were missed. Labels are few and known beforehand. */
public final class VoiceMeters {
    private final MeterRegistry registry;
    private final Counter late;

    public VoiceMeters(MeterRegistry registry) {
        this.registry = registry;
        this.late = Counter.builder("redress_updates_late_total").register(registry);
        for (Tone tone : Tone.values()) {
            composed(tone.wireName());
        }
    }

    /** Takes note of what was decided; call it once for each fact. */
    void count(IntakeFact fact) {
        if (fact instanceof IntakeFact.PromiseMissed) {
            late.increment();
        } else if (fact instanceof IntakeFact.Published(CustomerMessageComposed message) && message.tone() != null) {
            composed(message.tone()).increment();
        } else if (fact instanceof IntakeFact.Published(MessageSettled settled)) {
            settled(settled.outcome()).increment();
        }
    }

    /** @param outcome one of the two that a person may find out */
    private Counter settled(String outcome) {
        return Counter.builder("redress_messages_settled_total")
                .tag("outcome", outcome)
                .register(registry);
    }

    private Counter composed(String tone) {
        return Counter.builder("redress_messages_composed_total")
                .tag("tone", tone)
                .register(registry);
    }
}
