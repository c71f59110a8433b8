package io.redress.benchmarks;

import io.redress.benchmarks.limits.Limits;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Measures the broker alone, and an HTTP endpoint that does nothing but produce to it.")
final class LimitsCommand implements Callable<Integer> {
    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ClosedLoopOptions loop;

    @Override
    public Integer call() {
        var plan = new Limits.Plan(loop.connections, loop.duration, loop.duration, loop.duration.dividedBy(2));
        Limits.Result result = new Limits(run.kafka.bootstrapServers, plan, System.err).run();
        run.json.write(LimitsReport.figures(result));
        LimitsReport.print(result, run.out());
        return 0;
    }
}
