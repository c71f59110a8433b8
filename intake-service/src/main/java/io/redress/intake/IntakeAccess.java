package io.redress.intake;

import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.security.AccessRules;
import org.springframework.http.HttpMethod;

/** Who may call what; everything else is denied. */
final class IntakeAccess {
    private IntakeAccess() {}

    static AccessRules rules() {
        return AccessRules.denyAll()
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(HttpMethod.POST, "/api/v1/complaints", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/complaints:import", "consultant", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/messages",
                        "frontline",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/messages:settle", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/customers/{reference}",
                        "frontline",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/text-errors/{id}/resolution", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/text-errors", "supervisor", "auditor")
                // Whoever may see the case may say what is wrong in its messages.
                .allow(HttpMethod.POST, "/api/v1/text-errors")
                .allow(HttpMethod.GET, "/api/v1/text-errors/{id}")
                .allow(HttpMethod.GET, "/api/v1/message-templates", "consultant", "supervisor", "auditor")
                .allow(
                        HttpMethod.POST,
                        "/api/v1/message-templates/{kind}:preview",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.PUT, "/api/v1/customers/{reference}", "consultant", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/customers/{reference}/favours", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/cases/{id}/duplicates", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/merge", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/merge:undo", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/words", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/diagnosis", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/contact-wishes", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/contacts", "consultant")
                .allow(HttpMethod.GET, "/api/v1/consultants", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/consultants/{id}/contacts", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/drill-scenarios", "consultant", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/drills", "consultant")
                .allow(HttpMethod.GET, "/api/v1/drills", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/drills/{id}", "consultant", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/drills/{id}/answers", "consultant")
                .allow(HttpMethod.POST, "/api/v1/drills/{id}/end", "consultant")
                .allow(HttpMethod.GET, "/api/v1/cases", "frontline", "consultant", "supervisor", "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor");
    }
}
