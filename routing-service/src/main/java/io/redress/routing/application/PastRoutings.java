package io.redress.routing.application;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.store.IndexEntry;
import io.redress.chassis.store.IndexQuery;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.routing.domain.Request;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.RoutingState.CaseState;
import io.redress.routing.domain.RoutingState.Ended;
import io.redress.routing.domain.RoutingState.Heard;
import io.redress.routing.domain.RoutingState.Paused;
import io.redress.routing.domain.RoutingState.Routed;
import io.redress.routing.domain.RoutingState.Unheard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds routed cases by the day on which they were first routed, so that a time is a walk over its days. */
public final class PastRoutings {
    static final String INDEX = "routed";
    /** Cases in memory at once. */
    private static final int PAGE = 100;

    private final CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes;

    public PastRoutings(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes) {
        this.lanes = lanes;
    }

    /** How a case was routed last, and what became of its requests. */
    public record PastRouting(CaseRouted routing, List<Request> requests) {}

    /** All that were first routed at {@code from} or later and before {@code to}; read as fast as they are wanted. */
    public Flux<PastRouting> between(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Flux.empty();
        }
        LocalDate first = day(from);
        LocalDate afterLast = day(to.minusNanos(1)).plusDays(1);
        return Flux.<LocalDate, LocalDate>generate(() -> first, (at, days) -> {
                    if (at.isBefore(afterLast)) {
                        days.next(at);
                    } else {
                        days.complete();
                    }
                    return at.plusDays(1);
                })
                .concatMap(this::of, 1)
                .filter(it -> !it.routing().routedAt().isBefore(from)
                        && it.routing().routedAt().isBefore(to));
    }

    private Flux<PastRouting> of(LocalDate day) {
        return page(day, "")
                .expand(page -> page.next().isEmpty() ? Mono.empty() : page(day, page.next()))
                .concatMapIterable(CaseLanes.ViewPage::cases, 1)
                .concatMap(view -> Mono.justOrEmpty(past(view.state())), 1);
    }

    private Mono<CaseLanes.ViewPage<RoutingState>> page(LocalDate day, String cursor) {
        return lanes.find(new IndexQuery(INDEX, day.toString(), cursor, PAGE));
    }

    static List<IndexEntry> entries(RoutingState state) {
        return past(state)
                .map(it -> it.routing().routedAt())
                .map(at -> List.of(IndexEntry.sorted(INDEX, day(at).toString(), "%015d".formatted(at.toEpochMilli()))))
                .orElse(List.of());
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static Optional<PastRouting> past(RoutingState state) {
        return switch (state) {
            case CaseState it -> past(it);
            case RoutingState.Document _ -> Optional.empty();
        };
    }

    private static Optional<PastRouting> past(CaseState state) {
        return switch (state) {
            case Unheard _, Heard _ -> Optional.empty();
            case Routed routed -> Optional.of(new PastRouting(routed.routing(), routed.requests()));
            case Ended ended -> Optional.of(new PastRouting(ended.routing(), ended.requests()));
            case Paused paused -> past(paused.beneath());
        };
    }
}
