package io.redress.analytics.domain;

import java.time.Duration;

/**
 * How long learning may take.
 *
 * @param review until the post-incident analysis is due
 * @param survey until the customer should have rated
 */
public record LearningTerms(Duration review, Duration survey) {
    public LearningTerms {
        if (!review.isPositive() || !survey.isPositive()) {
            throw new IllegalArgumentException("Expected positive durations, but got " + review + " and " + survey);
        }
    }
}
