package io.redress.chassis.lanes;

import io.redress.chassis.decide.Decision;
import io.redress.chassis.observe.TraceContext;
import io.redress.chassis.store.CaseWrite;
import io.redress.chassis.store.LogEntry;
import io.redress.chassis.store.ParkedEvent;
import io.redress.chassis.store.PendingEvent;
import io.redress.chassis.store.StoredCase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One case while a batch is applied to it: starts from what is stored, takes commands and events in order, and ends in
 * one {@link CaseWrite}. Used once and by one thread.
 */
final class Fold<S, C, E> {
    /** Counts decisions in {@link StoredCase#sequences}; not a stream. */
    static final String VERSION = "version";
    /** A case with more events parked than this has lost its predecessor for good; further ones are dead letters. */
    static final int MAX_PARKED = 200;
    /** Stays under the 1 MiB that brokers take by default. */
    static final int MAX_PAYLOAD = 900_000;

    private final CaseDefinition<S, C, E> definition;
    private final StateCodec<S> codec;
    private final S before;
    private final Reactions<C> reactions;
    private final LaneMetrics metrics;
    private final StoredCase stored;
    private final Instant now;

    private final Map<String, Long> positions;
    private final Map<String, Long> sequences;
    private final List<ParkedEvent> parked;
    private final List<PendingEvent> newEvents = new ArrayList<>();
    private final List<LogEntry> newLog = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private S state;
    private boolean changed;

    Fold(
            CaseDefinition<S, C, E> definition,
            StateCodec<S> codec,
            RecentStates<S> recent,
            Reactions<C> reactions,
            LaneMetrics metrics,
            StoredCase stored,
            Instant now) {
        this.definition = definition;
        this.codec = codec;
        this.reactions = reactions;
        this.metrics = metrics;
        this.stored = stored;
        this.now = now;
        this.positions = new HashMap<>(stored.positions());
        this.sequences = new HashMap<>(stored.sequences());
        this.parked = new ArrayList<>(stored.parked());
        this.before = stored.exists()
                ? recent.read(stored.id(), stored.state())
                : definition.decider().initialState();
        this.state = before;
    }

    /** The outcome of a command; it stands only if the write is saved. */
    Outcome<S, E> command(Submission<C> submission) {
        if (submission.expectedVersion() != Submission.ANY && submission.expectedVersion() != version()) {
            return new Outcome.Stale<>(view());
        }
        return switch (decide(submission.command(), submission.traceparent())) {
            case Decision.Accepted<E>(List<E> events) -> new Outcome.Accepted<>(view(), events);
            case Decision.Rejected<E>(String code, String why) -> new Outcome.Rejected<>(code, why, view());
        };
    }

    /** Applies an event, and after it those that were parked behind it. */
    void event(IncomingEvent event) {
        if (event.stream().isEmpty()) {
            applyOrRefuse(event, ignored -> {});
            return;
        }
        long last = positions.getOrDefault(event.stream(), 0L);
        if (event.seq() <= last) {
            metrics.duplicates.increment();
        } else if (event.seq() > last + 1) {
            park(event);
        } else {
            applyOrRefuse(event, this::advance);
        }
    }

    /**
     * Takes in again what this service has published itself. Nothing is decided by it, and nothing goes out: it only moves
     * the state and the numbers of the streams to where they were.
     */
    void recall(String stream, long seq, E event) {
        long last = sequences.getOrDefault(stream, 0L);
        if (seq <= last) {
            metrics.duplicates.increment();
            return;
        }
        if (seq > last + 1) {
            throw new IllegalStateException("Expected event " + (last + 1) + " of stream " + stream + " of case "
                    + stored.id() + ", but got " + seq + "; without what lies between nothing can be recalled");
        }
        state = definition.decider().evolve(state, event);
        definition.outgoing(stored.id(), event).forEach(o -> sequences.merge(o.stream(), 1L, Long::sum));
        definition
                .log(event)
                .forEach(content -> newLog.add(new LogEntry(stored.logSize() + newLog.size() + 1, content)));
        sequences.merge(VERSION, definition.isBookkeeping(event) ? 0L : 1L, Long::sum);
        changed = true;
    }

    private void advance(IncomingEvent applied) {
        positions.put(applied.stream(), applied.seq());
        changed = true;
        parked.removeIf(p -> p.stream().equals(applied.stream()) && p.seq() <= applied.seq());
        parked.stream()
                .filter(p -> p.stream().equals(applied.stream()) && p.seq() == applied.seq() + 1)
                .findFirst()
                .ifPresent(next -> {
                    metrics.unparked.increment();
                    parked.remove(next);
                    applyOrRefuse(IncomingEvent.of(stored.id(), next), this::advance);
                });
    }

