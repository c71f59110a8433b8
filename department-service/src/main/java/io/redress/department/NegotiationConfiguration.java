package io.redress.department;

import io.redress.department.application.DepartmentCases;
import io.redress.department.application.FinishedWork;
import io.redress.department.application.OpenWork;
import io.redress.department.application.TellDisplaced;
import io.redress.department.application.WeighDates;
import io.redress.department.domain.Charters;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Weighs dates before they are agreed, and tells whom they displace. */
@Configuration(proxyBeanMethods = false)
class NegotiationConfiguration {

    @Bean
    OpenWork openWork(DepartmentCases cases, DepartmentSettings settings) {
        return new OpenWork(cases, settings.rememberFor());
    }

    @Bean
    WeighDates weighDates(FinishedWork finished, OpenWork open, Charters charters, InstantSource clock) {
        return new WeighDates(finished, open, charters, clock);
    }

    @Bean
    TellDisplaced tellDisplaced(DepartmentCases cases, WeighDates dates, DepartmentSettings settings) {
        return new TellDisplaced(cases, dates, settings.lookEvery());
    }
}
