package io.redress.routing.domain.bursts;

import java.time.Duration;

/**
 * When many complaints are too many.
 *
 * @param bucket how finely time is counted
 * @param quick how many buckets the quick look takes together
 * @param steady how many the steady look does
 * @param slow how many the slow look does; also what is remembered bucket by bucket, and not learnt from before it is over
 * @param least fewer complaints are never a burst
 * @param tolerated how much more than usual is nothing special, as a share of the usual
 * @param proposeAt the score from which a burst is one
 * @param openAt the score from which nobody needs to be asked
 * @param warmUp how long a stream is new, so that what is usual in it is not known yet
 * @param memory after which the past counts only a third
 * @param mostSignatures remembered at once; the rarest are forgotten
 */
public record BurstTerms(
        Duration bucket,
        int quick,
        int steady,
        int slow,
        int least,
        double tolerated,
        double proposeAt,
        double openAt,
        Duration warmUp,
        Duration memory,
        int mostSignatures) {
    public BurstTerms {
        if (bucket.toSeconds() < 1 || quick < 1 || steady < quick || slow < steady || least < 2 || mostSignatures < 1) {
            throw new IllegalArgumentException(
                    "Expected buckets of a second or more, windows of one or more and at least two complaints");
        }
    }

    /** What the service begins with; see docs/incidents.md for what it finds. */
    public static BurstTerms standard() {
        return new BurstTerms(
                Duration.ofMinutes(5), 3, 24, 144, 10, 0.5, 6, 25, Duration.ofHours(48), Duration.ofDays(14), 300);
    }

    double forgetting() {
        return Math.min(0.5, (double) bucket.toSeconds() / memory.toSeconds());
    }

    long warmUpBuckets() {
        return Math.max(1, warmUp.toSeconds() / bucket.toSeconds());
    }
}
