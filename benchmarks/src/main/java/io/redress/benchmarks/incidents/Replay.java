package io.redress.benchmarks.incidents;

import io.redress.routing.domain.bursts.Burst;
import io.redress.routing.domain.bursts.BurstTerms;
import io.redress.routing.domain.bursts.Bursts;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts a recorded stream as the service would have done, and keeps what it would have proposed. */
public final class Replay {
    private final BurstTerms terms;
    private final List<Episode> episodes = new ArrayList<>();
    private final List<Episode> over = new ArrayList<>();

    public Replay(BurstTerms terms) {
        this.terms = terms;
    }

    /** All episodes, the first noticed first. */
    public List<Episode> of(List<Seen> complaints) {
        Bursts bursts = Bursts.none();
        for (Seen seen : complaints) {
            Signature what = new Signature(seen.label(), seen.product(), null);
            bursts = bursts.counting(List.of(Sighting.one(what, seen.at())), seen.at(), terms);
            note(bursts.found(seen.at(), terms), seen.at());
        }
        over.addAll(episodes);
        over.sort(Comparator.comparing(Episode::from));
        return List.copyOf(over);
    }

    private void note(List<Burst> found, Instant now) {
        Duration quiet = terms.bucket().multipliedBy(terms.slow());
        episodes.removeIf(it -> it.to().plus(quiet).isBefore(now) && over.add(it));
        for (Burst burst : found) {
            boolean again = false;
            for (int i = 0; i < episodes.size(); i++) {
                Signature known = episodes.get(i).burst().signature();
                if (known.equals(burst.signature())) {
                    episodes.set(i, episodes.get(i).seenAgain(burst, now));
                }
                again |= known.covers(burst.signature());
            }
            if (!again) {
                episodes.add(new Episode(now, now, burst));
            }
        }
    }
}
