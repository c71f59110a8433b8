package io.redress.intake.application;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** The letters of one carrier: as many in its hands as it takes at once, and a bounded number behind them. */
final class Satchel {
    /** Enough to go on with while the next ones are being looked up. */
    static final int MOST_WAITING = 400;

    private final int atOnce;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int inHand;

    Satchel(int atOnce) {
        this.atOnce = atOnce;
    }

    /** Begins at once, or when it is its turn; false where there is no room. */
    boolean take(Runnable begin) {
        synchronized (this) {
            if (inHand >= atOnce) {
                return waiting.size() < MOST_WAITING && waiting.add(begin);
            }
            inHand++;
        }
        begin.run();
        return true;
    }

    /**
     * One has arrived; the next begins.
     *
     * @return whether so few are left that more should be looked up
     */
    boolean arrived() {
        Runnable next;
        boolean few;
        synchronized (this) {
            next = next();
            few = waiting.size() < MOST_WAITING / 4;
        }
        if (next != null) {
            next.run();
        }
        return few;
    }

    private @Nullable Runnable next() {
        Runnable next = waiting.poll();
        if (next == null) {
            inHand--;
        }
        return next;
    }
}
