package io.redress.benchmarks.organisation;

import io.redress.contracts.DepartmentEvent.RequestAccepted;
import io.redress.contracts.RequestId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request on a department's desk. */
final class Job {
    final RequestId id;
    final Instant acceptedAt;
    final long number;
    final Deque<Step> steps = new ArrayDeque<>();
    final List<Span> worked = new ArrayList<>();
    Instant dueAt;
    Place place = Place.WAITING;
    boolean urgent;
    boolean silent;
    boolean shouted;
    boolean incomplete;

    @Nullable
    Instant promisedFor;

    /** Where it lies. */
    enum Place {
        /** Nobody goes on with it before something else has happened. */
        WAITING,
        QUEUED,
        IN_HAND,
        GONE
    }

    /** What follows a piece of work. */
    enum Act {
        DECLINE,
        ASK,
        GET_HELP,
        ANSWER
    }

    /** A piece of work, and what follows it. */
    record Step(Duration work, Act act) {}

    /** Somebody has it in hand, with the hours in which nobody works. */
    record Span(Instant from, Instant to) {}

    Job(RequestAccepted accepted, long number) {
        this.id = accepted.requestId();
        this.acceptedAt = accepted.acceptedAt();
        this.dueAt = accepted.dueAt();
        this.number = number;
    }

    /** Whether another department is still to be asked for help with it. */
    boolean needsHelp() {
        return steps.stream().anyMatch(it -> it.act() == Act.GET_HELP);
    }

    boolean isGone() {
        return place == Place.GONE;
    }

    /** Until when it is held back by whoever does not want to be known as quick. */
    Instant promised() {
        Instant own = promisedFor;
        return own == null ? dueAt : own;
    }
}
