package io.redress.benchmarks;

import io.redress.benchmarks.burst.BurstRun;
import io.redress.benchmarks.burst.Mix;
import io.redress.benchmarks.burst.Outcome;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.kafka.StageTopics;
import io.redress.benchmarks.lifecycle.Moment;
import io.redress.benchmarks.lifecycle.Tokens;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "burst",
        mixinStandardHelpOptions = true,
        description = {
            "Has very many customers complain about one outage within minutes, others between them, opens the incident"
                    + " that is proposed and waits until every case about the outage belongs to it.",
            "Exits 1 where a complaint was not taken, a case is not known or no member, somebody else is one, a record"
                    + " could not be read, or there is not exactly one new incident. Needs a system that has seen no"
                    + " other burst in the last twelve hours, since two of a kind are proposed as one."
        })
final class BurstCommand implements Callable<Integer> {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ServerOptions server;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CpuOption cpu;

    @Option(names = "--count", defaultValue = "50000", description = "Complaints in all (default: ${DEFAULT-VALUE}).")
    private long count;

    @Option(
            names = "--rate",
            defaultValue = "84",
            description = "Complaints per second, by the clock (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--others",
            paramLabel = "SHARE",
            defaultValue = "0.1",
            description = "The share of complaints about something else, 0 to below 1 (default: ${DEFAULT-VALUE}).")
    private double others;

    @Option(
            names = "--open-late",
            description = "Opens the incident only when all complaints are there, so that all cases join at once.")
    private boolean openLate;

    @Option(
            names = "--grace",
            defaultValue = "10m",
            converter = Seconds.class,
            description = "How long the system may take when no more come (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Duration grace;

    @Option(
            names = "--in-flight",
            defaultValue = "3000",
            description = "Most complaints without an answer; more are shed and a failure (default: ${DEFAULT-VALUE}).")
    private int inFlight;

    @Option(
            names = "--connections",
            defaultValue = "128",
            description = "Most connections to the gateway (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Override
    public Integer call() {
        Tokens tokens = server.tokens();
        String mark = UUID.randomUUID().toString().substring(0, 8);
        var plan = new BurstRun.Plan(count, rate, inFlight, grace, LOOK_EVERY, openLate);
        try (HttpCaller http = server.connect(connections, tokens);
                StageTopics topics = new StageTopics(run.kafka.bootstrapServers)) {
            long deadLettersBefore = topics.deadLetters();
            double cpuBefore = cpu.seconds();
            Moment begin = Moment.now(topics);
            Outcome outcome =
                    new BurstRun(plan, new BurstRun.Target(http, tokens, new Mix(mark, others)), System.err).run();
            Moment end = Moment.now(topics);
            long deadLetters = topics.deadLetters() - deadLettersBefore;
            BurstReport report = new BurstReport(outcome, deadLetters);
            report.cost(begin, end, cpu.seconds() - cpuBefore);
            run.json.write(report.figures());
            report.print(run.out());
            return report.isGood() ? 0 : 1;
        }
    }
}
