package io.redress.benchmarks;

import io.redress.benchmarks.organisation.Experiments;
import io.redress.benchmarks.organisation.Organisation;
import io.redress.benchmarks.organisation.Play;
import io.redress.benchmarks.organisation.Played;
import io.redress.benchmarks.organisation.Violation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "organisation",
        mixinStandardHelpOptions = true,
        description = {
            "Plays an organisation of departments against the real rules of routing and departments, in time of its own,",
            "and says where customers wait. Nothing has to run. docs/simulating-an-organisation.md explains the file."
        })
final class OrganisationCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private JsonOption json;

    @Parameters(paramLabel = "FILE", description = "The organisation, YAML.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Option(names = "--seed", description = "Chance; the same seed gives the same run (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--cases", description = "How many, instead of what the file says.")
    private @Nullable Integer cases;

    @Option(
            names = "--what-if",
            arity = "2",
            paramLabel = "WHAT CHANGE",
            description = {
                "Also plays it with one thing otherwise: capacity finance=+2, silence legal-compliance=0, padding all=0.5.",
                "May be given several times; all changes are made together."
            })
    private List<String> changes = List.of();

    @Option(
            names = "--experiment",
            description = "Plays several runs that show what padding, urgency, habits or bargaining do.")
    private @Nullable String experiment;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Organisation plan = Organisation.read(file);
        Organisation played = cases == null ? plan : plan.withCases(cases);
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("seed", seed);
        try {
            for (Map.Entry<String, Organisation> run : runs(played).entrySet()) {
                Played result = Play.of(run.getValue(), seed);
                figures.put(run.getKey(), result.figures());
                if (experiment == null) {
                    OrganisationReport.print(run.getKey(), result, out);
                } else {
                    OrganisationReport.line(run.getKey(), result, out);
                }
            }
        } catch (Violation found) {
            throw new CannotRun("A rule was broken: " + found.getMessage(), found);
        }
        json.write(figures);
        return 0;
    }

    private Map<String, Organisation> runs(Organisation plan) {
        if (experiment != null) {
            return Experiments.of(experiment, plan);
        }
        Map<String, Organisation> runs = new LinkedHashMap<>();
        runs.put("as it is", plan);
        Organisation otherwise = plan;
        for (int i = 0; i + 1 < changes.size(); i += 2) {
            otherwise = otherwise.whatIf(changes.get(i), changes.get(i + 1));
        }
        if (!changes.isEmpty()) {
            runs.put("what if " + String.join(" ", changes), otherwise);
        }
        return runs;
    }
}
