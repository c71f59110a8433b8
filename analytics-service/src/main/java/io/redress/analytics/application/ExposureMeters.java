package io.redress.analytics.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.redress.analytics.domain.exposure.Noticed;
import io.redress.analytics.domain.exposure.Noticed.BecamePublic;
import io.redress.analytics.domain.exposure.Noticed.ContradictionsPrevented;
import io.redress.analytics.domain.exposure.Noticed.SilenceEnded;

/** What everybody may see, in numbers by the channel it came from (R55). */
final class ExposureMeters {
    private final MeterRegistry registry;

    ExposureMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void count(Noticed noticed) {
        switch (noticed) {
            case BecamePublic(var source) ->
                registry.counter("redress_public_cases_total", "channel", source.wireName())
                        .increment();
            case SilenceEnded(var source, var silence, boolean answered) ->
                Timer.builder("redress_public_silence_seconds")
                        .tag("channel", source.wireName())
                        .tag("ended", answered ? "answered" : "closed")
                        .register(registry)
                        .record(silence);
            case ContradictionsPrevented(var source, int count) ->
                registry.counter("redress_public_contradictions_prevented_total", "channel", source.wireName())
                        .increment(count);
        }
    }
}
