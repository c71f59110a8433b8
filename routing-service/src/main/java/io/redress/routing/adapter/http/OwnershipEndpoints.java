package io.redress.routing.adapter.http;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.security.AccessRules;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

/** What routing serves about owners, and to whom. */
@Configuration(proxyBeanMethods = false)
@Import({OwnershipEndpoint.class, HandoverEndpoint.class})
class OwnershipEndpoints {
    private static final String CASE = "/api/v1/cases/{id}";

    static AccessRules allowed(AccessRules rules) {
        return rules.allow(
                        HttpMethod.GET,
                        CASE + "/ownership",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, CASE + "/requests/{requestId}/assign", "department:*", "supervisor")
                .allow(HttpMethod.POST, CASE + "/handover", "consultant", "supervisor")
                .allow(HttpMethod.POST, CASE + "/handover/answer", "consultant")
                .allow(HttpMethod.POST, CASE + "/handover/assign", "supervisor");
    }

    @Bean
    DecideOwners decideOwners(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, Departments departments) {
        return new DecideOwners(lanes, departments);
    }
}
