package io.redress.resolution;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.resolution.application.PromiseMeters;
import io.redress.resolution.application.SummarisePromises;
import io.redress.resolution.application.TellOfImpossibleOrders;
import io.redress.resolution.domain.PromiseTerms;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps promises honest. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PromiseSettings.class)
class PromiseConfiguration {
    @Bean
    PromiseTerms promiseTerms(PromiseSettings settings) {
        return settings.terms();
    }

    @Bean
    SummarisePromises summarisePromises(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes) {
        return new SummarisePromises(lanes);
    }

    @Bean
    TellOfImpossibleOrders tellOfImpossibleOrders(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, PromiseSettings settings) {
        return new TellOfImpossibleOrders(lanes, settings.lookEvery());
    }

    @Bean
    PromiseMeters promiseMeters(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, MeterRegistry registry) {
        PromiseMeters meters = new PromiseMeters(registry);
        lanes.whenDecided(meters::note);
        return meters;
    }
}
