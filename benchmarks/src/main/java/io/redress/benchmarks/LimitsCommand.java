package io.redress.benchmarks;

import io.redress.benchmarks.limits.Limits;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "limits",
        mixinStandardHelpOptions = true,
        description = "Measures the broker alone, and an HTTP endpoint that does nothing but produce to it.")
final class LimitsCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private KafkaOption kafka;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private JsonOption json;

    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "Connections to the endpoint, each used as soon as it is free (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--duration",
            defaultValue = "10s",
            converter = Seconds.class,
            description = "How long to measure the endpoint, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration duration;

    @Override
    public Integer call() {
        var plan = new Limits.Plan(connections, duration, duration, duration.dividedBy(2));
        Limits.Result result = new Limits(kafka.bootstrapServers, plan, System.err).run();
        json.write(LimitsReport.figures(result));
        LimitsReport.print(result, spec.commandLine().getOut());
        return 0;
    }
}
