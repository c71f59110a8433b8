package io.redress.department.adapter.http;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the company makes of causes of urgency.
 *
 * @param exempt those that cost nothing, unless the need is of one's own making
 * @param admitted those by which a requester says itself that the need is of its own making
 */
@ConfigurationProperties("redress.department.urgency")
record UrgencyCauses(
        @DefaultValue({"recall", "outage", "safety", "regulator"})
        Set<String> exempt,

        @DefaultValue({"forgotten", "late-start", "own-mistake"})
        Set<String> admitted) {}
