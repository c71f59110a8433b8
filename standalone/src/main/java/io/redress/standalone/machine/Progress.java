package io.redress.standalone.machine;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the person at the terminal what has been reached, one line per stage with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long begun = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** A stage has been reached. */
    public void reached(String stage) {
        out.printf("%6.1f s  %s%n", elapsed().toMillis() / 1000.0, stage);
        out.flush();
    }

    /** Since the start. */
    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
