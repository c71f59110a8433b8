package io.redress.routing.domain.bursts;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts of complaints by signature in sliding buckets, against what is usual. A value: counting gives the next one.
 *
 * <p>What is usual for a signature is its own rate, learnt over weeks, times the rhythm of the week. A stream that has
 * just begun, as when another product or another source of complaints is connected, has no usual rate; there a nature
 * is compared with its usual share in complaints of every kind, and the stream does not count in those that are older.
 * So a beginning alone is no burst, while a mass problem in its first hours is.
 *
 * @param bucket the current one, counted from the epoch
 * @param tallies by the key of their signature
 */
public record Bursts(long bucket, Map<String, Tally> tallies, Rhythm rhythm) {
    /** So many complaints of unknown proportions are imagined before the first, so that shares are never extreme. */
    private static final double IMAGINED = 20;

    private static final double IMAGINED_SHARE = 0.2;
    /** More than this in a bucket, in multiples of what is usual, is not learnt. */
    private static final double LEARNT_AT_MOST = 3;

    private static final int HOUR = 3600;
    private static final int LONGEST_GAP = 4032;

    public Bursts {
        tallies = Map.copyOf(tallies);
    }

    /** Nothing seen yet. */
    public static Bursts none() {
        return new Bursts(0, Map.of(), Rhythm.unknown());
    }

    /** The same with these complaints, as it is at {@code now}. What is older than the buckets is passed over. */
    public Bursts counting(List<Sighting> sightings, Instant now, BurstTerms terms) {
        Bursts at = movedTo(Math.max(bucket, bucketOf(now, terms)), terms);
        Map<String, Tally> counted = new HashMap<>(at.tallies);
        int complaints = 0;
        for (Sighting sighting : sightings) {
            long ago = Math.max(0, at.bucket - bucketOf(sighting.at(), terms));
            if (ago < terms.slow()) {
                at.count(sighting, (int) ago, counted, terms);
                complaints += sighting.count();
            }
        }
        return new Bursts(at.bucket, bounded(counted, terms), at.rhythm.counting(complaints));
    }

    private void count(Sighting sighting, int ago, Map<String, Tally> counted, BurstTerms terms) {
        boolean apart = isBeginning(sighting.what(), terms);
        for (Signature what : sighting.what().andMoreGeneral()) {
            if (!apart || isSource(what, sighting.what())) {
                add(counted, what, ago, sighting.count());
                add(counted, what.stream(), ago, sighting.count());
            }
        }
    }

    private void add(Map<String, Tally> counted, Signature what, int ago, int count) {
        counted.compute(
                what.key(), (_, before) -> (before == null ? Tally.startingIn(bucket) : before).plus(ago, count));
    }

    /** Whether it belongs to the product, or without one to the region, that the complaint came from. */
    private static boolean isSource(Signature what, Signature seen) {
        return seen.product() == null ? what.region() != null : what.product() != null;
    }

    /** Whether a large stream has just begun beside others that were there before. */
    private boolean isBeginning(Signature seen, BurstTerms terms) {
        if (seen.product() == null && seen.region() == null) {
            return false;
        }
        Signature source = seen.product() == null
                ? new Signature(Signature.EVERYTHING, null, seen.region())
                : new Signature(Signature.EVERYTHING, seen.product(), null);
        Tally own = tallies.get(source.key());
        return own != null
                && familiarity(own, terms) < 1
                && own.within(terms.steady()) >= terms.least()
                && familiarity(new Signature(Signature.EVERYTHING, null, null), terms) >= 1;
    }

    /** The bursts that there are now. Of several that are the same problem, the one that says most about it. */
    public List<Burst> found(Instant now, BurstTerms terms) {
        List<Look> looks = Stream.of(terms.quick(), terms.steady(), terms.slow())
                .map(window -> new Look(window, traffic(window, terms)))
                .toList();
        List<Burst> all = tallies.entrySet().stream()
                .filter(it -> !it.getKey().startsWith(Signature.EVERYTHING))
                .filter(it -> it.getValue().within(terms.slow()) >= terms.least())
                .flatMap(it -> burst(Signature.of(it.getKey()), it.getValue(), looks, now, terms).stream())
                .sorted(Comparator.comparing(it -> it.signature().key()))
                .toList();
        return all.stream().filter(it -> saysMost(it, all)).toList();
    }

    /** A special case speaks for the whole where it is nearly all of it; else the whole speaks for its special cases. */
    private static boolean saysMost(Burst burst, List<Burst> all) {
        return all.stream()
                .filter(other -> other != burst)
                .noneMatch(other -> burst.signature().covers(other.signature()) && other.count() >= 0.7 * burst.count()
                        || other.signature().covers(burst.signature()) && burst.count() < 0.7 * other.count());
    }

