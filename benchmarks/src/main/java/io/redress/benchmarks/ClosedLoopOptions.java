package io.redress.benchmarks;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How a closed loop is driven: a fixed number of connections, each used as soon as it is free. */
final class ClosedLoopOptions {
    @Option(
            names = "--connections",
            defaultValue = "64",
            description = "Connections, each used as soon as it is free (default: ${DEFAULT-VALUE}).")
    int connections;

    @Option(
            names = "--duration",
            defaultValue = "10s",
            converter = Seconds.class,
            description = "How long to measure each endpoint, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    Duration duration;
}
