package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.resolution.domain.ClosingCommand.ExtendClock;
import io.redress.resolution.domain.ClosingFact.ClockStarted;
import io.redress.resolution.domain.ClosingFact.OriginLearned;
import io.redress.resolution.domain.ClosingFact.TurnChanged;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.regulation.DayCount;
import io.redress.resolution.domain.regulation.Matter;
import io.redress.resolution.domain.regulation.MetBy;
import io.redress.resolution.domain.regulation.Regime;
import io.redress.resolution.domain.regulation.Regulations;
import io.redress.resolution.domain.regulation.TimeLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the clocks of the law begin, pause, run out and are met. */
final class Running {
    private final Regulations regulations;

    Running(Regulations regulations) {
        this.regulations = regulations;
    }

    /** From the complaint on, however late we hear where it goes. */
    OriginLearned origin(CaseRouted routed) {
        return new OriginLearned(
                Objects.requireNonNullElse(routed.receivedAt(), routed.routedAt()),
                regulations.countryOf(routed.region()),
                routed.product());
    }

    /** The clocks of what the case is about now; one that runs already is left alone. */
    List<ResolutionFact> begun(ResolutionCase then) {
        OriginLearned origin = then.assurances().closure().origin();
        Background background = then.background();
        if (origin == null || background == null || then.progress() instanceof Progress.Closed) {
            return List.of();
        }
        Clocks clocks = then.assurances().closure().clocks();
        Matter matter = new Matter(background.nature(), origin.country(), origin.product());
        List<ResolutionFact> facts = new ArrayList<>();
        for (Regime regime : regulations.regimesFor(matter, origin.receivedAt())) {
            for (TimeLimit limit : regime.clocks()) {
                RunningClock clock = clock(regime, limit, origin);
                if (clocks.hasRoom() && clocks.clock(clock.clockId()).isEmpty()) {
                    clocks = clocks.started(clock);
                    facts.add(new ClockStarted(clock));
                    facts.add(new Published(new RegulatoryClockStarted(
                            background.caseId(),
                            clock.clockId(),
                            clock.regime(),
                            clock.startedAt(),
                            clock.warnAt(),
                            clock.dueAt(),
                            clock.latestAt())));
                }
            }
        }
        return facts;
    }

    private RunningClock clock(Regime regime, TimeLimit limit, OriginLearned origin) {
        DayCount count = regulations.count(limit.counting(), origin.country());
        Integer extendedTo = limit.extendedTo();
        return new RunningClock(
                regime.name() + ":" + limit.name(),
                regime.name(),
                limit.counting(),
                origin.country(),
                limit.warnPercent(),
                limit.pauses(),
                limit.metBy(),
                origin.receivedAt(),
                count.endAfter(origin.receivedAt(), limit.days()),
                extendedTo == null ? null : count.endAfter(origin.receivedAt(), extendedTo),
                false,
                false,
                null,
                null,
                null);
    }

    /** What is due by now. */
    static List<ResolutionFact> due(CaseId caseId, Clocks clocks, Instant now) {
        List<ResolutionFact> facts = new ArrayList<>();
        for (RunningClock clock : clocks.all()) {
            if (clock.next().isEmpty()) {
                continue;
            }
            if (now.isAfter(clock.dueAt())) {
                facts.add(new Published(
                        new RegulatoryClockBreached(caseId, clock.clockId(), clock.regime(), clock.dueAt(), now)));
            } else if (!clock.warned() && !now.isBefore(clock.warnAt())) {
                facts.add(new Published(
                        new RegulatoryClockWarned(caseId, clock.clockId(), clock.regime(), clock.dueAt(), now)));
            }
        }
        return facts;
    }

    /** The clocks that such an event meets; the end of the case meets all. */
    static List<ResolutionFact> met(Clocks clocks, ResolutionEvent event, Instant now) {
        Set<MetBy> by = switch (event) {
            case SolutionsProposed _ -> Set.of(MetBy.PROPOSAL);
            case SolutionExecuted _ -> Set.of(MetBy.EXECUTION);
            case CaseClosed _ -> Set.of(MetBy.values());
            default -> Set.of();
        };
        return clocks.all().stream()
                .filter(it -> it.runs() && by.contains(it.metBy()))
                .<ResolutionFact>map(it -> new Published(new RegulatoryClockMet(
                        event.caseId(),
                        it.clockId(),
                        it.regime(),
                        it.dueAt(),
                        now,
                        it.breachedAt() == null && (it.pausedAt() != null || !now.isAfter(it.dueAt())))))
                .toList();
    }

    /** Time in which the customer had to decide is not the company's, as far as the regime allows. */
    List<ResolutionFact> turned(ResolutionCase then, Instant now) {
        Background background = then.background();
        Clocks clocks = then.assurances().closure().clocks();
        boolean customers = isCustomersTurn(then.progress());
        if (background == null
                || customers == clocks.customersTurn()
                || clocks.all().stream().noneMatch(it -> it.pauses() && it.runs())) {
            return List.of();
        }
        List<ResolutionFact> facts = new ArrayList<>(List.of(new TurnChanged(customers, now)));
        if (!customers) {
            clocks.all()
                    .forEach(clock -> resumed(background.caseId(), clock, now).ifPresent(facts::add));
        }
        return facts;
    }

    private Optional<ResolutionFact> resumed(CaseId caseId, RunningClock clock, Instant now) {
        Instant pausedAt = clock.pausedAt();
        if (pausedAt == null || !clock.runs()) {
            return Optional.empty();
        }
        DayCount count = regulations.count(clock.counting(), clock.country());
        Instant dueAt = count.endAfter(now, count.between(pausedAt, clock.dueAt()));
        return dueAt.isAfter(clock.dueAt())
                ? Optional.of(new Published(new RegulatoryClockMoved(
                        caseId, clock.clockId(), clock.regime(), clock.dueAt(), dueAt, now, null, null)))
                : Optional.empty();
    }

    private static boolean isCustomersTurn(Progress progress) {
        return switch (progress) {
            case Progress.Proposed proposed -> proposed.running() == null;
            case Progress.Paused(Progress beneath) -> isCustomersTurn(beneath);
            default -> false;
        };
    }

    /** Exceptionally it may take longer, but never without telling the customer why. */
    static Decision<ResolutionFact> extend(ResolutionCase known, ExtendClock extend, Instant now) {
        Background background = known.background();
        RunningClock clock =
                known.assurances().closure().clocks().clock(extend.clockId()).orElse(null);
        if (background == null || clock == null) {
            return Decision.reject("unknown-clock", "Expected a clock of this case, but got " + extend.clockId() + ".");
        }
        Instant latest = clock.latestAt();
        if (clock.extended()) {
            return Decision.reject(
                    "already-extended",
                    "Expected a clock that was not extended yet, but it runs until " + latest + ".");
        }
        @Nullable String why = whyNot(clock, now);
        return why != null || latest == null
                ? Decision.reject(
                        "not-extendable",
                        "Expected a clock that may be extended, but "
                                + Objects.requireNonNullElse(why, "its regime does not allow that") + ".")
                : Decision.accept(new Published(new RegulatoryClockMoved(
                        background.caseId(),
                        clock.clockId(),
                        clock.regime(),
                        clock.dueAt(),
                        latest,
                        now,
                        extend.reason(),
                        extend.by())));
    }

    private static @Nullable String whyNot(RunningClock clock, Instant now) {
        if (!clock.runs()) {
            return "what it wants has been done";
        }
        return clock.breachedAt() != null || now.isAfter(clock.dueAt()) ? "its time is over" : null;
    }
}
