package io.redress.routing.adapter.http;

import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Everybody inside sees mass problems; those who answer for the whole decide about them. */
final class IncidentAccess {
    private static final String[] DECIDING = {"supervisor", "department:senior-management"};
    private static final String[] SEEING = {"department:*", "consultant", "supervisor", "auditor"};

    private IncidentAccess() {}

    static AccessRules addedTo(AccessRules rules) {
        AccessRules all = rules.allow(HttpMethod.GET, IncidentEndpoint.PATH, SEEING)
                .allow(HttpMethod.GET, IncidentEndpoint.PATH + "/{id}", SEEING)
                .allow(HttpMethod.GET, IncidentEndpoint.PATH + "/{id}/members", SEEING)
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/incident",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.GET, CrisisEndpoint.PATH, SEEING)
                .allow(HttpMethod.POST, CrisisEndpoint.PATH, DECIDING)
                .allow(HttpMethod.DELETE, CrisisEndpoint.PATH, DECIDING)
                .allow(HttpMethod.POST, IncidentEndpoint.PATH, DECIDING)
                .allow(HttpMethod.POST, IncidentEndpoint.PATH + "/{id}/members/{caseId}/removal", DECIDING);
        for (String decision : new String[] {"opening", "dismissal", "closure", "mode", "accounts"}) {
            all = all.allow(HttpMethod.POST, IncidentEndpoint.PATH + "/{id}/" + decision, DECIDING);
        }
        return all;
    }
}
