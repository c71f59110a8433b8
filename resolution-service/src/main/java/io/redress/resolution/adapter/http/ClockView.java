package io.redress.resolution.adapter.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.redress.resolution.domain.RunningClock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A clock of the law, as a caller reads it.
 *
 * @param state {@code running}, {@code warned}, {@code paused}, {@code breached}, {@code met} or {@code met-late}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClockView(
        String clockId,
        String regime,
        String counted,
        String metBy,
        String state,
        Instant startedAt,
        Instant warnAt,
        Instant dueAt,
        @Nullable Instant latestAt,
        boolean extended,
        @Nullable Instant pausedAt,
        @Nullable Instant breachedAt,
        @Nullable Instant metAt) {

    static ClockView of(RunningClock clock) {
        return new ClockView(
                clock.clockId(),
                clock.regime(),
                word(clock.counting()),
                word(clock.metBy()),
                state(clock),
                clock.startedAt(),
                clock.warnAt(),
                clock.dueAt(),
                clock.latestAt(),
                clock.extended(),
                clock.pausedAt(),
                clock.breachedAt(),
                clock.metAt());
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String state(RunningClock clock) {
        if (!clock.runs()) {
            return clock.breachedAt() == null ? "met" : "met-late";
        }
        if (clock.breachedAt() != null) {
            return "breached";
        }
        if (clock.pausedAt() != null) {
            return "paused";
        }
        return clock.warned() ? "warned" : "running";
    }
}
