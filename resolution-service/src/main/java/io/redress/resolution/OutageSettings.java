package io.redress.resolution;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the remedies of incidents are carried out.
 *
 * @param lookEvery how often to look for what is still to be done
 * @param atOnce so many remedies may be on their way at a time; with a webhook no more than it may take
 */
@ConfigurationProperties("redress.resolution.outage")
record OutageSettings(
        @DefaultValue("250ms") Duration lookEvery,
        @DefaultValue("200") int atOnce) {}
