package io.redress.routing.domain;

import io.redress.routing.domain.RoutingState.Away;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When something comes due by itself. */
public final class Deadlines {
    private final SilenceSpeaks silence;

    public Deadlines(SilenceSpeaks silence) {
        this.silence = silence;
    }

    /** The next instant at which there is something to decide; empty where nothing comes due. */
    public Optional<Instant> next(RoutingState state) {
        return earliest(silence.nextDue(state), besideSilence(state));
    }

    static Optional<Instant> besideSilence(RoutingState state) {
        return switch (state) {
            case ProblemKnown(var known) ->
                known.isOpen() ? Optional.ofNullable(known.problem().validUntil()) : Optional.empty();
            case Away away ->
                away.hasEnded() ? Optional.empty() : Optional.of(away.absence().until());
            case Routed routed -> earliest(routed.knowledge().nextDue(), Transferring.nextDue(routed));
            case Paused(var _, var beneath, var _) ->
                beneath instanceof Routed routed ? routed.knowledge().nextDue() : Optional.empty();
            case Unheard _, Heard _, Ended _, IncidentState _, CharterKnown _ -> Optional.empty();
        };
    }

    private static Optional<Instant> earliest(Optional<Instant> one, Optional<Instant> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
