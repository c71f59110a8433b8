package io.redress.routing;

import io.redress.routing.domain.Industry;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * Where the declared rules are.
 *
 * @param departments the registry
 * @param rules the routing table
 * @param industry what the company makes: {@code software}, {@code goods} or {@code both}
 */
@ConfigurationProperties("redress.routing")
record RoutingSettings(
        @DefaultValue("classpath:departments.yaml") Resource departments,
        @DefaultValue("classpath:routing-rules.yaml") Resource rules,
        @DefaultValue("both") Industry industry) {}
