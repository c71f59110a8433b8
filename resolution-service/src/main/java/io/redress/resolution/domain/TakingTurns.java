package io.redress.resolution.domain;

import io.redress.contracts.CaseId;
import io.redress.contracts.ClosingEvent.CustomersTurn;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.resolution.domain.ResolutionFact.Published;
import io.redress.resolution.domain.regulation.DayCount;
import io.redress.resolution.domain.regulation.Regulations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Time in which it is the customer's turn is not the company's, as far as a regime says so. */
final class TakingTurns {
    private final Regulations regulations;

    TakingTurns(Regulations regulations) {
        this.regulations = regulations;
    }

    /**
     * The clocks that stop now and those that go on, with the days that are left.
     *
     * @param at since when the turn is another
     */
    List<ResolutionFact> turned(ResolutionCase then, Instant at) {
        Background background = then.background();
        return background == null
                ? List.of()
                : then.assurances().closure().clocks().all().stream()
                        .filter(RunningClock::isAhead)
                        .flatMap(clock -> turned(background.caseId(), then, clock, at))
                        .toList();
    }

    private Stream<ResolutionFact> turned(CaseId caseId, ResolutionCase then, RunningClock clock, Instant at) {
        Clocks clocks = then.assurances().closure().clocks();
        Instant pausedAt = clock.pausedAt();
        if (clock.pausesOn(CustomersTurn.QUESTION) && clocks.question() != null && clocks.isAsking()) {
            return pausedAt == null
                    ? Stream.of(paused(
                            caseId,
                            clock,
                            CustomersTurn.QUESTION,
                            clocks.question().askedAt()))
                    : Stream.empty();
        }
        if (clock.pausesOn(CustomersTurn.OFFER) && hasOffer(then.progress())) {
            return pausedAt == null ? Stream.of(paused(caseId, clock, CustomersTurn.OFFER, at)) : Stream.empty();
        }
        return pausedAt == null ? Stream.empty() : resumed(caseId, clock, pausedAt, at);
    }

    private static boolean hasOffer(Progress progress) {
        return switch (progress) {
            case Progress.Proposed _ -> true;
            case Progress.Paused(Progress beneath) -> hasOffer(beneath);
            default -> false;
        };
    }

    private ResolutionFact paused(CaseId caseId, RunningClock clock, CustomersTurn turn, Instant at) {
        return new Published(new RegulatoryClockPaused(
                caseId, clock.clockId(), clock.regime(), turn, clock.dueAt(), left(clock, at), at));
    }

    private Stream<ResolutionFact> resumed(CaseId caseId, RunningClock clock, Instant pausedAt, Instant at) {
        int left = left(clock, pausedAt);
        Instant dueAt = count(clock).endAfter(at, left);
        List<ResolutionFact> facts = new ArrayList<>();
        facts.add(new Published(new RegulatoryClockResumed(caseId, clock.clockId(), clock.regime(), left, dueAt, at)));
        if (dueAt.isAfter(clock.dueAt())) {
            facts.add(new Published(new RegulatoryClockMoved(
                    caseId, clock.clockId(), clock.regime(), clock.dueAt(), dueAt, at, null, null)));
        }
        return facts.stream();
    }

    private int left(RunningClock clock, Instant from) {
        return count(clock).between(from, clock.dueAt());
    }

    private DayCount count(RunningClock clock) {
        return regulations.count(clock.counting(), clock.country());
    }
}
