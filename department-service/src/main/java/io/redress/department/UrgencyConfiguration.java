package io.redress.department;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.PayForUrgency;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.DepartmentFact;
import io.redress.department.domain.DepartmentState;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts that make urgency a budget. */
@Configuration(proxyBeanMethods = false)
class UrgencyConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    PayForUrgency payForUrgency(
            CaseLanes<DepartmentState, DepartmentCommand, DepartmentFact> lanes,
            DepartmentCases cases,
            Charters charters) {
        return new PayForUrgency(lanes, cases, charters, LOOK_EVERY);
    }
}
