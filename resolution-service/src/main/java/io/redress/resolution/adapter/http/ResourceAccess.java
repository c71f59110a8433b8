package io.redress.resolution.adapter.http;

import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Everybody inside sees what there is of a resource; its department declares it. */
public final class ResourceAccess {
    private static final String[] SEEING = {"department:*", "consultant", "supervisor", "auditor"};

    private ResourceAccess() {}

    /** The same rules with those for resources. */
    public static AccessRules addedTo(AccessRules rules) {
        return rules.allow(HttpMethod.GET, ResourceEndpoint.PATH, SEEING)
                .allow(HttpMethod.GET, ResourceEndpoint.ONE, SEEING)
                .allow(HttpMethod.PUT, ResourceEndpoint.ONE, "department:*", "supervisor");
    }
}
