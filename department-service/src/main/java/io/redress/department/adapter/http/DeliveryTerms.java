package io.redress.department.adapter.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds after an answer.
 *
 * @param sendBackWithin how long after the answer it may go back
 * @param thanksAWeek for how many requests a person may thank in a week
 */
@ConfigurationProperties("redress.department.delivery")
record DeliveryTerms(
        @DefaultValue("2d") Duration sendBackWithin,
        @DefaultValue("20") int thanksAWeek) {}
