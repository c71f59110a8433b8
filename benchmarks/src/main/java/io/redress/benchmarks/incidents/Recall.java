package io.redress.benchmarks.incidents;

import io.redress.routing.domain.bursts.Signature;
import java.util.List;

/**
 * How well what was found fits what is known.
 *
 * @param episodes noticed at all
 * @param right of those, how many belong to a known burst
 * @param known bursts
 * @param found of those, how many were noticed
 * @param complaints in known bursts
 * @param joined of those, how many would have joined an incident
 */
public record Recall(int episodes, int right, int known, int found, int complaints, int joined) {

    public static Recall of(List<Episode> episodes, List<KnownBurst> known, List<Seen> complaints) {
        List<Seen> inKnown = complaints.stream()
                .filter(seen -> known.stream().anyMatch(it -> it.has(seen)))
                .toList();
        return new Recall(
                episodes.size(),
                (int) episodes.stream()
                        .filter(it -> known.stream().anyMatch(burst -> burst.explains(it)))
                        .count(),
                known.size(),
                (int) known.stream()
                        .filter(burst -> episodes.stream().anyMatch(burst::explains))
                        .count(),
                inKnown.size(),
                (int) inKnown.stream()
                        .filter(seen -> episodes.stream().anyMatch(it -> joins(seen, it)))
                        .count());
    }

    private static boolean joins(Seen seen, Episode episode) {
        return !seen.at().isBefore(episode.burst().since())
                && new Signature(seen.label(), seen.product(), null)
                        .andMoreGeneral()
                        .contains(episode.burst().signature());
    }

    public double precision() {
        return episodes == 0 ? 0 : (double) right / episodes;
    }

    public double recall() {
        return known == 0 ? 0 : (double) found / known;
    }
}
