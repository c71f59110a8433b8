package io.redress.chassis.lanes;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service works its cases.
 *
 * @param workers threads that fold, each for its share of the cases; 1 suits an embedded store, more a distant one
 * @param deadlinesEvery how often to look for deadlines that have come
 */
@ConfigurationProperties("redress.lanes")
public record LaneSettings(
        @DefaultValue("1") int workers,
        @DefaultValue("250ms") Duration deadlinesEvery) {}
