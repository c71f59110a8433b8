package io.redress.department;

import io.redress.chassis.lanes.Reaction;
import io.redress.department.adapter.kafka.ReactToResolutionEvents;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.DepartmentLoad;
import io.redress.department.application.LatestStarts;
import io.redress.department.application.Worklist;
import io.redress.department.domain.Charters;
import io.redress.department.domain.DepartmentCommand;
import io.redress.department.domain.KnownWork;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts by which departments see what they have to do, and by which deliveries are rated and thanked for. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    LatestStarts latestStarts(Charters charters, KnownWork work) {
        return new LatestStarts(charters, work);
    }

    @Bean
    Worklist worklist(DepartmentCases cases, LatestStarts starts, InstantSource clock) {
        return new Worklist(cases, starts, clock);
    }

    @Bean
    DepartmentLoad departmentLoad(
            DepartmentCases cases,
            Worklist worklist,
            Charters charters,
            InstantSource clock,
            DepartmentSettings settings) {
        return new DepartmentLoad(cases, worklist, charters, clock, settings.rememberFor());
    }

    @Bean
    Reaction<DepartmentCommand> reactToResolutionEvents() {
        return new ReactToResolutionEvents();
    }
}
