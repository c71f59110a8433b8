package io.redress.benchmarks.organisation;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to happen, in order; time passes only by taking the next. */
final class Timeline {
    private final PriorityQueue<Planned> planned =
            new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::number));
    private Instant now;
    private long number;

    private record Planned(Instant at, long number, Runnable what) {}

    Timeline(Instant start) {
        now = start;
    }

    Instant now() {
        return now;
    }

    /** What is planned for the same instant happens in the order in which it was planned; the past is now. */
    void at(Instant when, Runnable what) {
        planned.add(new Planned(when.isBefore(now) ? now : when, number++, what));
    }

    /** Lets the next thing happen; false where there is none. */
    boolean next() {
        Planned first = planned.poll();
        if (first == null) {
            return false;
        }
        now = first.at();
        first.what().run();
        return true;
    }
}
