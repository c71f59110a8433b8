package io.redress.routing;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.routing.application.WaitLine;
import io.redress.routing.application.WaitMeters;
import io.redress.routing.domain.Attendance;
import io.redress.routing.domain.Departments;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import io.redress.routing.domain.Superiors;
import io.redress.routing.domain.WaitSentence;
import io.redress.routing.domain.WorkingTime;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who waits for whom: shown, measured, and decided where they wait for each other. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WaitSettings.class)
class WaitConfiguration {

    @Bean
    Superiors superiors(Departments departments) {
        return departments::commonSuperiorOf;
    }

    @Bean
    WorkingTime workingTime(Attendance attendance) {
        return attendance::between;
    }

    @Bean
    WaitLine.Lens waitLens(Departments departments, WorkingTime workingTime) {
        return new WaitLine.Lens(new WaitSentence(departments), workingTime);
    }

    @Bean
    WaitMeters waitMeters(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, MeterRegistry registry, WaitSettings settings) {
        return new WaitMeters(lanes, registry, settings.countEvery());
    }
}
