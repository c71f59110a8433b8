package io.redress.routing.domain.bursts;

import java.util.ArrayList;
import java.util.List;

/**
 * How often one signature was seen.
 *
 * @param recent complaints in each of the last buckets, the current one first
 * @param seen complaints in all closed buckets, the older the less
 * @param time what passed meanwhile, in buckets of usual traffic, the older the less
 * @param since the bucket from which on there was enough of it to learn from
 */
record Tally(List<Integer> recent, double seen, double time, long since) {
    /** With fewer complaints nobody knows what is usual: a trickle is not the beginning of a stream. */
    private static final double ENOUGH = 30;

    Tally {
        recent = List.copyOf(recent);
    }

    static Tally startingIn(long bucket) {
        return new Tally(List.of(0), 0, 0, bucket);
    }

    /** Complaints in one bucket of usual traffic. */
    double rate() {
        return time <= 0 ? 0 : seen / time;
    }

    int within(int buckets) {
        int sum = 0;
        for (int i = 0; i < Math.min(buckets, recent.size()); i++) {
            sum += recent.get(i);
        }
        return sum;
    }

    Tally plus(int ago, int count) {
        List<Integer> more = new ArrayList<>(recent);
        while (more.size() <= ago) {
            more.add(0);
        }
        more.set(ago, more.get(ago) + count);
        return new Tally(more, seen, time, since);
    }

    /**
     * Closes the current bucket, and learns from the one that nobody looks at any more: a burst is not to be measured by
     * itself.
     *
     * @param bucket the number of the current one
     * @param traffic what is usual at the hour of the one to learn from, 1 on average
     * @param atMost what is learnt of it at most, so that a burst does not become the usual in no time
     */
    Tally closing(long bucket, double traffic, double atMost, BurstTerms terms) {
        double keeping = 1 - terms.forgetting();
        int leaving = recent.size() < terms.slow() ? 0 : recent.getLast();
        List<Integer> next = new ArrayList<>(recent.size() + 1);
        next.add(0);
        next.addAll(recent.subList(0, Math.min(recent.size(), terms.slow() - 1)));
        while (next.size() > 1 && next.getLast() == 0) {
            next.removeLast();
        }
        double learnt = seen * keeping + Math.min(leaving, atMost);
        return new Tally(next, learnt, time * keeping + traffic, seen < ENOUGH ? bucket : since);
    }

    /** What is lost by forgetting it: what is seen now, and what is usual in a day. */
    double weight(BurstTerms terms) {
        return within(terms.slow()) + 0.1 * seen;
    }

    /** The last bucket of the window, counted back from now, in which it was seen; 0 where in none. */
    int oldestWithin(int buckets) {
        for (int ago = Math.min(buckets, recent.size()) - 1; ago > 0; ago--) {
            if (recent.get(ago) > 0) {
                return ago;
            }
        }
        return 0;
    }
}
