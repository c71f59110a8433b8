package io.redress.benchmarks;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.journal.Journal;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.lifecycle.LifecycleRun;
import io.redress.benchmarks.lifecycle.Prefill;
import io.redress.benchmarks.lifecycle.Tokens;
import io.redress.benchmarks.limits.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "lifecycle",
        mixinStandardHelpOptions = true,
        description = {
            "Takes complaints through all six steps at a fixed rate, playing the frontline app, the systems of the"
                    + " departments, the customer and the supervisor.",
            "Exits 1 where anything went wrong in the measured time, or a case was left behind."
        })
final class LifecycleCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ServerOptions server;

    @Option(
            names = "--rate",
            defaultValue = "150",
            description = "Complaints per second, by the clock (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--duration",
            defaultValue = "60s",
            converter = Seconds.class,
            description = "How long to measure (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration duration;

    @Option(
            names = "--warmup",
            defaultValue = "20s",
            converter = Seconds.class,
            description = "How long to run at the same rate before measuring (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration warmup;

    @Option(
            names = "--grace",
            defaultValue = "30s",
            converter = Seconds.class,
            description = "How long cases may take to end afterwards (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration grace;

    @Option(
            names = "--prefill",
            defaultValue = "0",
            paramLabel = "N",
            description = "Files so many complaints before, which nobody follows (default: ${DEFAULT-VALUE}).")
    private long prefill;

    @Option(
            names = "--in-flight",
            defaultValue = "3000",
            description = "Most cases under way; more are shed, counted and a failure (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--connections",
            defaultValue = "128",
            description = "Most connections to the gateway (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--no-limits", description = "Leaves out the two limits to compare with, which take half a minute.")
    private boolean withoutLimits;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description = "Appends what was answered to this file, for the command check.")
    private @Nullable Path journalFile;

    @Override
    public Integer call() {
        var plan = new LifecycleRun.Plan(rate, warmup, duration, grace, inFlight);
        Tokens tokens = server.tokens();
        LifecycleReport report = new LifecycleReport();
        LifecycleRun.Result result;
        try (HttpCaller http = server.connect(connections, tokens);
                StageTopics topics = new StageTopics(run.kafka.bootstrapServers);
                Journal journal = journalFile == null ? Journal.none() : Journal.to(journalFile)) {
            String mark = "bench-" + UUID.randomUUID().toString().substring(0, 8);
            var target = new LifecycleRun.Target(http, topics, run.kafka.bootstrapServers, tokens, journal, mark);
            if (prefill > 0) {
                report.prefilled(prefill, new Prefill(System.err).run(target, prefill));
            }
            result = new LifecycleRun(plan, System.err).run(target);
        }
        report.ran(result);
        // Whatever becomes of the limits, the run is not to be lost.
        run.json.write(report.figures());
        if (!withoutLimits) {
            report.compare(result, new Limits(run.kafka.bootstrapServers, Limits.Plan.usual(), System.err).run());
        }
        run.json.write(report.figures());
        report.print(run.out());
        return result.isGood() ? 0 : 1;
    }
}
