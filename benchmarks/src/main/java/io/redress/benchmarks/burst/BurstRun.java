package io.redress.benchmarks.burst;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.Desk;
import io.redress.benchmarks.lifecycle.Tokens;
import io.redress.benchmarks.load.Measurements;
import io.redress.benchmarks.load.Progress;
import io.redress.benchmarks.load.Window;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files the complaints, has the incident opened that is proposed, waits for its members and looks who they are. */
public final class BurstRun {
    private static final Duration TICK = Duration.ofMillis(200);

    private final Plan plan;
    private final Target target;
    private final PrintStream progress;
    private final Measurements measurements = new Measurements(Window.open());
    private final Filed filed = new Filed();
    private final Desk desk;
    private final Supervisor supervisor;
    private final Posting posting;
    private volatile boolean posted;

    /**
     * What to do.
     *
     * @param count complaints in all
     * @param rate complaints per second
     * @param mostInFlight complaints that wait for an answer; more are shed
     * @param grace how long the system may take when no more come
     * @param lookEvery how often the supervisor looks
     * @param openLate whether the supervisor decides only when all complaints are there
     */
    public record Plan(
            long count, double rate, int mostInFlight, Duration grace, Duration lookEvery, boolean openLate) {}

    /** With whom. */
    public record Target(HttpCaller http, Tokens tokens, Mix mix) {}

    public BurstRun(Plan plan, Target target, PrintStream progress) {
        this.plan = plan;
        this.target = target;
        this.progress = progress;
        this.desk = new Desk(target.http(), measurements);
        this.supervisor = new Supervisor(desk, target.tokens());
        String frontline = target.tokens().ofFirst("frontline", "consultant");
        this.posting = new Posting(desk, frontline, target.mix(), filed, measurements);
    }

    /** Runs once; returns when all have joined that should, or the grace is over. */
    public Outcome run() {
        Set<Supervisor.Line> before = supervisor.incidents();
        Instant begun = Instant.now();
        String product = target.mix().product();
        try (Watch watch = new Watch(
                                supervisor,
                                product,
                                filed,
                                plan.lookEvery(),
                                () -> posted || !plan.openLate(),
                                measurements)
                        .begin();
                Progress lines = Progress.of(progress, () -> line(watch))) {
            long shed = posting.run(plan.count(), plan.rate(), plan.mostInFlight());
            Duration took = Duration.between(begun, Instant.now());
            posted = true;
            long deadline = System.nanoTime() + plan.grace().toNanos();
            while (filed.members() < filed.ofOutage().size() && System.nanoTime() < deadline) {
                Desk.pause(TICK);
            }
            return outcome(watch, before, begun, took, shed, deadline);
        }
    }

    private Outcome outcome(
            Watch watch, Set<Supervisor.Line> before, Instant begun, Duration took, long shed, long deadline) {
        Instant opened = watch.opened().orElse(Instant.MAX);
        Map<String, Instant> joined = watch.incident().map(supervisor::joined).orElse(Map.of());
        Set<Supervisor.Line> incidents = new HashSet<>(supervisor.incidents());
        incidents.removeAll(before);
        return new Outcome(
                plan.count(),
                filed.accepted(),
                filed.ofOutage().size() + filed.others().size(),
                missing(deadline),
                shed,
                incidents.size(),
                took,
                watch.opened().map(it -> Duration.between(begun, it)).orElse(Duration.ZERO),
                filed.greatestLag(),
                Joining.of(filed.ofOutage(), joined, opened),
                measurements);
    }

    /** Members are known to routing, and of the others it must at least know what nobody has to decide first. */
    private long missing(long deadline) {
        ReadAgain read = new ReadAgain(desk, target.tokens().of("supervisor"), deadline, measurements);
        List<String> all = new ArrayList<>(filed.ofOutage().keySet());
        all.addAll(filed.others());
        return read.missing(all, "case, GET", "") + read.missing(filed.others(), "mode of a case, GET", "/incident");
    }

    private String line(Watch watch) {
        String incident = watch.opened().isPresent() ? "open" : watch.incident().isPresent() ? "proposed" : "none";
        return "%-7s  %d due, %d accepted, incident %s, %d of %d joined, %d errors"
                .formatted(
                        posted ? "waiting" : "filing",
                        posting.begun(),
                        filed.accepted(),
                        incident,
                        filed.members(),
                        filed.ofOutage().size(),
                        measurements.errorCount());
    }
}
