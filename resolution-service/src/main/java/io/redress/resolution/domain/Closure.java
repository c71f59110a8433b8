package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent;
import io.redress.contracts.ClosingEvent.CaseReopened;
import io.redress.contracts.ClosingEvent.ClosingPutOff;
import io.redress.contracts.ClosingEvent.RegulatoryClockBreached;
import io.redress.contracts.ClosingEvent.RegulatoryClockMet;
import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.contracts.ClosingEvent.RegulatoryClockPaused;
import io.redress.contracts.ClosingEvent.RegulatoryClockResumed;
import io.redress.contracts.ClosingEvent.RegulatoryClockStarted;
import io.redress.contracts.ClosingEvent.RegulatoryClockWarned;
import io.redress.contracts.ClosingEvent.WordReminderDue;
import io.redress.contracts.IncidentRemedyEvent.CaseRemedied;
import io.redress.contracts.ResolutionEvent;
import io.redress.contracts.ResolutionEvent.CaseClosed;
import io.redress.contracts.ResolutionEvent.SolutionExecuted;
import io.redress.contracts.ResolutionEvent.SolutionsProposed;
import io.redress.resolution.domain.ClosingFact.ClockStarted;
import io.redress.resolution.domain.ClosingFact.OriginLearned;
import io.redress.resolution.domain.ClosingFact.QuestionAsked;
import io.redress.resolution.domain.ClosingFact.QuestionOver;
import io.redress.resolution.domain.ClosingFact.RequestDropped;
import io.redress.resolution.domain.ClosingFact.RequestOpened;
import io.redress.resolution.domain.ClosingFact.RequestSettled;
import io.redress.resolution.domain.Progress.Closed;
import io.redress.resolution.domain.Progress.Executed;
import io.redress.resolution.domain.Progress.Listening;
import io.redress.resolution.domain.ResolutionFact.Published;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the law wants to be done by when, what keeps a case from ending, and what may follow its end.
 *
 * @param origin absent until routing has spoken
 * @param proposals how many the customer has had
 * @param remindAt when the customer is reminded of the word that we wait for; absent where that is not due
 * @param putOffUntil when a closing is tried again; absent where none was put off
 * @param reopenableUntil as long the case can be opened again; absent while it has never been closed
 * @param reopenings how often it was opened again
 * @param reopened the last time; absent where there was none
 */
public record Closure(
        OpenRequests requests,
        Clocks clocks,
        @Nullable OriginLearned origin,
        int proposals,
        @Nullable Instant remindAt,
        @Nullable Instant putOffUntil,
        @Nullable Instant reopenableUntil,
        int reopenings,
        @Nullable CaseReopened reopened) {
    static final Closure NONE = new Closure(OpenRequests.NONE, Clocks.NONE, null, 0, null, null, null, 0, null);

    /** What was stored before any of this was known has none of it. */
    public Closure(
            @Nullable OpenRequests requests,
            @Nullable Clocks clocks,
            @Nullable OriginLearned origin,
            int proposals,
            @Nullable Instant remindAt,
            @Nullable Instant putOffUntil,
            @Nullable Instant reopenableUntil,
            int reopenings,
            @Nullable CaseReopened reopened) {
        this.requests = requests == null ? OpenRequests.NONE : requests;
        this.clocks = clocks == null ? Clocks.NONE : clocks;
        this.origin = origin;
        this.proposals = proposals;
        this.remindAt = remindAt;
        this.putOffUntil = putOffUntil;
        this.reopenableUntil = reopenableUntil;
        this.reopenings = reopenings;
        this.reopened = reopened;
    }

    Closure after(ResolutionFact fact) {
        return switch (fact) {
            case OriginLearned it ->
                new Closure(
                        requests, clocks, it, proposals, remindAt, putOffUntil, reopenableUntil, reopenings, reopened);
            case RequestOpened it -> with(requests.opened(it));
            case RequestSettled it -> with(requests.answered(it.requestId()));
            case RequestDropped it -> with(requests.dropped(it.requestId()));
            case ClockStarted it -> with(clocks.started(it.clock()));
            case QuestionAsked it -> with(clocks.asked(it.at()));
            case QuestionOver it -> with(clocks.answered(it.at()));
            case Published(ResolutionEvent it) -> after(it);
            default -> this;
        };
    }

    private Closure after(ResolutionEvent event) {
        return switch (event) {
            case SolutionsProposed it ->
                new Closure(
                        requests,
                        clocks,
                        origin,
                        Math.max(proposals, ProposeSolutions.round(it.proposalId())),
                        null,
                        null,
                        reopenableUntil,
                        reopenings,
                        reopened);
            case SolutionExecuted it -> waiting(halfway(it.executedAt(), it.closesAt()), null);
            // Where the remedy of an incident does not end the case, what was announced before stands.
            case CaseRemedied it when it.closesAt() != null -> waiting(halfway(it.notedAt(), it.closesAt()), null);
            case CaseClosed it ->
                new Closure(
                        requests, clocks, origin, proposals, null, null, it.reopenableUntil(), reopenings, reopened);
            case ClosingEvent it -> after(it);
            default -> this;
        };
    }

    private Closure after(ClosingEvent event) {
        return switch (event) {
            case WordReminderDue _ -> waiting(null, putOffUntil);
            case ClosingPutOff it -> waiting(null, it.until());
            case CaseReopened it ->
                new Closure(requests, clocks.reopened(), origin, proposals, null, null, null, it.number(), it);
            case RegulatoryClockStarted _ -> this;
            case RegulatoryClockPaused it -> with(clocks.changing(it.clockId(), clock -> clock.paused(it.pausedAt())));
            case RegulatoryClockResumed it -> with(clocks.changing(it.clockId(), clock -> clock.paused(null)));
            case RegulatoryClockMoved it -> with(clocks.moved(it));
            case RegulatoryClockWarned it -> with(clocks.changing(it.clockId(), RunningClock::withWarning));
            case RegulatoryClockBreached it ->
                with(clocks.changing(it.clockId(), clock -> clock.breached(it.breachedAt())));
            case RegulatoryClockMet it -> with(clocks.changing(it.clockId(), clock -> clock.met(it.metAt())));
        };
    }

    private static @Nullable Instant halfway(Instant from, @Nullable Instant to) {
        return to == null ? null : from.plus(Duration.between(from, to).dividedBy(2));
    }

    private Closure waiting(@Nullable Instant reminder, @Nullable Instant putOff) {
        return new Closure(
                requests, clocks, origin, proposals, reminder, putOff, reopenableUntil, reopenings, reopened);
    }

    private Closure with(OpenRequests next) {
        return new Closure(
                next, clocks, origin, proposals, remindAt, putOffUntil, reopenableUntil, reopenings, reopened);
    }

    private Closure with(Clocks next) {
        return new Closure(
                requests, next, origin, proposals, remindAt, putOffUntil, reopenableUntil, reopenings, reopened);
    }

    /**
     * When something happens by itself in a case that is there.
     *
     * @param byProgress when its progress says so; later where that was put off
     */
    public Optional<Instant> nextDue(Progress progress, Optional<Instant> byProgress) {
        if (progress instanceof Closed) {
            return Optional.empty();
        }
        Optional<Instant> putOff = Optional.ofNullable(putOffUntil);
        return Stream.of(
                        byProgress.map(it -> putOff.orElse(it)),
                        progress instanceof Listening ? putOff : Optional.<Instant>empty(),
                        progress instanceof Executed ? Optional.ofNullable(remindAt) : Optional.<Instant>empty(),
                        clocks.next())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }
}
