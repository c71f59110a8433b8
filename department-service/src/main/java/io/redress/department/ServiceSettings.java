package io.redress.department;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How departments see how they serve each other.
 *
 * @param rateWithin how long after an answer its rating is in time; then whoever asked is reminded
 * @param rememberFor how old figures may be
 */
@ConfigurationProperties("redress.department.service")
record ServiceSettings(
        @DefaultValue("5d") Duration rateWithin,
        @DefaultValue("10s") Duration rememberFor) {}
