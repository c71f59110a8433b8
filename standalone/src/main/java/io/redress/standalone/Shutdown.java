package io.redress.standalone;

import io.redress.standalone.machine.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of the process, however it comes: what was started is stopped, the latest first. */
final class Shutdown {
    private static final Logger log = LoggerFactory.getLogger(Shutdown.class);

    private final Progress progress;
    private final Deque<Step> steps = new ArrayDeque<>();
    private boolean begun;
    private int exitCode;

    private record Step(String stopped, AutoCloseable thing) {}

    private Shutdown(Progress progress) {
        this.progress = progress;
    }

    /** Will run when the JVM is asked to end, by a signal or by {@link #fail}. */
    static Shutdown atExit(Progress progress) {
        Shutdown shutdown = new Shutdown(progress);
        Runtime.getRuntime().addShutdownHook(new Thread(shutdown::run, "shutdown"));
        return shutdown;
    }

    /**
     * Has {@code thing} closed before everything that was named earlier.
     *
     * @param stopped what to tell the person at the terminal then
     */
    void closes(String stopped, AutoCloseable thing) {
        if (!push(new Step(stopped, thing))) {
            // Asked to stop while still starting: whatever comes up now goes down at once.
            close(new Step(stopped, thing));
        }
    }

    private synchronized boolean push(Step step) {
        if (begun) {
            return false;
        }
        steps.push(step);
        return true;
    }

    private synchronized void begin() {
        begun = true;
    }

    private void run() {
        begin();
        progress.reached("stopping");
        steps.forEach(this::close);
        progress.reached("stopped");
        // Left alone, the JVM would end with 143 after SIGTERM, and a supervisor would take a clean stop for a failure.
        Runtime.getRuntime().halt(exitCode);
    }

    private void close(Step step) {
        try {
            step.thing().close();
            progress.reached(step.stopped());
        } catch (Exception failure) {
            log.warn("Not {} in order: {}", step.stopped(), failure.getMessage(), failure);
        }
    }

    /** Ends the process with code 1, unless it is ending already. Does not return. */
    void fail(String sentence) {
        synchronized (this) {
            if (!begun) {
                System.err.println(sentence);
                exitCode = 1;
            }
        }
        System.exit(1);
    }

    /** Waits for the end. Does not return. */
    void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
