package io.redress.benchmarks;

import picocli.CommandLine.Option;

/** Where the broker is. */
final class KafkaOption {
    @Option(
            names = "--kafka",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:9092",
            description = "The system's Kafka broker (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    String bootstrapServers;
}
