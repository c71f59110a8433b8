package io.redress.resolution;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reaction;
import io.redress.resolution.adapter.kafka.ReactToIncidentEvents;
import io.redress.resolution.adapter.remedies.FileRemedies;
import io.redress.resolution.application.CountAffected;
import io.redress.resolution.application.ExecuteFirst;
import io.redress.resolution.application.FindAffected;
import io.redress.resolution.application.Remedies;
import io.redress.resolution.application.ThenTell;
import io.redress.resolution.domain.ResolutionCommand;
import io.redress.resolution.domain.ResolutionFact;
import io.redress.resolution.domain.ResolutionState;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** In a mass outage: first execute, then tell (R110). */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutageSettings.class)
class OutageConfiguration {

    /** Unless somebody else carries remedies out. */
    @Bean
    @Fallback
    FileRemedies fileRemedies(
            RemedySettings settings, @Value("${redress.store.folder:./data/stores}") Path stores, InstantSource clock) {
        Path folder = settings.folder();
        return new FileRemedies(folder == null ? stores.resolve("remedies") : folder, clock);
    }

    @Bean
    Reaction<ResolutionCommand> reactToIncidentEvents() {
        return new ReactToIncidentEvents();
    }

    @Bean
    FindAffected findAffected(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, OutageSettings settings) {
        return new FindAffected(lanes, settings.lookEvery());
    }

    /** The embedded store belongs to one process; on another one a second process may work on the same accounts. */
    @Bean
    ExecuteFirst executeFirst(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes,
            Remedies remedies,
            InstantSource clock,
            @Value("${redress.store.kind:rocksdb}") String store,
            OutageSettings settings,
            RemedySettings provider,
            MeterRegistry registry) {
        ExecuteFirst.Pace pace = new ExecuteFirst.Pace(
                store.equals("rocksdb"),
                provider.url() == null ? settings.atOnce() : Math.min(settings.atOnce(), provider.atOnce()),
                settings.lookEvery(),
                provider.terms());
        return new ExecuteFirst(lanes, remedies, clock, pace, registry);
    }

    /** Four times less often than what is counted is done: who watches needs no more. */
    @Bean
    CountAffected countAffected(
            CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, OutageSettings settings) {
        return new CountAffected(lanes, settings.lookEvery().multipliedBy(4));
    }

    @Bean
    ThenTell thenTell(CaseLanes<ResolutionState, ResolutionCommand, ResolutionFact> lanes, OutageSettings settings) {
        return new ThenTell(lanes, settings.lookEvery());
    }
}
