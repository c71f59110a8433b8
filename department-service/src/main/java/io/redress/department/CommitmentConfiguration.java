package io.redress.department;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.department.adapter.http.MakeCommitments;
import io.redress.department.application.CommitmentMeters;
import io.redress.department.application.DepartmentCases;
import io.redress.department.application.FinishedWork;
import io.redress.department.application.JudgeCommitments;
import io.redress.department.application.KeptPromises;
import io.redress.department.application.Yardsticks;
import io.redress.department.domain.Charters;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What judges promises, and shows how they are kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommitmentSettings.class)
class CommitmentConfiguration {

    @Bean
    Yardsticks yardsticks(
            FinishedWork finished, DepartmentCases cases, Charters charters, DepartmentSettings settings) {
        return new Yardsticks(finished, cases, charters, settings.rememberFor());
    }

    @Bean
    KeptPromises keptPromises(DepartmentCases cases) {
        return new KeptPromises(cases);
    }

    @Bean
    MakeCommitments makeCommitments(
            DepartmentCases cases, Yardsticks yardsticks, InstantSource clock, CommitmentSettings settings) {
        return new MakeCommitments(cases, yardsticks, clock, settings.refuseUnusual());
    }

    @Bean
    JudgeCommitments judgeCommitments(
            DepartmentCases cases,
            Yardsticks yardsticks,
            KeptPromises kept,
            MeterRegistry registry,
            CommitmentSettings settings) {
        return new JudgeCommitments(
                cases,
                yardsticks,
                new CommitmentMeters(kept, registry),
                settings.judgeEvery(),
                settings.measureEvery());
    }
}
