package io.redress.benchmarks.incidents;

import io.redress.contracts.Wire;
import io.redress.routing.domain.bursts.BurstTerms;
import io.redress.routing.domain.bursts.Bursts;
import io.redress.routing.domain.bursts.Sighting;
import io.redress.routing.domain.bursts.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Many complaints in a short time, counted in the batches of the service, with the document written after each. */
public final class Flood {
    private static final Duration BATCH = Duration.ofMillis(500);
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Flood() {}

    /**
     * What it took.
     *
     * @param seconds of one core
     * @param largestDocument in bytes
     * @param bursts noticed at the end
     */
    public record Taken(int complaints, Duration within, double seconds, int largestDocument, int bursts) {

        /** How many times as many could have come. */
        public double headroom() {
            return within.toMillis() / 1000.0 / seconds;
        }
    }

    /** @param distinct signatures among which half of the complaints are spread; the other half is one outage */
    public static Taken of(int complaints, Duration within, int distinct, long seed) {
        BurstTerms terms = BurstTerms.standard();
        Random random = new Random(seed);
        int batches = Math.toIntExact(within.dividedBy(BATCH));
        Bursts bursts = Bursts.none();
        int largest = 0;
        long begun = System.nanoTime();
        Instant now = START;
        for (int batch = 0; batch < batches; batch++) {
            now = now.plus(BATCH);
            Instant at = now;
            int size = (int) ((long) complaints * (batch + 1) / batches - (long) complaints * batch / batches);
            List<Sighting> seen = IntStream.range(0, size)
                    .mapToObj(_ -> Sighting.one(signature(random, distinct), at))
                    .toList();
            bursts = bursts.counting(seen, now, terms);
            bursts.found(now, terms);
            largest = Math.max(largest, Wire.mapper().writeValueAsBytes(bursts).length);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        return new Taken(
                complaints, within, seconds, largest, bursts.found(now, terms).size());
    }

    private static Signature signature(Random random, int distinct) {
        return random.nextBoolean()
                ? new Signature("crash", "router-x", "north")
                : new Signature("delivery", "product-" + random.nextInt(distinct), null);
    }
}
