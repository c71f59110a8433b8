package io.redress.chassis;

import io.micrometer.core.instrument.MeterRegistry;
import io.redress.chassis.http.WebAnswers;
import io.redress.chassis.kafka.KafkaDeadLetters;
import io.redress.chassis.kafka.KafkaEdge;
import io.redress.chassis.kafka.OutboxRelay;
import io.redress.chassis.lanes.CaseDefinition;
import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.LaneSettings;
import io.redress.chassis.lanes.Reaction;
import io.redress.chassis.lanes.Reactions;
import io.redress.chassis.store.CaseStore;
import io.redress.chassis.time.DeadlineWatch;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * A whole service around one {@link CaseDefinition} bean and any number of {@link Reaction} beans: store, lanes, outbox,
 * listeners, deadlines, HTTP answers. It offers a {@link CaseLanes} bean.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LaneSettings.class)
@Import({StoreConfiguration.class, KafkaEdge.class, WebAnswers.class})
public class ChassisConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return Clock.systemUTC();
    }

    @Bean
    <C> Reactions<C> reactions(CaseDefinition<?, C, ?> definition, ObjectProvider<Reaction<C>> reactions) {
        return new Reactions<>(reactions.stream().toList());
    }

    @Bean
    <S, C, E> CaseLanes<S, C, E> caseLanes(
            CaseDefinition<S, C, E> definition,
            Reactions<C> reactions,
            CaseStore store,
            OutboxRelay outbox,
            KafkaDeadLetters deadLetters,
            InstantSource clock,
            MeterRegistry registry,
            LaneSettings settings) {
        return new CaseLanes<>(definition, reactions, store, outbox, deadLetters, clock, registry, settings.workers());
    }

    /** Whatever is to be done before the service acts by itself has been done when this begins. */
    @Bean
    <C> DeadlineWatch<C> deadlineWatch(
            CaseDefinition<?, C, ?> definition,
            CaseStore store,
            CaseLanes<?, C, ?> lanes,
            InstantSource clock,
            MeterRegistry registry,
            LaneSettings settings,
            ObjectProvider<Preparation> preparations) {
        preparations.orderedStream().forEach(Preparation::prepare);
        return new DeadlineWatch<>(definition, store, lanes, clock, settings.deadlinesEvery(), registry);
    }
}
