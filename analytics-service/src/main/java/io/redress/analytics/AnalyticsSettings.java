package io.redress.analytics;

import io.redress.analytics.domain.LearningTerms;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How learning goes, and how journeys are streamed.
 *
 * @param reviewWithin after closing
 * @param surveyWithin after closing
 * @param heartbeatEvery on a live journey in which nothing happens
 * @param mostStreams live journeys at one time
 */
@ConfigurationProperties("redress.analytics")
record AnalyticsSettings(
        @DefaultValue("10d") Duration reviewWithin,
        @DefaultValue("14d") Duration surveyWithin,
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("1000") int mostStreams) {

    LearningTerms terms() {
        return new LearningTerms(reviewWithin, surveyWithin);
    }
}
