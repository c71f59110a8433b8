package io.redress.benchmarks;

import io.redress.benchmarks.micro.KnownProblemBenchmark;
import io.redress.benchmarks.micro.WireBenchmark;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "jmh",
        mixinStandardHelpOptions = true,
        description =
                "Measures single functions with JMH, briefly: reading and writing an event, and comparing a complaint with 10,000 known problems.")
final class JmhCommand implements Callable<Integer> {
    private static final TimeValue ITERATION = TimeValue.seconds(1);

    @Option(
            names = "--iterations",
            defaultValue = "3",
            description = "Seconds to measure each function, after as many of warm-up (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Override
    public Integer call() throws RunnerException {
        var _ = new Runner(new OptionsBuilder()
                        .include(WireBenchmark.class.getName())
                        .include(KnownProblemBenchmark.class.getName())
                        .forks(1)
                        .warmupIterations(iterations)
                        .warmupTime(ITERATION)
                        .measurementIterations(iterations)
                        .measurementTime(ITERATION)
                        .build())
                .run();
        return 0;
    }
}