    private void applyOrRefuse(IncomingEvent event, Consumer<IncomingEvent> applied) {
        Reaction<C> reaction = reactions.of(event.topic());
        if (!reaction.concerns(event)) {
            applied.accept(event);
            return;
        }
        Decision<E> decision;
        try {
            decision = decide(reaction.command(event), event.traceparent());
        } catch (RuntimeException unreadable) {
            refuse(event, Refused.UNREADABLE, String.valueOf(unreadable.getMessage()));
            return;
        }
        switch (decision) {
            case Decision.Accepted<E> _ -> applied.accept(event);
            case Decision.Rejected<E>(String code, String why) -> refuse(event, code, why);
        }
    }

    private void park(IncomingEvent event) {
        boolean known = parked.stream().anyMatch(p -> p.stream().equals(event.stream()) && p.seq() == event.seq());
        if (known) {
            metrics.duplicates.increment();
        } else if (parked.size() >= MAX_PARKED) {
            refuse(event, "too-many-parked", "Expected at most " + MAX_PARKED + " events waiting for a predecessor");
        } else {
            parked.add(event.parked());
            metrics.parked.increment();
            changed = true;
        }
    }

    private void refuse(IncomingEvent event, String code, String reason) {
        refused.add(new Refused(event, code, reason));
    }

    /** What was refused, in order; to be kept elsewhere once the write has been saved. */
    List<Refused> refused() {
        return refused;
    }

    /** Why this event was refused; empty where it was not. */
    Optional<Refused> refusalOf(IncomingEvent event) {
        return refused.stream().filter(it -> it.event() == event).findFirst();
    }

    private Decision<E> decide(C command, String traceparent) {
        Decision<E> decision = definition.decider().decide(state, command, now);
        if (decision instanceof Decision.Accepted<E>(List<E> events) && !events.isEmpty()) {
            return take(events, TraceContext.childOf(traceparent), decision);
        }
        (decision instanceof Decision.Accepted<E> ? metrics.accepted : metrics.rejected).increment();
        return decision;
    }

    private Decision<E> take(List<E> events, String traceparent, Decision<E> decision) {
        S next = state;
        List<Outgoing> outgoing = new ArrayList<>();
        List<byte[]> log = new ArrayList<>();
        for (E event : events) {
            next = definition.decider().evolve(next, event);
            outgoing.addAll(definition.outgoing(stored.id(), event));
            log.addAll(definition.log(event));
        }
        if (outgoing.stream().anyMatch(o -> o.payload().length > MAX_PAYLOAD)) {
            metrics.rejected.increment();
            return Decision.reject("too-large", "Expected events of at most " + MAX_PAYLOAD + " bytes");
        }
        state = next;
        changed = true;
        long decided = events.stream()
                .filter(event -> !definition.isBookkeeping(event))
                .count();
        sequences.merge(VERSION, decided, Long::sum);
        outgoing.forEach(o -> newEvents.add(new PendingEvent(
                stored.id(),
                o.stream(),
                sequences.merge(o.stream(), 1L, Long::sum),
                o.topic(),
                o.type(),
                o.happenedAt() == null ? now : o.happenedAt(),
                traceparent,
                o.payload())));
        log.forEach(content -> newLog.add(new LogEntry(stored.logSize() + newLog.size() + 1, content)));
        metrics.accepted.increment();
        return decision;
    }

    boolean hasChanged() {
        return changed;
    }

    List<PendingEvent> newEvents() {
        return newEvents;
    }

    CaseWrite write() {
        return new CaseWrite(
                stored.id(),
                stored.revision(),
                json(),
                positions,
                sequences,
                parked,
                definition.entries(stored.id(), state),
                definition.nextDue(state).orElse(null),
                newEvents,
                newLog);
    }

    /** Many an event moves nothing but the place up to which its stream was heard. */
    private byte[] json() {
        return stored.exists() && state == before ? stored.state() : codec.write(state);
    }

    S state() {
        return state;
    }

    CaseView<S> view() {
        return new CaseView<>(stored.id(), state, version(), Map.copyOf(positions), Map.copyOf(sequences));
    }

    private long version() {
        return sequences.getOrDefault(VERSION, 0L);
    }
}
