package io.redress.routing.application;

import io.redress.chassis.store.IndexEntry;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.ProblemKnown;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Finds routed cases by the day on which they were first routed, so that a time is a walk over its days. */
public final class PastRoutings {
    static final String INDEX = "routed";

    private PastRoutings() {}

    static List<IndexEntry> entries(RoutingState state) {
        return routing(state)
                .map(it -> List.of(IndexEntry.sorted(
                        INDEX,
                        day(it.routedAt()).toString(),
                        "%013d".formatted(it.routedAt().toEpochMilli()))))
                .orElse(List.of());
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** How the case is routed; empty until it is. */
    static Optional<CaseRouted> routing(RoutingState state) {
        return switch (state) {
            case Unheard _, Heard _, ProblemKnown _ -> Optional.empty();
            case Routed routed -> Optional.of(routed.routing());
            case Ended ended -> Optional.of(ended.routing());
            case Paused paused -> routing(paused.beneath());
        };
    }
}
