package io.redress.resolution.domain;

import io.redress.chassis.decide.Decision;
import io.redress.contracts.CaseId;
import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.contracts.RoutingEvent.CaseRouted;
import io.redress.resolution.domain.Clocks.Question;
import io.redress.resolution.domain.ClosingCommand.ExtendClock;
import io.redress.resolution.domain.ClosingFact.ClockStarted;
import io.redress.resolution.domain.ClosingFact.OriginLearned;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the clocks of the law begin, run out, are met and are extended. */
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
                RunningClock clock = clock(regime, limit, origin, clocks.question());
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
                            clock.latestAt(),
                            customersDays(clock, limit))));
                }
            }
        }
        return facts;
    }

    private RunningClock clock(Regime regime, TimeLimit limit, OriginLearned origin, @Nullable Question question) {
        Integer extendedTo = limit.extendedTo();
        return new RunningClock(
                regime.name() + ":" + limit.name(),
                regime.name(),
                limit.counting(),
                origin.country(),
                limit.warnPercent(),
                limit.pausesOn().contains(CustomersTurn.OFFER),
                limit.metBy(),
                origin.receivedAt(),
                end(limit, limit.days(), origin, question),
                extendedTo == null ? null : end(limit, extendedTo, origin, question),
                false,
                false,
                null,
                null,
                null,
                limit.pausesOn().contains(CustomersTurn.QUESTION));
    }

    /** Where the customer was asked something meanwhile, what was left then is counted from the answer. */
    private Instant end(TimeLimit limit, int days, OriginLearned origin, @Nullable Question question) {
        DayCount count = regulations.count(limit.counting(), origin.country());
        Instant end = count.endAfter(origin.receivedAt(), days);
        Instant overAt = question == null ? null : question.overAt();
        return question == null || overAt == null || !limit.pausesOn().contains(CustomersTurn.QUESTION)
                ? end
                : count.endAfter(overAt, count.between(question.askedAt(), end));
    }

    private @Nullable Integer customersDays(RunningClock clock, TimeLimit limit) {
        DayCount count = regulations.count(clock.counting(), clock.country());
        int days = count.between(count.endAfter(clock.startedAt(), limit.days()), clock.dueAt());
        return days == 0 ? null : days;
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
            // The remedy of an incident is the answer, and it is done; it ends what was not chosen otherwise.
            case CaseRemedied it when it.closesAt() != null -> Set.of(MetBy.PROPOSAL, MetBy.EXECUTION);
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
