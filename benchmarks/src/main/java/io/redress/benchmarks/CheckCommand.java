package io.redress.benchmarks;

import io.redress.benchmarks.check.Check;
import io.redress.benchmarks.http.HttpCaller;
import io.redress.benchmarks.lifecycle.Tokens;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Holds the system to a journal of what it has answered: every complaint is one case, every stream of a case"
                    + " counts without a gap, no message has two contents, and what was finished is closed.",
            "Exits 1 where that does not hold."
        })
final class CheckCommand implements Callable<Integer> {
    private static final int CONNECTIONS = 64;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private RunOptions run;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private ServerOptions server;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            required = true,
            description = "What lifecycle --journal has written.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path journal;

    @Override
    public Integer call() {
        Tokens tokens = server.tokens();
        Check.Outcome outcome;
        try (HttpCaller http = server.connect(CONNECTIONS, tokens)) {
            outcome = new Check(System.err).run(journal, run.kafka.bootstrapServers, http, tokens.of("supervisor"));
        }
        Map<String, Object> figures = new LinkedHashMap<>(outcome.seen());
        figures.put("findings", outcome.findings().counts());
        figures.put("examples", outcome.findings().examples());
        run.json.write(figures);
        print(outcome, run.out());
        return outcome.findings().size() == 0 ? 0 : 1;
    }

    private static void print(Check.Outcome outcome, PrintWriter out) {
        outcome.seen().forEach((what, count) -> out.printf("%-30s %,12d%n", what, count));
        outcome.findings().counts().forEach((kind, count) -> out.printf("FOUND %-24s %,12d%n", kind, count));
        outcome.findings()
                .examples()
                .forEach((_, sentences) -> sentences.forEach(sentence -> out.println("    " + sentence)));
        if (outcome.findings().size() == 0) {
            out.println("Everything holds.");
        }
        out.flush();
    }
}
