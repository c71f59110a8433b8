package io.redress.benchmarks;

import io.redress.benchmarks.incidents.Episode;
import io.redress.benchmarks.incidents.Flood;
import io.redress.benchmarks.incidents.KnownBurst;
import io.redress.benchmarks.incidents.Recall;
import io.redress.benchmarks.incidents.Replay;
import io.redress.benchmarks.incidents.Seen;
import io.redress.routing.domain.bursts.BurstTerms;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a recorded stream of complaints through the detector of mass problems and says what it finds.",
            "One JSON object a line: ts, label and the field that --product-field names. Without a file, counts",
            "50,000 made-up complaints of ten minutes and says how long that takes. Nothing has to run."
        })
final class IncidentsCommand implements Callable<Integer> {
    private static final Duration FLOOD = Duration.ofMinutes(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private JsonOption json;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "The recorded stream, JSON Lines.")
    private @Nullable Path file;

    @Option(
            names = "--known",
            paramLabel = "LABEL@FROM/TO",
            converter = KnownBurst.Converter.class,
            description = "A burst that people know of; may be given several times.")
    private List<KnownBurst> known = List.of();

    @Option(names = "--skip", split = ",", description = "Labels of what is no complaint.")
    private Set<String> skipped = Set.of();

    @Option(names = "--product-field", description = "What the complaints are told apart by (${DEFAULT-VALUE}).")
    private String productField = "product";

    @Option(names = "--complaints", description = "How many to make up without a file (${DEFAULT-VALUE}).")
    private int complaints = 50_000;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        json.write(file == null ? flood(out) : replay(file, out));
        return 0;
    }

    private Map<String, ?> replay(Path stream, PrintWriter out) {
        List<Seen> seen = Seen.read(stream, productField, skipped);
        List<Episode> episodes = new Replay(BurstTerms.standard()).of(seen);
        Recall recall = Recall.of(episodes, known, seen);
        out.printf("%d complaints, %d bursts%n", seen.size(), episodes.size());
        for (Episode episode : episodes) {
            out.printf(
                    Locale.ROOT,
                    "  %s to %s  %-45s %4d where %.1f are usual, score %.1f%n",
                    episode.from(),
                    episode.to(),
                    episode.burst().signature().key(),
                    episode.burst().count(),
                    episode.burst().usual(),
                    episode.burst().score());
        }
        out.printf(
                Locale.ROOT,
                "precision %.2f (%d of %d), recall %.2f (%d of %d), members %d of %d%n",
                recall.precision(),
                recall.right(),
                recall.episodes(),
                recall.recall(),
                recall.found(),
                recall.known(),
                recall.joined(),
                recall.complaints());
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("complaints", seen.size());
        figures.put("bursts", recall.episodes());
        figures.put("precision", recall.precision());
        figures.put("recall", recall.recall());
        figures.put("joined", recall.joined());
        figures.put("complaintsInKnownBursts", recall.complaints());
        return figures;
    }

    /** Few and many signatures in one run, so that the two can be compared. */
    private Map<String, ?> flood(PrintWriter out) {
        Map<String, Object> figures = new LinkedHashMap<>();
        Flood.of(complaints / 5, FLOOD.dividedBy(5), 50, 1);
        for (int distinct : new int[] {20, complaints}) {
            Flood.Taken taken = Flood.of(complaints, FLOOD, distinct, 7);
            out.printf(
                    Locale.ROOT,
                    "%d complaints of %s with %d signatures: %.1f s of one core, %.0f times as fast as they come; "
                            + "document at most %d bytes, %d bursts%n",
                    taken.complaints(),
                    taken.within(),
                    distinct,
                    taken.seconds(),
                    taken.headroom(),
                    taken.largestDocument(),
                    taken.bursts());
            figures.put("seconds-" + distinct, taken.seconds());
            figures.put("bytes-" + distinct, taken.largestDocument());
        }
        return figures;
    }
}
