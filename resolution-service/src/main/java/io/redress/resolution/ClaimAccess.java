package io.redress.resolution;

import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Facts and statements are a matter of the house; which department may do what with them is a rule of the domain. */
final class ClaimAccess {
    private static final String CLAIMS = "/api/v1/cases/{id}/claims";
    private static final String CLAIM = CLAIMS + "/{claimId}";
    private static final String STATEMENTS = "/api/v1/cases/{id}/statements";
    private static final String STATEMENT = STATEMENTS + "/{statementId}";
    private static final String DEPARTMENT = "department:*";
    private static final String CONSULTANT = "consultant";
    private static final String SUPERVISOR = "supervisor";

    private ClaimAccess() {}

    static AccessRules addedTo(AccessRules rules) {
        return rules.allow(HttpMethod.GET, CLAIMS, DEPARTMENT, CONSULTANT, SUPERVISOR, "auditor")
                .allow(HttpMethod.POST, CLAIMS, DEPARTMENT, CONSULTANT)
                .allow(HttpMethod.POST, CLAIM + "/supersede", DEPARTMENT, CONSULTANT, SUPERVISOR)
                .allow(HttpMethod.POST, CLAIM + "/withdraw", DEPARTMENT, CONSULTANT, SUPERVISOR)
                .allow(HttpMethod.POST, CLAIM + "/clear", DEPARTMENT)
                .allow(HttpMethod.POST, CLAIM + "/heard", DEPARTMENT, CONSULTANT)
                .allow(HttpMethod.GET, STATEMENTS, DEPARTMENT, CONSULTANT, SUPERVISOR, "auditor")
                .allow(HttpMethod.POST, STATEMENTS, DEPARTMENT, CONSULTANT)
                .allow(HttpMethod.POST, STATEMENT + "/clear", DEPARTMENT, CONSULTANT, SUPERVISOR)
                .allow(HttpMethod.POST, STATEMENT + "/refuse", DEPARTMENT, CONSULTANT, SUPERVISOR);
    }
}
