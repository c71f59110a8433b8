package io.redress.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How waits are watched.
 *
 * @param countEvery how often circles are counted; also how late their number is seen to change
 */
@ConfigurationProperties("redress.routing.waits")
record WaitSettings(@DefaultValue("1s") Duration countEvery) {}
