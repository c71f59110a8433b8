package io.redress.benchmarks;

import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.IntakeRun;
import io.redress.benchmarks.lifecycle.Tokens;
import io.redress.benchmarks.limits.Limits;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description = {
            "Files complaints as fast as they are taken, and compares that with an HTTP endpoint that does nothing but"
                    + " produce to the same broker.",
            "--base-url is the gateway's address, or intake's own to leave the gateway out. Start the system with"
                    + " --only intake-service to leave out also what the others do with each complaint.",
            "Exits 1 where a complaint is not taken, or the share is below --at-least."
        })
final class IntakeCommand implements Callable<Integer> {
    private static final String CHECKED = "/api/v1/cases";

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ServerOptions server;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ClosedLoopOptions loop;

    @Option(
            names = "--at-least",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "The share of the limit that is good enough, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double atLeast;

    @Override
    public Integer call() {
        Tokens tokens = server.tokens();
        try (HttpCaller http = server.connect(loop.connections, tokens, CHECKED)) {
            // The limit first, while the system is at rest: what it still does afterwards must not lower the limit.
            var plan = new Limits.Plan(loop.connections, loop.duration, loop.duration, loop.duration.dividedBy(2));
            Limits.Result limits = new Limits(run.kafka.bootstrapServers, plan, System.err).run();
            IntakeRun.Result taken = new IntakeRun(System.err)
                    .run(http, tokens.ofFirst("frontline", "consultant"), loop.connections, loop.duration);
            double share = Latency.rounded(taken.perSecond() / limits.requestsPerSecond());
            Map<String, Object> figures = new LinkedHashMap<>(LimitsReport.figures(limits));
            figures.put("complaintsPerSecond", Latency.rounded(taken.perSecond()));
            figures.put("complaintLatency", Latency.of(taken.latency()));
            figures.put("shareOfBareEndpoint", share);
            run.json.write(figures);
            LimitsReport.print(limits, run.out());
            print(taken, share);
            return share >= atLeast ? 0 : 1;
        }
    }

    private void print(IntakeRun.Result taken, double share) {
        Latency latency = Latency.of(taken.latency());
        run.out()
                .printf(
                        "complaints            %,10.0f complaints/s, p50 %.2f ms, p95 %.2f ms, p99 %.2f ms%n",
                        taken.perSecond(), latency.p50(), latency.p95(), latency.p99());
        run.out().printf("share of the limit    %10.0f %%%n", share * 100);
        run.out().flush();
    }
}
