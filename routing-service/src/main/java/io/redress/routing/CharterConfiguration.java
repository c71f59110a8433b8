package io.redress.routing;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.chassis.lanes.Reaction;
import io.redress.routing.adapter.kafka.ReactToCharterEvents;
import io.redress.routing.application.KnownTerms;
import io.redress.routing.application.WatchTerms;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears what departments publish about when they work and by when they answer. */
@Configuration(proxyBeanMethods = false)
class CharterConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    KnownTerms knownTerms() {
        return new KnownTerms();
    }

    @Bean
    WatchTerms watchTerms(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, KnownTerms known, InstantSource clock) {
        return new WatchTerms(lanes, known, clock, LOOK_EVERY);
    }

    @Bean
    Reaction<RoutingCommand> reactToCharterEvents() {
        return new ReactToCharterEvents();
    }
}
