package io.redress.analytics;

import io.redress.analytics.domain.LearningTerms;
import io.redress.analytics.domain.feedback.FeedbackPolicy;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How learning goes, and how journeys are streamed.
 *
 * @param reviewWithin after closing
 * @param surveyWithin after closing
 * @param heartbeatEvery on a live journey in which nothing happens
 * @param mostStreams live journeys at one time
 * @param feedback what product management is told
 */
@ConfigurationProperties("redress.analytics")
record AnalyticsSettings(
        @DefaultValue("10d") Duration reviewWithin,
        @DefaultValue("14d") Duration surveyWithin,
        @DefaultValue("15s") Duration heartbeatEvery,
        @DefaultValue("1000") int mostStreams,
        @DefaultValue Feedback feedback) {

    LearningTerms terms() {
        return new LearningTerms(reviewWithin, surveyWithin);
    }

    /**
     * What product management is told (R26).
     *
     * @param natures complaints about these
     * @param wishes kinds of options that register a wish, whatever the complaint is about
     * @param countEvery how often new feedback is counted
     */
    record Feedback(
            @DefaultValue({
                "missing-feature",
                "roadmap",
                "product-error",
                "technical-fault",
                "crash",
                "defect",
                "failure"
            })
            Set<String> natures,

            @DefaultValue("feature-registered") Set<String> wishes,
            @DefaultValue("500ms") Duration countEvery) {

        FeedbackPolicy policy() {
            return new FeedbackPolicy(natures, wishes);
        }
    }
}
