package io.redress.resolution.adapter.http;

import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Everybody inside sees what an incident's customers receive; those who answer for the whole decide about it. */
public final class IncidentRemedyAccess {
    static final String SENIOR_MANAGEMENT = "department:senior-management";
    private static final String[] DECIDING = {"supervisor", SENIOR_MANAGEMENT};

    private IncidentRemedyAccess() {}

    /** The same rules with those for the remedies of incidents. */
    public static AccessRules addedTo(AccessRules rules) {
        return rules.allow(
                        HttpMethod.GET,
                        IncidentRemedyEndpoint.PATH,
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, IncidentRemedyEndpoint.PATH, DECIDING)
                .allow(HttpMethod.POST, IncidentRemedyEndpoint.PATH + "/approval", DECIDING);
    }
}
