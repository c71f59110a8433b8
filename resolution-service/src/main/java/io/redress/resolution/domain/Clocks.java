package io.redress.resolution.domain;

import io.redress.contracts.ClosingEvent.RegulatoryClockMoved;
import io.redress.resolution.domain.regulation.MetBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The clocks of the law in a case.
 *
 * @param all in the order in which they began, at most {@value #MOST}
 * @param question what the customer was asked before it was known what the case is about; absent where there was none
 */
public record Clocks(List<RunningClock> all, @Nullable Question question) {
    /** Clocks of a case. */
    public static final int MOST = 10;

    static final Clocks NONE = new Clocks(List.of(), null);

    /**
     * The customer is asked once (R5).
     *
     * @param overAt when the customer answered, or the time for it was over; absent until then
     */
    public record Question(Instant askedAt, @Nullable Instant overAt) {}

    public Clocks {
        all = List.copyOf(all);
    }

    /** One of them. */
    public Optional<RunningClock> clock(String clockId) {
        return all.stream().filter(it -> it.clockId().equals(clockId)).findFirst();
    }

    boolean hasRoom() {
        return all.size() < MOST;
    }

    Clocks started(RunningClock clock) {
        return new Clocks(Stream.concat(all.stream(), Stream.of(clock)).toList(), question);
    }

    Clocks changing(String clockId, UnaryOperator<RunningClock> change) {
        return changing(it -> it.clockId().equals(clockId) ? change.apply(it) : it);
    }

    Clocks asked(Instant at) {
        return new Clocks(all, new Question(at, null));
    }

    Clocks answered(Instant at) {
        return question == null ? this : new Clocks(all, new Question(question.askedAt(), at));
    }

    /** Whether the customer still has to answer. */
    boolean isAsking() {
        return question != null && question.overAt() == null;
    }

    Clocks moved(RegulatoryClockMoved moved) {
        boolean extension = moved.reason() != null;
        return changing(moved.clockId(), it -> {
            Instant latest = it.latestAt();
            // Where the customer had the time, what is left of the extension moves along.
            Instant then =
                    latest == null || extension ? latest : latest.plus(Duration.between(moved.from(), moved.to()));
            return it.moved(moved.to(), then, extension);
        });
    }

    /** What the end of the case had met is to be met again; its dates are the original ones. */
    Clocks reopened() {
        return changing(it -> it.metBy() == MetBy.CLOSING ? it.met(null) : it);
    }

    Optional<Instant> next() {
        return all.stream().flatMap(it -> it.next().stream()).min(Instant::compareTo);
    }

    private Clocks changing(UnaryOperator<RunningClock> change) {
        return new Clocks(all.stream().map(change).toList(), question);
    }
}
