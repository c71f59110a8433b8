package io.redress.benchmarks;

import io.redress.benchmarks.outage.OutageRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "outage",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the product, affects many accounts by one outage, has their remedy approved, and kills the whole"
                    + " product, broker included, again and again until everybody is told, while events are delivered"
                    + " a second time and in another order.",
            "Exits 1 unless remedies and messages are as many as accounts and each was executed before it was told."
        })
final class OutageCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private JsonOption json;

    @Option(
            names = "--standalone-jar",
            paramLabel = "FILE",
            defaultValue = "standalone/target/standalone.jar",
            description = "What is started and killed (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path jar;

    @Option(
            names = "--accounts",
            defaultValue = "25000",
            description = "Affected accounts (default: ${DEFAULT-VALUE}).")
    private int accounts;

    @Option(
            names = "--complaining",
            defaultValue = "100",
            description = "How many of them complain, twice each; as many others do when all is done"
                    + " (default: ${DEFAULT-VALUE}).")
    private int complaining;

    @Option(
            names = "--kill-every",
            defaultValue = "8s",
            converter = Seconds.class,
            description = "Time after which a product that serves is killed (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration killEvery;

    @Option(
            names = "--grace",
            defaultValue = "30m",
            converter = Seconds.class,
            description = "How long all of it may take (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration grace;

    @Option(names = "--data-dir", paramLabel = "FOLDER", description = "An empty folder (default: a temporary one).")
    private @Nullable Path data;

    @Override
    public Integer call() throws InterruptedException {
        var plan = new OutageRun.Plan(accounts, complaining, killEvery, grace);
        OutageRun.Result result = new OutageRun(plan, jar, folder(), System.err).run();
        Map<String, Object> figures = figures(result);
        json.write(figures);
        PrintWriter out = spec.commandLine().getOut();
        figures.forEach((name, value) -> out.printf("%-38s %s%n", name, value));
        out.flush();
        return result.isGood() ? 0 : 1;
    }

    private Path folder() {
        try {
            return data == null
                    ? Files.createTempDirectory("outage").resolve("data")
                    : data.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new CannotRun("Expected a temporary folder, but there is none: " + e.getMessage(), e);
        }
    }

    private static Map<String, Object> figures(OutageRun.Result result) {
        double seconds = result.taken().toMillis() / 1000.0;
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("at", Instant.now().toString());
        figures.put("verdict", result.isGood() ? "good" : "not good");
        figures.put("accounts", result.plan().accounts());
        figures.put("remedies", result.seen().executed());
        figures.put("messages", result.seen().told());
        figures.put("accountsWithTwoRemedies", result.seen().twiceExecuted());
        figures.put("accountsToldTwice", result.seen().twiceTold());
        figures.put("toldBeforeExecuted", result.seen().toldBefore());
        figures.put("lateComplaints", result.plan().complaining());
        figures.put("lateComplaintsThatHeardItIsDone", result.seen().late());
        figures.put("killsSurvived", result.kills());
        figures.put("eventsDeliveredAgain", result.again());
        figures.put("secondsUntilAllWereTold", Latency.rounded(seconds));
        figures.put("accountsPerSecond", Latency.rounded(result.plan().accounts() / seconds));
        return figures;
    }
}
