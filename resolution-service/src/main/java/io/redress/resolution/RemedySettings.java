package io.redress.resolution;

import io.redress.resolution.domain.RemedyTerms;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How remedies leave the house.
 *
 * @param url of whoever carries them out; without it they are written to files
 * @param secrets {@code whsec_...}; more than one while they are being changed
 * @param folder where the files are; below the store's folder where nothing is said
 * @param timeLimit for one call
 * @param atOnce remedies on their way at the same time, those of cases; and as many of an outage
 * @param lookEvery how often to look for what is due
 * @param firstPause before the second try or question; doubles with each further one
 * @param longestPause between two of them
 */
@ConfigurationProperties("redress.resolution.remedies")
record RemedySettings(
        @Nullable URI url,
        @DefaultValue List<String> secrets,
        @Nullable Path folder,
        @DefaultValue("10s") Duration timeLimit,
        @DefaultValue("16") int atOnce,
        @DefaultValue("250ms") Duration lookEvery,
        @DefaultValue("2s") Duration firstPause,
        @DefaultValue("15m") Duration longestPause) {
    /** All tries of one call with the pauses between them end before. */
    private static final int LIMITS_PER_CLAIM = 4;

    private static final Duration PAUSES_PER_CLAIM = Duration.ofSeconds(20);

    RemedyTerms terms() {
        return new RemedyTerms(
                firstPause,
                longestPause,
                timeLimit.multipliedBy(LIMITS_PER_CLAIM).plus(PAUSES_PER_CLAIM));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "RemedySettings[" + timeLimit + ", " + atOnce + "]";
    }
}
