package io.redress.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.intake.application.FindKin;
import io.redress.intake.application.FinishMerges;
import io.redress.intake.application.KinshipMeters;
import io.redress.intake.application.MergeCases;
import io.redress.intake.domain.IntakeCommand;
import io.redress.intake.domain.IntakeFact;
import io.redress.intake.domain.IntakeState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Finds what says the same, and makes one case of two. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KinshipSettings.class)
class KinshipConfiguration {

    @Bean
    FindKin findKin(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, KinshipSettings settings) {
        return new FindKin(lanes, settings.terms());
    }

    @Bean
    KinshipMeters kinshipMeters(MeterRegistry registry) {
        return new KinshipMeters(registry);
    }

    @Bean
    MergeCases mergeCases(CaseLanes<IntakeState, IntakeCommand, IntakeFact> lanes, KinshipMeters meters) {
        return new MergeCases(lanes, meters);
    }

    @Bean
    FinishMerges finishMerges(MergeCases merges, KinshipSettings settings) {
        return new FinishMerges(merges, settings.finishEvery());
    }
}
