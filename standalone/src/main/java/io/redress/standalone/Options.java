package io.redress.standalone;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person can choose. */
final class Options {
    static final int KAFKA_PORT = 9092;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port of the gateway; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "Address the gateway listens on (default: ${DEFAULT-VALUE}, this machine only).")
    String bind = "127.0.0.1";

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            description = "Port of the broker on 127.0.0.1; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int kafkaPort = KAFKA_PORT;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Port of the metrics on 127.0.0.1; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int metricsPort = 0;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description = "Where everything is kept (default: ${DEFAULT-VALUE}).")
    Path dataDir = Path.of("data");

    @Option(
            names = "--demo",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "File sample complaints and play the departments that answer them (default: on).")
    boolean demo;

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description =
                    "Where to write the demo tokens as JSON, role to token (default: tokens.json in the data folder).")
    @Nullable
    Path tokensFile;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            split = ",",
            description = "Starts only these services behind the gateway, to measure them alone; the demo needs all.")
    List<String> only = List.of();
}
