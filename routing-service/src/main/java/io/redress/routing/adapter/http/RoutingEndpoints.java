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
    RulesCheckEndpoint.class,
    WhatIfEndpoint.class,
    IncidentEndpoint.class,
    CaseIncidentEndpoint.class,
    CrisisEndpoint.class
})
public class RoutingEndpoints {

    @Bean
    AccessRules accessRules() {
        return IncidentAccess.addedTo(AccessRules.denyAll())
                .allow(HttpMethod.POST, DeadLetterEndpoint.PATH, "supervisor")
                .allow(HttpMethod.GET, "/api/v1/departments")
                .allow(HttpMethod.POST, "/api/v1/routing-rules:check", "supervisor")
                .allow(HttpMethod.POST, "/api/v1/routing-rules:what-if", "supervisor")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/routing",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor");
    }
}
