package io.redress.benchmarks.lifecycle;

import io.redress.benchmarks.http.CallFailed;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.journal.Journal;
import io.redress.benchmarks.kafka.Feed;
import io.redress.benchmarks.kafka.Replies;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.load.ArrivalSchedule;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.OpenLoop;
import io.redress.benchmarks.load.Progress;
import io.redress.benchmarks.load.Window;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Lifecycles at a fixed rate: a warm-up, the window that counts, and time for what is still under way to end. */
public final class LifecycleRun {
    private static final int MOST_UNCLAIMED = 20_000;
    private static final long TICK = 1_000_000;

    private final Plan plan;
    private final PrintStream progress;
    private final Set<Lifecycle> underWay = ConcurrentHashMap.newKeySet();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong finished = new AtomicLong();
    private final AtomicLong finishedInWindow = new AtomicLong();

    /**
     * What to do.
     *
     * @param mostInFlight lifecycles under way; more are shed
     * @param grace how long lifecycles may still take when no more are begun
     */
    public record Plan(double rate, Duration warmup, Duration duration, Duration grace, int mostInFlight) {}

    /** With whom. */
    public record Target(
            HttpCaller http, StageTopics topics, String kafka, Tokens tokens, Journal journal, String run) {}

    /**
     * What happened.
     *
     * @param left how many lifecycles did not end, by what they were doing
     * @param deadLetters records that consumers could not take
     */
    public record Result(
            Plan plan,
            Measurements measurements,
            Moment begin,
            Moment end,
            long finishedInWindow,
            long finished,
            long shed,
            Map<String, Long> left,
            long deadLetters) {

        /** How long it really was between both moments. */
        public double seconds() {
            return (end.nanos() - begin.nanos()) / 1e9;
        }

        /** Whether all that was begun came to its end, and nothing went wrong in the window. */
        public boolean isGood() {
            return measurements.errors().isEmpty() && left.isEmpty() && shed == 0 && deadLetters == 0;
        }
    }

    public LifecycleRun(Plan plan, PrintStream progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs; returns when everything is over or the grace is. */
    public Result run(Target target) {
        long start = System.nanoTime() + 500_000_000;
        long from = start + plan.warmup().toNanos();
        Window window = new Window(from, from + plan.duration().toNanos());
        Measurements measurements = new Measurements(window);
        Mailboxes mailboxes = new Mailboxes(MOST_UNCLAIMED);
        long deadLettersBefore = target.topics().deadLetters();
        try (Replies replies = new Replies(target.kafka());
                Feed feed = Feed.of(
                        target.kafka(),
                        target.topics(),
                        (type, sequence, payload) ->
                                Signal.read(type, sequence, payload).ifPresent(mailboxes::deliver))) {
            Desk desk = new Desk(target.http(), measurements);
            Departments departments =
                    new Departments(desk, target.tokens(), replies::send, target.journal(), measurements);
            Lifecycle.Cast cast = new Lifecycle.Cast(
                    desk,
                    target.tokens(),
                    new Complaints(target.run()),
                    mailboxes,
                    departments,
                    target.journal(),
                    measurements);
            return run(cast, target, window, start, deadLettersBefore);
        }
    }

    private Result run(Lifecycle.Cast cast, Target target, Window window, long start, long deadLettersBefore) {
        OpenLoop loop = new OpenLoop(new ArrivalSchedule(plan.rate()), start, plan.mostInFlight());
        long deadline = window.end() + plan.grace().toNanos();
        try (Progress lines = Progress.of(progress, () -> line(loop, window, cast))) {
            releaseUntil(window.start(), loop, cast, window, deadline);
            // Asked beside the loop, which must not wait for an answer.
            var begin = CompletableFuture.supplyAsync(() -> Moment.now(target.topics()));
            releaseUntil(window.end(), loop, cast, window, deadline);
            var end = CompletableFuture.supplyAsync(() -> Moment.now(target.topics()));
            waitUntil(() -> loop.inFlight() == 0 && !isBusy(begin, end), deadline + 1_000_000_000);
            return new Result(
                    plan,
                    cast.measurements(),
                    begin.join(),
                    end.join(),
                    finishedInWindow.get(),
                    finished.get(),
                    loop.shed(),
                    left(),
                    target.topics().deadLetters() - deadLettersBefore);
        }
    }

    private static boolean isBusy(CompletableFuture<?> begin, CompletableFuture<?> end) {
        return !begin.isDone() || !end.isDone();
    }

    private void releaseUntil(long until, OpenLoop loop, Lifecycle.Cast cast, Window window, long deadline) {
        for (long now = System.nanoTime(); now < until; now = System.nanoTime()) {
            loop.release(now, due -> begin(due, loop, cast, window, deadline));
            LockSupport.parkNanos(Math.clamp(loop.nextDue() - System.nanoTime(), 1, TICK));
        }
    }

    private void begin(long due, OpenLoop loop, Lifecycle.Cast cast, Window window, long deadline) {
        Lifecycle lifecycle = new Lifecycle(cast, numbers.getAndIncrement(), deadline);
        underWay.add(lifecycle);
        Thread.ofVirtual().start(() -> {
            try {
                lifecycle.run(due);
                finished.incrementAndGet();
                if (window.contains(System.nanoTime())) {
                    finishedInWindow.incrementAndGet();
                }
                underWay.remove(lifecycle);
            } catch (CallFailed e) {
                cast.measurements().failed(e.kind(), e.sentence(), due);
                underWay.remove(lifecycle);
            } catch (TimeoutException e) {
                // It stays among those under way, which is how it is counted as left.
            } catch (RuntimeException e) {
                cast.measurements().failed("generator: " + e.getClass().getSimpleName(), String.valueOf(e), due);
                underWay.remove(lifecycle);
            } finally {
                loop.finished();
            }
        });
    }

    private Map<String, Long> left() {
        Map<String, Long> left = new TreeMap<>();
        underWay.forEach(it -> left.merge(it.doing(), 1L, Long::sum));
        return left;
    }

    private String line(OpenLoop loop, Window window, Lifecycle.Cast cast) {
        cast.journal().flush();
        long now = System.nanoTime();
        String phase = now < window.start() ? "warming up" : now < window.end() ? "measuring" : "finishing";
        return "%-10s  %d begun, %d finished, %d in flight, %d errors, %d shed"
                .formatted(
                        phase,
                        numbers.get(),
                        finished.get(),
                        loop.inFlight(),
                        cast.measurements().errorCount(),
                        loop.shed());
    }

    private static void waitUntil(BooleanSupplier condition, long deadline) {
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(10 * TICK);
        }
    }
}
