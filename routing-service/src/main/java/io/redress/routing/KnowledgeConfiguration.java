package io.redress.routing;

import io.redress.chassis.lanes.CaseLanes;
import io.redress.routing.application.ContactedDepartments;
import io.redress.routing.application.KnownProblemRegistry;
import io.redress.routing.application.RememberedProblems;
import io.redress.routing.application.WatchProblems;
import io.redress.routing.domain.RoutingCommand;
import io.redress.routing.domain.RoutingFact;
import io.redress.routing.domain.RoutingState;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is known before anybody complains, and who may know more. */
@Configuration(proxyBeanMethods = false)
class KnowledgeConfiguration {
    /** Half of what a complaint may wait for a problem that was recorded just before it. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @Bean
    RememberedProblems rememberedProblems() {
        return new RememberedProblems();
    }

    @Bean
    WatchProblems watchProblems(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes,
            RememberedProblems remembered,
            InstantSource clock) {
        return new WatchProblems(lanes, remembered, clock, LOOK_EVERY);
    }

    @Bean
    KnownProblemRegistry knownProblemRegistry(
            CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes, RememberedProblems remembered) {
        return new KnownProblemRegistry(lanes, remembered);
    }

    @Bean
    ContactedDepartments contactedDepartments(CaseLanes<RoutingState, RoutingCommand, RoutingFact> lanes) {
        return new ContactedDepartments(lanes);
    }
}
