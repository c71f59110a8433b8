package io.redress.analytics.application;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.redress.analytics.domain.exposure.Exposure;
import io.redress.analytics.domain.exposure.Exposure.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What everybody could see in some weeks, in numbers.
 *
 * @param asOf until when silence that still lasts is counted
 * @param weeks the latest first; without those in which nothing was public
 */
public record ExposureSummary(LocalDate since, Instant asOf, List<OfWeek> weeks) {

    /** @param complete whether all of its cases are counted; false where they are more than can be */
    public record OfWeek(LocalDate week, boolean complete, List<OfChannel> channels) {}

    /**
     * What came by one channel.
     *
     * @param cases that are public
     * @param unanswered of these, without a public answer and open
     * @param answered of these, with one
     * @param ended of these, closed without one
     * @param silentSeconds without a public answer, all together
     * @param longestSilenceSeconds without a public answer, of one case
     * @param contradictionsPrevented values that were kept from being said, because another department says otherwise
     */
    public record OfChannel(
            String channel,
            int cases,
            int unanswered,
            int answered,
            int ended,
            long silentSeconds,
            long longestSilenceSeconds,
            int contradictionsPrevented) {
        static OfChannel of(Exposure exposure, Standing standing, Instant now) {
            long silent = exposure.silence(now).toSeconds();
            return new OfChannel(
                    exposure.source().wireName(),
                    1,
                    standing == Standing.UNANSWERED ? 1 : 0,
                    standing == Standing.ANSWERED ? 1 : 0,
                    standing == Standing.ENDED ? 1 : 0,
                    silent,
                    silent,
                    exposure.contradictions());
        }

        OfChannel plus(OfChannel other) {
            return new OfChannel(
                    channel,
                    cases + other.cases,
                    unanswered + other.unanswered,
                    answered + other.answered,
                    ended + other.ended,
                    silentSeconds + other.silentSeconds,
                    Math.max(longestSilenceSeconds, other.longestSilenceSeconds),
                    contradictionsPrevented + other.contradictionsPrevented);
        }

        /** How long a case is without a public answer on average. */
        @JsonProperty
        public long averageSilenceSeconds() {
            return silentSeconds / cases;
        }
    }
}
