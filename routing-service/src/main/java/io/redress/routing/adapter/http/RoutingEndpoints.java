package io.redress.routing.adapter.http;

import io.redress.chassis.kafka.DeadLetterEndpoint;
import io.redress.chassis.security.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** What routing serves, and to whom. */
@Configuration(proxyBeanMethods = false)
@Import({
    DepartmentsEndpoint.class,
    RoutingEndpoint.class,
    KnownProblemEndpoint.class,
    InquiryEndpoint.class,
    RulesCheckEndpoint.class,
    WhatIfEndpoint.class,
    WaitEndpoint.class,
    AbsenceEndpoint.class,
    SilenceEndpoint.class,
    OwnershipEndpoints.class,
    IncidentEndpoint.class,
    CaseIncidentEndpoint.class,
    CrisisEndpoint.class
})
public class RoutingEndpoints {
    private static final String[] KNOWING = {"department:*", "consultant", "supervisor", "auditor"};

    @Bean
    AccessRules accessRules() {
        return IncidentAccess.addedTo(OwnershipEndpoints.allowed(AccessRules.denyAll()))
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(HttpMethod.GET, "/api/v1/departments")
                .allow(HttpMethod.POST, "/api/v1/absences", "consultant", "department:*", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/absences", "consultant", "department:*", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/absences/{id}", "consultant", "department:*", "supervisor", "auditor")
                .allow(HttpMethod.POST, "/api/v1/absences/{id}/end", "consultant", "department:*", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/silence",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/known-problems", "department:*", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/known-problems", KNOWING)
                .allow(HttpMethod.GET, "/api/v1/known-problems/{problemId}", KNOWING)
                .allow(HttpMethod.PUT, "/api/v1/known-problems/{problemId}", "department:*", "consultant", "supervisor")
                .allow(
                        HttpMethod.POST,
                        "/api/v1/known-problems/{problemId}/end",
                        "department:*",
                        "consultant",
                        "supervisor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/inquiries", "department:*", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/cases/{id}/inquiries", KNOWING)
                .allow(HttpMethod.POST, "/api/v1/routing-rules:check", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/routing-rules:what-if", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/routing",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/waits",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/departments/{code}/impact",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/cycles/{cycleId}/decision", "department:*", "supervisor");
    }
}
