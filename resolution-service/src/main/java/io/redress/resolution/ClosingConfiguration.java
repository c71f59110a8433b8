package io.redress.resolution;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.security.AccessRules;
import io.redress.resolution.adapter.regulation.RegulationFile;
import io.redress.resolution.application.ClockMeters;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import io.redress.resolution.domain.regulation.Regulations;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;

/** What the law wants, and who may open a case again. */
@Configuration(proxyBeanMethods = false)
class ClosingConfiguration {

    @Bean
    Regulations regulations(@Value("${redress.resolution.regulations:classpath:regulatory-clocks.yaml}") Resource file)
            throws IOException {
        return RegulationFile.read(file.getDescription(), file.getInputStream());
    }

    @Bean
    ClockMeters clockMeters(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, MeterRegistry registry) {
        return new ClockMeters(lanes, registry);
    }

    /** Reopening, seeing and extending clocks, seeing what cannot end yet, on top of what the service allows already. */
    static AccessRules access(AccessRules rules) {
        return rules.allow(HttpMethod.POST, "/api/v1/cases/{id}/reopening", "frontline", "consultant")
                .allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/clocks",
                        "frontline",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/clocks/{clockId}/extension", "consultant", "supervisor")
                .allow(HttpMethod.GET, "/api/v1/clocks", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/put-off-closings", "consultant", "supervisor", "auditor");
    }
}
