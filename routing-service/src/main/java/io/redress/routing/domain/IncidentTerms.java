package io.redress.routing.domain;

import io.redress.routing.domain.bursts.BurstTerms;
import java.util.Set;

/**
 * What the company has decided about mass problems before there is one.
 *
 * @param bursts when many complaints are too many
 * @param autoOpen whether a burst that leaves no doubt is an incident at once, or a person decides first
 * @param technical natures where, in a mass outage, helping first and telling after is proposed (R110)
 * @param apart natures of complaints that are too different from each other to have one cause
 */
public record IncidentTerms(BurstTerms bursts, boolean autoOpen, Set<String> technical, Set<String> apart) {
    public IncidentTerms {
        technical = Set.copyOf(technical);
        apart = Set.copyOf(apart);
    }

    /** What the service begins with. */
    public static IncidentTerms standard() {
        return new IncidentTerms(
                BurstTerms.standard(),
                false,
                Set.of("technical-fault", "crash", "product-error", "failure"),
                Set.of("unclear", "venting", "praise", "question", "vip"));
    }
}
