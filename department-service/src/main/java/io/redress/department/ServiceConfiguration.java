package io.redress.department;

import io.redress.department.application.DepartmentCases;
import io.redress.department.application.KeptPromises;
import io.redress.department.application.ServiceMirrors;
import io.redress.department.domain.Charters;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What shows departments how they serve each other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ServiceSettings.class)
class ServiceConfiguration {

    @Bean
    ServiceMirrors serviceMirrors(
            DepartmentCases cases,
            KeptPromises kept,
            Charters charters,
            InstantSource clock,
            ServiceSettings settings) {
        return new ServiceMirrors(cases, kept, charters, clock, settings.rateWithin(), settings.rememberFor());
    }
}
