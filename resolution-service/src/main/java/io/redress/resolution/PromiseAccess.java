package io.redress.resolution;

import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Who may read of promises, correct one, and say that an order has become impossible. */
final class PromiseAccess {
    private static final String DEPARTMENT = "department:*";

    private PromiseAccess() {}

    static AccessRules with(AccessRules rules) {
        return rules.allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/promises",
                        DEPARTMENT,
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/promises/{promiseId}:correct", "consultant", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/promise-notices",
                        DEPARTMENT,
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.GET, "/api/v1/promises:summary", DEPARTMENT, "consultant", "supervisor", "auditor")
                .allow(HttpMethod.POST, "/api/v1/orders:impossible", DEPARTMENT, "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/orders:impossible/{orderId}",
                        DEPARTMENT,
                        "consultant",
                        "supervisor",
                        "auditor");
    }
}
