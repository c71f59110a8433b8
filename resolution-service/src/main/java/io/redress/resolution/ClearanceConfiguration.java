package io.redress.resolution;

import io.redress.chassis.security.AccessRules;
import io.redress.resolution.adapter.limits.LimitsFile;
import io.redress.resolution.domain.ValueLimits;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;

/** Gates, limits, and what the customer says instead of choosing. */
@Configuration(proxyBeanMethods = false)
class ClearanceConfiguration {
    private static final String LIMITS = "value-limits.yaml";

    @Bean
    ValueLimits valueLimits() throws IOException {
        return LimitsFile.read(LIMITS, new ClassPathResource(LIMITS).getInputStream());
    }

    /** With who may clear, and who may say something else than a choice. */
    static AccessRules access(AccessRules rules) {
        return rules.allow(
                        HttpMethod.GET,
                        "/api/v1/cases/{id}/clearances",
                        "department:*",
                        "consultant",
                        "supervisor",
                        "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/clearances/{gate}", "department:*")
                .allow(HttpMethod.GET, "/api/v1/departments/{code}/clearances", "department:*", "supervisor", "auditor")
                .allow(HttpMethod.GET, "/api/v1/value-limits", "department:*", "consultant", "supervisor", "auditor")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/decline", "frontline", "consultant")
                .allow(HttpMethod.POST, "/api/v1/cases/{id}/counter", "frontline", "consultant");
    }
}