    /**
     * One way to look back.
     *
     * @param window how many buckets
     * @param traffic how many buckets of usual traffic those are
     */
    private record Look(int window, double traffic) {}

    private Optional<Burst> burst(Signature signature, Tally tally, List<Look> looks, Instant now, BurstTerms terms) {
        return looks.stream()
                .filter(look -> tally.within(look.window()) >= terms.least())
                .map(look -> looked(signature, tally, look, now, terms))
                .filter(it -> it.score() >= terms.proposeAt())
                .max(Comparator.comparingDouble(Burst::score));
    }

    private Burst looked(Signature signature, Tally tally, Look look, Instant now, BurstTerms terms) {
        int count = tally.within(look.window());
        double usual = usual(signature, tally, look, terms);
        long first = bucket - tally.oldestWithin(look.window());
        return new Burst(
                signature,
                Instant.ofEpochSecond(first * terms.bucket().toSeconds()),
                now,
                count,
                Math.round(usual * 100) / 100.0,
                Math.round(Surprise.score(count, usual * (1 + terms.tolerated())) * 10) / 10.0);
    }

    private double usual(Signature signature, Tally tally, Look look, BurstTerms terms) {
        double known = familiarity(signature.stream(), terms);
        double byHistory = tally.rate() * look.traffic();
        if (known >= 1) {
            return byHistory;
        }
        Tally stream = tallies.get(signature.stream().key());
        double byShare = stream == null ? 0 : stream.within(look.window()) * share(signature.nature());
        return known * byHistory + (1 - known) * Math.max(byHistory, byShare);
    }

    /** Buckets of usual traffic in a window that ends now. */
    private double traffic(int window, BurstTerms terms) {
        double sum = 0;
        for (int ago = 0; ago < window; ago++) {
            sum += rhythm.traffic(hour(bucket - ago, terms));
        }
        return sum;
    }

    /** How much of all complaints is of this nature, as learnt so far. */
    private double share(String nature) {
        double own = seen(new Signature(nature, null, null));
        double all = seen(new Signature(Signature.EVERYTHING, null, null));
        return (own + IMAGINED * IMAGINED_SHARE) / (all + IMAGINED);
    }

    private double seen(Signature signature) {
        Tally tally = tallies.get(signature.key());
        return tally == null ? 0 : tally.seen();
    }

    private double familiarity(Signature signature, BurstTerms terms) {
        Tally tally = tallies.get(signature.key());
        return tally == null ? 0 : familiarity(tally, terms);
    }

    private double familiarity(Tally tally, BurstTerms terms) {
        return Math.min(1, (bucket - tally.since()) / (double) terms.warmUpBuckets());
    }

    private Bursts movedTo(long target, BurstTerms terms) {
        if (bucket == 0 || tallies.isEmpty() || target - bucket > LONGEST_GAP) {
            return new Bursts(target, bucket == 0 ? tallies : Map.of(), rhythm);
        }
        Bursts at = this;
        while (at.bucket < target) {
            at = at.closing(terms);
        }
        return at;
    }

    private Bursts closing(BurstTerms terms) {
        long hour = hour(bucket, terms);
        double traffic = rhythm.traffic(hour(bucket - terms.slow() + 1, terms));
        Map<String, Tally> closed = new HashMap<>(tallies.size() * 2);
        tallies.forEach((key, tally) -> {
            double most = tally.time() < terms.warmUpBuckets()
                    ? Double.MAX_VALUE
                    : Math.max(1, LEARNT_AT_MOST * tally.rate() * traffic);
            closed.put(key, tally.closing(bucket, traffic, most, terms));
        });
        boolean hourIsOver = hour(bucket + 1, terms) != hour;
        return new Bursts(bucket + 1, closed, hourIsOver ? rhythm.closing(hour) : rhythm);
    }

    private static Map<String, Tally> bounded(Map<String, Tally> tallies, BurstTerms terms) {
        if (tallies.size() <= terms.mostSignatures()) {
            return tallies;
        }
        return tallies.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Tally>>comparingDouble(
                                it -> -it.getValue().weight(terms))
                        .thenComparing(Map.Entry::getKey))
                .limit(terms.mostSignatures())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, _) -> a, TreeMap::new));
    }

    private static long bucketOf(Instant at, BurstTerms terms) {
        return Math.floorDiv(at.getEpochSecond(), terms.bucket().toSeconds());
    }

    private static long hour(long bucket, BurstTerms terms) {
        return Math.floorDiv(bucket * terms.bucket().toSeconds(), HOUR);
    }
}
